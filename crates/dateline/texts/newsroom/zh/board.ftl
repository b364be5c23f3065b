# Board and start page

mine = 我的
whose = 归属
waiting = 等我处理
to_confirm = 需要第二人
just_released = 刚刚发布
new_story = 新稿件
stage_draft = 写作中
stage_submitted = 已交稿
stage_approved = 已签发
stage_released = 已发布
stage_spiked = 已毙稿
held_by = { $name } 正在写
held_by_nobody = 无人在写
asked_by = { $name } 请求接手
due_at = 截止 { $time }
waits_for_second = 等待第二人
line_lost = 连接中断。恢复后将显示期间的变化。
keys = 快捷键
key_move = 下一篇和上一篇
key_open = 打开
key_release = 发布…
claim = 领取
submit = 交稿
approve = 签发
