# Signing in

sign_in = 登录
sign_out = 退出
sign_in_first = 请先登录。
sign_in_wrong = 邮箱与密码不符。
sign_in_paused = 尝试次数过多，请稍后再试。
email = 电子邮箱
password = 密码
old_password = 当前密码
new_password = 新密码
password_again = 再次输入新密码
set_password = 设置密码
passwords_differ_text = 两次输入的密码不同。
password_short_text = 密码至少 8 个字符。
wrong_password_text = 当前密码不正确。
forgotten = 忘记密码？
send_letter = 发送邮件
letter_sent = 如果此邮箱已登记，邮件已在途中。链接一小时内有效。
letter_old_text = 此链接已过期或已使用，请重新申请。
welcome = 欢迎，{ $name }
code_title = 第二步
code = 验证码
code_hint = 验证器上的六位数字，或一个恢复码。
wrong_code_text = 验证码不正确或已使用。
authenticator = 验证器
authenticator_hint = 手机装上验证器后，仅凭被盗的密码无法登录。
authenticator_scan = 用验证器扫描此图，或输入下方字母，然后填写它显示的验证码。
authenticator_on =
    { $count ->
        [one] 登录时需要验证码。还剩 { $count } 个恢复码。
       *[other] 登录时需要验证码。还剩 { $count } 个恢复码。
    }
set_up = 设置
recovery_codes = 恢复码
recovery_hint = 请保存在不用手机也能找到的地方。每个只能用一次，且只在此刻显示。
sessions = 已登录的设备
this_session = 本浏览器
end_others = 结束其他全部登录
