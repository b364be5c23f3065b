# Notices and letters

all_seen = All seen
notice_asked = { $name } asks you for
notice_handed = { $name } hands you
notice_taken = { $name } has taken over
notice_assigned = { $name } assigns you
notice_sent_back = { $name } sends back
notice_approved = { $name } has approved
notice_remark = { $name } remarks on
notice_confirm = { $name } asks for your confirmation of
notice_confirmed = { $name } has confirmed
mail_invite_subject = { $agency }: welcome to the newsroom
mail_invite_text =
    Hello { $name },
    
    you are invited to the newsroom of { $agency }. Set your password here within a week:
    
    { $link }
mail_reset_subject = { $agency }: a new password
mail_reset_text =
    Hello { $name },
    
    somebody, probably you, asked for a new password at { $agency }. Set it here within an hour:
    
    { $link }
    
    If it was not you, do nothing.
mail_confirm_subject = To confirm: { $headline }
mail_confirm_text =
    { $name } asks a second person for: { $act }.
    
    The story and what changes:
    
    { $link }
