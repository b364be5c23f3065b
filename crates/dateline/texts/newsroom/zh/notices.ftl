# Notices and letters

all_seen = 全部已读
notice_asked = { $name } 向你请求
notice_handed = { $name } 移交给你
notice_taken = { $name } 接管了
notice_assigned = { $name } 指派给你
notice_sent_back = { $name } 退回了
notice_approved = { $name } 签发了
notice_remark = { $name } 批注了
notice_confirm = { $name } 请你确认
notice_confirmed = { $name } 确认了
mail_invite_subject = { $agency }：欢迎加入编辑部
mail_invite_text =
    { $name }，你好：
    
    你受邀加入 { $agency } 编辑部。请在一周内在此设置密码：
    
    { $link }
mail_reset_subject = { $agency }：新密码
mail_reset_text =
    { $name }，你好：
    
    有人（可能是你）申请了 { $agency } 的新密码。请在一小时内在此设置：
    
    { $link }
    
    如果不是你，请不必理会。
mail_confirm_subject = 待确认：{ $headline }
mail_confirm_text =
    { $name } 请第二人确认：{ $act }。
    
    稿件及其变化：
    
    { $link }
