# Passkeys

passkeys = 通行密钥
passkeys_hint = 用设备的指纹、面容或 PIN 登录，无需密码。一个通行密钥可代替两个步骤。
passkey_name = 设备名称
passkey_make = 添加通行密钥
passkey_use = 使用通行密钥登录
passkey_instead = 改用通行密钥
passkey_unable = 此浏览器不支持通行密钥，或已关闭脚本。
passkey_number_text = 通行密钥需要带域名的地址，而此处是数字地址。
passkey_unencrypted_text = 通行密钥需要加密地址（https）。
passkey_elsewhere_text = 通行密钥只能在通讯社自己的地址上使用。
passkey_old_text = 时间过长，或已经回答过。请重试。
passkey_wrong_text = 此通行密钥不符。
passkey_doubted_text = 此通行密钥不再被接受：它可能已被复制。请用密码登录并将其移除。
passkey_doubted_hint = 不再被接受：其计数倒退，可能已被复制。请移除并另建一个。
passkey_many_text = 每人最多 20 个通行密钥。请先移除一个。
passkey_name_text = 名称为 1 至 80 个字符。
passkey_failed_text = 设备未能正确响应。请重试。
made = 添加于
last_used = 上次使用
never_used = 从未使用
forget_passkeys = 收回通行密钥
