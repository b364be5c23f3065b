# 编辑器的中文文字。

## 工具栏
editor_toolbar = 格式
editor_words = 稿件正文
editor_undo = 撤销
editor_redo = 重做
editor_paragraph = 段落
editor_heading2 = 小标题
editor_heading3 = 二级小标题
editor_heading4 = 三级小标题
editor_strong = 加粗
editor_emphasis = 斜体
editor_underline = 下划线
editor_strike = 删除线
editor_sub = 下标
editor_sup = 上标
editor_link = 链接
editor_unordered = 项目符号列表
editor_ordered = 编号列表
editor_quotation = 引文
editor_preformatted = 原样文本
editor_picture = 图片、视频或音频
editor_embed = 其他平台的帖子或视频
editor_table = 表格
editor_rule = 分隔线
editor_characters = 特殊字符
editor_quotes = 引号
editor_direction = 书写方向
editor_find = 查找和替换

## 表格
editor_row_before = 在上方加行
editor_row_after = 在下方加行
editor_row_delete = 删除行
editor_column_before = 在前面加列
editor_column_after = 在后面加列
editor_column_delete = 删除列
editor_header_row = 标题行
editor_header_column = 标题列
editor_cells_merge = 合并单元格
editor_cell_split = 拆分单元格
editor_table_delete = 删除表格
editor_rows = 行数
editor_columns = 列数

## 对话框
editor_confirm = 确定
editor_cancel = 取消
editor_close = 关闭
editor_remove = 移除
editor_try_again = 重试
editor_address = 地址
editor_link_remove = 移除链接
editor_link_bad = 这不是网址，也不是电子邮件地址。
editor_embed_hint = 以下平台之一的页面地址：
editor_embed_bad = 该地址没有可在稿件中显示的内容。

## 查找
editor_find_words = 查找
editor_replace_with = 替换为
editor_match_case = 区分大小写
editor_find_previous = 上一个
editor_find_next = 下一个
editor_replace_one = 替换
editor_replace_all = 全部替换
editor_found = 找到：{ $count }
editor_found_at = 第 { $place } 个，共 { $count } 个
editor_replaced = 已替换：{ $count }

## 特殊字符
editor_chars_quotes = 引号
editor_chars_unseen = 空格和不可见字符
editor_chars_signs = 符号和货币
editor_chars_letters = 字母
editor_char_no_break = 不间断空格
editor_char_narrow_no_break = 窄不间断空格
editor_char_thin = 细空格
editor_char_half_space = 零宽不连字
editor_char_soft_hyphen = 软连字符
editor_char_left_to_right = 从左到右标记
editor_char_right_to_left = 从右到左标记

## 图片
editor_alt = 给看不到图片的人的说明
editor_credit = 来源
editor_caption = 图片说明
editor_focus = 焦点
editor_fill_in = 从图片信息填入
editor_focus_hint = 点击视线应停留之处，裁剪时保留该点。
editor_focus_across = 从左到右
editor_focus_down = 从上到下
editor_focus_failed = 焦点未能保存，请重试。
editor_uploading = 正在上传 { $name }
editor_upload_failed = 没有连接，文件未上传。
editor_upload_refused = 无法使用此文件。
editor_library = 图片库中的图片
editor_gallery = 图集
editor_pictures_found = 找到的图片
editor_pictures_search = 搜索图片
editor_pictures_send = 或上传新图片
editor_pictures_none = 未找到图片。
editor_pictures_choose = 请先选择图片。
editor_pictures_add = 添加图片
editor_insert = 插入
editor_pictures_left_out = 未带入的图片：{ $count }。请以文件形式上传图片。

## 保存
editor_state_saved = 已保存 { $time }
editor_state_changed = 尚未保存
editor_state_saving = 正在保存…
editor_state_kept = 没有连接。您的文字保存在本设备上，连接恢复后自动发送。
editor_state_refused = 未保存：请改正标出之处。
editor_state_signed_out = 您已退出登录。请在另一个窗口重新登录；您的文字保存在本设备上。
editor_state_taken = { $name } 已接手此稿。
editor_state_elsewhere = 未保存：此稿已在另一个窗口中修改。
editor_taken_over = { $name } 已接手此稿。您未保存的内容留在修订记录中。
editor_written_elsewhere = 此稿已在您的另一个窗口中修改。您在这里写的内容已保留。
editor_load_again = 重新载入
editor_write_on = 保存这里的内容
editor_left = 本设备上有 { $time } 未保存的文字。
editor_left_older = 本设备上有 { $time } 未保存的文字。此后稿件已有修改。
editor_restore = 恢复
editor_discard = 放弃
editor_keeps_nothing = 此浏览器无法保留文字。请留意正文下方一行：只有显示已保存的内容才是安全的。

## 统计与检查
editor_words_count = 词数：{ $count }
editor_characters_count = 字数：{ $count }
editor_minutes_count = 阅读分钟数：{ $count }
editor_checks = 检查
editor_checks_fine = 没有需要改正的。
editor_check_headline_empty = 缺少标题。
editor_check_headline_long = 标题有 { $length } 字；最多 { $most } 字。
editor_check_section = 未选择栏目。
editor_check_not_in_edition = 该栏目不在此版本中。
editor_check_empty = 正文为空。
editor_check_dateline = 缺少电头。
editor_check_alt = 有图片没有说明。
editor_check_credit = 有图片没有来源。
editor_check_quotes = 引号 { $pair } 不成对。
