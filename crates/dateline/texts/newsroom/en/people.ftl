# People and desks

invite = Invite somebody
roles_everywhere = Roles at every desk
role_reporter = Reporter
role_editor = Editor
role_chief = Chief
role_photo = Photo desk
role_translator = Translator
role_correspondent = Correspondent
role_administrator = Administrator
disabled = May not come in
disable = Keep out
forget_authenticator = Take the authenticator away
key = Key
new_desk = New desk
languages_hint = Languages (none stands for all)
sections_hint = Sections (none stands for all)
steps_hint = Own steps while copy is written, one a line
approval = Approval before release
approval_nobody = Not needed
approval_another_person = By another person
approval_chief = By the chief
act = Act
subject = Subject
detail = Detail
network = From
