# Acts

acts = 操作
act_release = 发布
act_update = 更新
act_correction = 更正
act_refile = 勘误重发
act_hold = 暂停使用
act_lift = 解除暂停
act_kill = 撤销
act_takedown = 下架
act_restore = 复原
act_redact = 遮盖
act_unpublish = 撤下
about_release = 首次发布。
about_update = 更新、更完整的文本。说明新内容是什么。
about_correction = 已发出的内容有误。说明何处、原文与正确内容。
about_refile = 修正笔误，不涉及实质。读者不会收到说明。
about_hold = 核实期间停止使用。告知读者和用户。
about_lift = 暂停结束。
about_kill = 错误严重，不得使用。读者会看到原因。
about_takedown = 因法律或版权原因移除，网站上不留任何内容。
about_restore = 下架有误：稿件恢复。
about_redact = 在所有版本、图片说明和附注中替换词语，无法复原。
about_unpublish = 从网站撤下，不发通稿通知。
release_never = 未发布
release_advanced = 已给可信用户
release_public = 公开
release_held = 暂停使用
release_killed = 已撤销
release_taken_down = 已下架
release_unpublished = 已撤下
editor_note = 致编辑附注
public_note = 致读者附注
reason = 原因
substitute = 替代稿件编号
covered = 范围
this_language = 仅此语言
all_languages =
    { $count ->
        [one] { $count } 种语言
       *[other] 全部 { $count } 种语言
    }
later = 定时
redact_words = 要替换的词语，每行一个
readers_get = 读者将看到
second_hint = 须由第二人确认。提出撤销或下架时，稿件立即暂停使用。
pending = { $act }：{ $name } 提出，{ $time }
look_and_confirm = 查看并确认
confirm_title = 确认：{ $act }
confirm_act = 确认：{ $act }
covers_count =
    { $count ->
        [one] 涉及 { $count } 篇稿件
       *[other] 涉及 { $count } 篇稿件
    }
alone_hint = 无人及时回应。你可以单独确认；此事会被记录并上报。
