# People and desks

invite = 邀请
roles_everywhere = 在所有编辑组的角色
role_reporter = 记者
role_editor = 编辑
role_chief = 总编
role_photo = 图片编辑
role_translator = 翻译
role_correspondent = 驻外记者
role_administrator = 管理员
disabled = 已停用
disable = 停用
forget_authenticator = 移除验证器
key = 键名
new_desk = 新编辑组
languages_hint = 语言（不选为全部）
sections_hint = 栏目（不选为全部）
steps_hint = 写稿期间本组的步骤，每行一个
approval = 发布前审签
approval_nobody = 不需要
approval_another_person = 由另一人
approval_chief = 由总编
act = 操作
subject = 对象
detail = 详情
network = 来自
