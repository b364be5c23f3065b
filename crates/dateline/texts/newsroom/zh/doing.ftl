# Acts being done

note_headline = 标题
note_summary = 摘要
note_paragraph = 第{ $number }段
note_heading = 第{ $number }个小标题
note_list = 第{ $number }个列表
note_table = 表{ $number }
note_picture = 第{ $number }条图片说明
note_cell = 表{ $table }第{ $row }行
note_line = { $place }：{ $change }
note_swap = 应为“{ $right }”，而非“{ $wrong }”
note_added = 补充“{ $right }”
note_removed = 删去“{ $wrong }”
note_and = { $first }；{ $second }
takedown_template =
    因法律或版权原因移除。请从所有系统和资料库中删除，包括图片。
    提出方：
    依据及编号：
subscribers_get = 用户将收到
no_wire_hint = 通稿中不发任何内容。
delivery_hint = 通稿将如此表述。通过 API 读取的用户立即收到。
look = 查看效果
lifting = 恢复方式
lifting_as_it_was = 保持原样
lifting_corrected = 更正后并附说明
redact_with = 替换为
early_hint = 此举提前结束限时：所有人现在收到稿件。
ends_schedules_hint = 为该稿件设定的定时操作将一并取消。
mends_title = 是否在改正错误？
mends_hint = 已发出的文字有改动。如曾发错，请作更正：错误不得藏于更新之中。
make_correction = 改为更正
which_time = 如该时刻出现两次
which_first = 第一次
which_second = 第二次
held_meanwhile = 稿件在此期间暂停使用。
alone_from = 自 { $time } 起你可以单独确认；此事会被记录并上报。
take_request_back = 撤回请求
take_back_hint = 因请求而暂停的稿件恢复原样。
said_set = 已设定，见日历。
said_taken_back = 请求已撤回。
notice_may_alone = 无人回应；你可以单独确认
notice_confirmed_alone = { $name } 单独确认了
notice_taken_back = { $name } 撤回了请求
mail_remind_subject = 仍待确认：{ $headline }
mail_remind_text =
    { $name } 仍在等待第二人：{ $act }。
    
    稿件及改动：
    
    { $link }
mail_alone_subject = 无人确认：{ $headline }
mail_alone_text =
    { $name }，你的请求无人回应：{ $act }。现在可以单独确认；此事会被记录并上报。
    
    { $link }
never_time_text = 时钟跳过该时刻：当天不存在此时间。
twice_time_text = 该时刻当天出现两次：请指明是哪一次。
past_time_text = 该时间已过。
