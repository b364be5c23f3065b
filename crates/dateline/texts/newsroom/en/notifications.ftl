# What people choose to be told

notifications = What I am told
notifications_hint = Letters go to your e-mail address. A digest comes once, with everything since the last.
way_nothing = Nothing
way_here = Here
way_mail = Here, and a letter at once
way_hourly = Here, and hourly in one letter
way_daily = Here, and every morning in one letter
way_fixed = Always here, and a letter at once
told_assigned = A story is assigned to me
told_asked = Somebody asks for the story I hold
told_handed = A story is handed to me
told_taken = My story is taken over
told_sent_back = My copy is sent back
told_wanted = Copy waits for my approval
told_approved = My copy is approved
told_released = My story is out, or changed for readers
told_mention = Somebody names me in a remark
told_remark = A remark on my story
told_confirmed = What I asked for is confirmed
told_confirm = A second person is wanted for a kill or takedown
notice_wanted = { $name } asks your approval of
notice_released = { $name } has released
notice_mention = { $name } names you in a remark on
mail_digest_subject =
    { $count ->
        [one] { $agency }: { $count } notice
       *[other] { $agency }: { $count } notices
    }
mail_notice_end = You choose what you are told, and how, here: { $link }
