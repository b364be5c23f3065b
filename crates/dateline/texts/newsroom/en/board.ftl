# Board and start page

mine = Mine
whose = Whose
waiting = Waiting for me
to_confirm = A second person is asked for
just_released = Just released
new_story = New story
stage_draft = Being written
stage_submitted = Handed in
stage_approved = Approved
stage_released = Released
stage_spiked = Spiked
held_by = { $name } is writing
held_by_nobody = Nobody is writing
asked_by = { $name } asks for it
due_at = due { $time }
waits_for_second = waits for a second person
line_lost = The line is lost. What changes meanwhile is shown when it is back.
keys = Keys
key_move = Next and previous story
key_open = Open
key_release = Release…
claim = Claim
submit = Hand in
approve = Approve
