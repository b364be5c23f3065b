# 编辑部页面的中文文本。

## The frame
newsroom = 编辑部
skip = 跳到内容
nav = 编辑部
nav_start = 我的一天
nav_board = 看板
nav_media = 图片
nav_people = 人员
nav_desks = 编辑组
nav_audit = 记录
notices = 通知
account = 我的账户
page_language = 页面语言
set = 设定
save = 保存
make = 新建
cancel = 取消
close = 关闭
confirm = 确认
remove = 移除
move = 移动
end = 结束
all = 全部
show = 显示
search = 搜索
name = 姓名
nobody = 无人
from = 从
to = 至
at = 时间
date = 日期
person = 人员
upload = 上传
nothing_here = 这里没有内容。
to_start = 回到首页

## Signing in
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

## People and desks
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

## Board and start page
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

## A story
desk = 编辑组
language = 语言
languages = 语言
section = 栏目
urgency = 紧急度
headline = 标题
slugline = 稿名
summary = 摘要
body = 正文
byline = 署名
authors = 作者
topics = 专题
keywords = 关键词
commas_hint = 多个之间用逗号分隔。
also_in = 同时刊于栏目
kind = 体裁
kind_news = 消息
kind_official = 官方文告
kind_interview = 专访
kind_factbox = 资料
kind_photo_story = 图片报道
kind_press_release = 新闻稿
dateline = 电头
place = 地点
source = 来源
follows = 所续稿件的编号
usage_terms = 使用条款
embargo = 禁发
embargo_until = 至
zone = 时区
pictures = 图片
alt = 画面内容（供看不见的人）
caption = 图片说明
credit = 摄影
add_picture = 添加图片
version = 版本
versions = 版本
revision = 修订
revisions = 修订与版本
preview = 预览
public_page = 公开页面
counts = { $words } 词，{ $characters } 字符，{ $minutes } 分钟
checks = 发布前
check_long_headline = 标题超过 110 个字符。
check_empty_body = 正文为空。
check_no_dateline = 电头缺少地点。
check_no_alt = 有图片没有描述。
check_no_credit = 有图片没有署名。
check_not_in_edition = 此版没有这个栏目。
check_quotes = 引号不成对。
let_go = 放下
ask_for = 请求接手
take_over = 接管
hand_over = 移交
hand_over_to = 交给
send_back = 退回
spike = 毙稿
spike_reason = 毙稿原因
unspike = 恢复
step = 步骤
assigned_to = 指派给
due = 截止
translate_into = 译成
remarks = 批注
remark = 批注
remark_hint = @姓名 会通知同事。
say = 发送
made_by = { $name } 创建，{ $time }
changed_at = 修改于 { $time }
published_at = 发布于 { $time }
saved_elsewhere = 他人已保存。重新载入页面即可看到。
taken_over = { $name } 接管了稿件。你未保存的内容已另存为修订。
said_saved = 已保存。
said_done = 已完成。
said_asked = 已提出。须由第二人确认；其间稿件暂停使用。
said_made = 已创建，现由你持有。
said_restored = 已恢复为新修订。

## Revisions
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

## Acts
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
alone_hint = 半小时内无人回应。你可以单独确认；此事会被记录并上报。

## Notices and letters
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

## What cannot be done
refused_title = 不允许
refused_text = 你的角色不允许此操作。
foreign_text = 此请求来自其他网站，未予执行。
missing_title = 没有内容
missing_text = 此地址没有内容，或没有你可以查看的内容。
bad_title = 未接受
bad_text = 表单中有无法读取的内容。
too_large_text = 超过可接受的大小。
too_long_text = 过长。
conflict_title = 目前无法进行
error_title = 出错了
error_text = 这是我们的问题，已记录；请重试。
busy_text = 他人在同一时刻作了改动，请重试。
not_now_text = 以稿件现状无法进行。
not_approved_text = 编辑组须先签发此修订。
not_submitted_text = 须先交稿。
spiked_text = 稿件已毙，请先恢复。
behind_text = 已有比本文所依据的更新版本发布。
changed_text = 他人先行保存，请重新载入稿件。
held_text = 他人正在写此稿。
same_person_text = 这是你自己提出的，须由第二人确认。
nothing_pending_text = 这里没有待确认事项。
already_out_text = 此稿已发布：可以撤回，不能毙稿。
note_missing_text = 带 * 的必须填写。
set_aside_text = 他人持有稿件或先行保存。你发送的内容已另存为修订。
headline_text = 稿件需要标题。
section_text = 没有这个栏目。
follows_text = 没有此编号的稿件。
unknown_field_text = 稿件没有此字段。
bad_time_text = 这不是日期或时间。
bad_zone_text = 没有这个时区。
ambiguous_time_text = 届时调整时钟：此时间不存在或出现两次。
bad_language_text = 本社没有此语言版，或该语言稿件已存在。
bad_email_text = 这不是电子邮箱。
person_text = 此人不在，或不能在本组写稿。
person_known_text = 已有人使用此邮箱。
last_administrator_text = 必须保留一名管理员。
desk_known_text = 已有此键名的编辑组。
desk_key_text = 键名为 1 至 64 个 a-z、0-9、- 和 _。
remark_text = 请先写点内容。
file_text = 请先选择文件。
