# Revisions

difference = 差异
compare = 比较
as_it_stands = 现状
restore = 恢复
reason_work = 写作中
reason_submit = 交稿
reason_approve = 签发
reason_send_back = 退回
reason_hand_over = 易手
reason_spike = 毙稿或恢复
reason_restore = 恢复之前
reason_release = 发布
reason_set_aside = 另存：他人先行保存
