# A flash

flash = 快讯
flash_hint = 仅一条标题，以所选语种同时发出，不等待任何审批。
flash_send = 发快讯
flash_send_now = 是的，立即发出
flash_sure = 再按一次即发出。快讯无法收回，只能暂停使用或撤销。
flash_alike = 已发出且几乎相同：
flash_repeats = 几乎相同的内容已发出。
flash_failed = 未发出。重试之前请先查看是否已经发出。
flash_keys = F8 可在任意页面打开。连按两次 Ctrl + Enter 发出。
flash_headline_text = 所选语种缺少标题。
flash_languages_text = 请选择语种。
flash_desk_text = 你无权在该编辑部发布。
said_flashed = 快讯已发出。这是其首篇详稿：请继续撰写。
