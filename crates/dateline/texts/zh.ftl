# Texts of the public site in Chinese, simplified characters.

## The frame of every page
homepage = 首页
breadcrumb = 当前位置
skip_to_content = 跳到正文
sections = 栏目
languages = 语言
use_notice = 转载本网站内容须注明来源并附链接。

## The front
latest_news = 最新消息
days_news = 今日新闻
breaking = 突发新闻
flash = 快讯
urgent = 急电
list_empty = 暂无新闻。

## Kinds of stories
kind_official = 官方发布
kind_interview = 专访
kind_factbox = 资料
kind_photo_story = 图片报道
kind_press_release = 新闻稿

## A story
published_at = { $time } 发布
updated_at = { $time } 更新
corrected_at = { $time } 更正
by = 记者 { $names }
topics = 专题
keywords = 关键词
other_news = 本栏目其他新闻
continues = 后续报道：
continued_from = 此前报道：
read_also = 延伸阅读
sign_off_reporter = 采访：{ $names }
sign_off_writer = 撰稿：{ $names }
sign_off_translator = 翻译：{ $names }
sign_off_editor = 编辑：{ $names }
translations = 本文其他语种
translation_behind = 原文在翻译后有改动，本译文尚未更新。
correction = 更正
report_hint = 发现错误？请选中文字后按 Ctrl + Enter
report_button = 报告错误
copy_with_link = 复制并附链接
copied = 已复制
copy_failed = 浏览器不允许复制

## Lists
stories_count = { $count } 条新闻
topic_news = “{ $topic }”相关新闻
author_stories = { $name }的报道
archive = 往日新闻
archive_day = { $date }新闻
archive_month = { $month }新闻
archive_empty = 当日没有新闻。
archive_month_empty = 当月没有新闻。
calendar = 日历
previous_day = 前一天
next_day = 后一天
previous_month = 上个月
next_month = 下个月
older = 更早的新闻
pages = 分页

## History and corrections
history = 修改记录
history_intro = 本文已发布的全部版本，由新到旧排列。新增文字加下划线，删去文字加删除线。
history_of = 修改记录：{ $headline }
version = 版本
version_number = 第 { $number } 版
current_version = 当前版本
changed_since = 与第 { $number } 版相比的改动
text_unchanged = 正文没有改动。
act_release = 发布
act_update = 更新
act_correction = 更正
act_refile = 修正笔误
act_hold = 暂停使用，核实中
act_lift = 恢复发布
act_kill = 撤稿
act_takedown = 移除
act_restore = 恢复
act_unpublish = 从网站撤下
act_import = 由资料库导入
corrections = 更正
corrections_intro = 报道如有差错，我们即予更正并公开说明。以下是已发布新闻的全部更正，由新到旧排列。
corrections_empty = 目前没有更正。

## What is no longer there
held_title = 本条新闻正在核实
held_text = 本条新闻因核实需要暂停发布，恢复发布之前请勿使用。
killed_title = 本条新闻已撤销
killed_text = 本社已撤销这条新闻，请勿以任何形式使用。
killed_headline = 已撤销新闻的标题：{ $headline }
takedown_title = 本条新闻已无法查看
takedown_text = 该网址的新闻因法律原因已被移除。
unpublished_title = 本条新闻已从网站撤下
unpublished_text = 该网址的新闻已从本网站撤下。
reason = 原因
substitute = 请改读：

## Errors
not_found_title = 找不到页面
not_found_text = 该网址没有对应的页面，可能是输入有误，或页面已经移动。
gone_title = 页面已删除
gone_text = 该网址的页面已不存在。
legal_title = 因法律原因无法查看
legal_text = 本页面因法律原因无法显示。
error_title = 出错了
error_text = 页面暂时无法显示。我们已获知这一故障，请稍后再试。
to_homepage = 返回首页
to_latest_news = 查看最新消息

## Feeds and other readers that are programs
feed_title = { $agency }：最新消息
feed_section_title = { $agency }：{ $section }
feed_topic_title = { $agency }：{ $topic }
feed_description = { $agency }最新消息
feed_withdrawn = 本条新闻已撤销。
sitemap = 网站地图
llms_intro = { $agency }是一家通讯社。以下列出其各语种版本、栏目和订阅源；在任何一条新闻的网址后加上 .md，即可获得 Markdown 纯文本。
llms_editions = 语种版本
llms_use = 使用条款

## Letters to the newsroom
feedback_title = 意见反馈
feedback_closed = 表单暂未开放，请稍后再试。
required_hint = 带 * 的项目为必填项。
captcha_hint = 请输入上图中显示的字母。
captcha_case_hint = 字母不区分大小写。
feedback_subject = 主题
feedback_name = 姓名
feedback_email = 电子邮箱
feedback_message = 留言
feedback_send = 发送
feedback_thanks = 谢谢。您的来信已送达编辑部。
feedback_reference = 编号：
feedback_too_many = 过去一小时内，您所在的网络发来了很多信件。您输入的内容没有丢失，请稍后再发送。
feedback_close = 关闭
feedback_failed = 未能发送。您输入的内容没有丢失，请重试。
field_missing = 请填写此项。
field_too_long = 内容过长，无法接收。
field_no_address = 这不是电子邮箱地址。
captcha_alt = 图中有六个字母，也可以收听。
captcha_listen = 或收听：
captcha_letters = 字母
captcha_again = 换一组字母
captcha_missing = 请输入字母。
captcha_too_soon = 提交得太快，请再发送一次。
captcha_wrong = 字母不对。这里是另一组；您输入的内容已保留。
captcha_stale = 字母已过期或已被使用。这里是另一组；您输入的内容已保留。
form_stale = 表单已过期或已提交过，请再提交一次。
captcha_needs_script = 此表单需要脚本，而您的浏览器已将其关闭。
captcha_working = 正在确认不是机器在填写……
captcha_done = 已确认：无需输入字母。

## Mistakes that readers report
report_marked = 您选中的文字：
report_which = 错误在哪里？
report_suggestion = 正确的写法
report_kind = 属于哪类错误？
report_kind_slip = 笔误：错别字、语法、漏字
report_kind_fact = 事实：数字、人名、日期
report_kind_translation = 译文
report_kind_picture = 图片或图片说明
report_kind_link = 链接
report_word = 给编辑的话
report_email_hint = 如果留下邮箱，我们会先请您确认，并在处理完毕后给您写一次信。邮箱地址在 30 天后删除。
report_which_missing = 请选中文字或选择段落。
report_kind_missing = 请选择错误的类别。
report_nothing_said = 请写出正确的写法，或给编辑留言。
report_foreign_words = 本条新闻中没有或已不再有这些文字。请选择段落。
report_unknown_version = 您打开之后，本条新闻已有改动。请按现在的文字选择段落。
report_too_long = 选中的文字过长：最多 300 个字符。请选择段落。
report_thanks = 谢谢。您的报告已送达编辑部。
report_already_fixed = 谢谢。此处已经更正。
report_before = 原文：
report_after = 现为：
report_follow = 查看处理情况
report_mail_sent = 我们已给您发去一封信。请打开信中的链接，以便处理完毕后给您写信。
report_status_title = 您的报告
report_story = 新闻：
report_sent_at = 报告时间：
report_settled_at = 处理时间：
report_told = 处理完毕后，我们会给您写信。
report_waiting = 您的报告正在等待编辑处理。
report_fixed = 错误已经更正。谢谢您。
report_not_a_mistake = 编辑核查后认为原文无误。
report_rejected = 编辑研究后决定不作改动。
report_confirm_text = 这是您的邮箱吗？如果是，我们会在处理完毕后给您写一次信。
report_confirm_button = 是，这是我的邮箱
report_confirm_mail_subject = { $agency }：请确认您的邮箱（{ $reference }）
report_confirm_mail = 有人（可能就是您）向{ $agency }报告了一处错误，编号 { $reference }，并希望得知处理结果。如果是您本人，请在这里确认邮箱：
report_confirm_mail_end = 如果不是您本人，不必理会，我们不会再给您写信。
report_settled_mail_subject = { $agency }：您的报告 { $reference } 已处理完毕
report_settled_mail_end = 感谢您细读{ $agency }的新闻。关于报告 { $reference }，仅发此一信。
report_joined = 谢谢。在您之前已有 { $count } 位读者报告过此处；您写的内容已一并附上。
