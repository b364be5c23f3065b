# The board, its views, and desks

late = 逾期
card_menu = 《{ $headline }》的操作
card_menu_short = 操作
views = 视图
view_all = 全部
view_keep = 存为视图
view_for = 供谁使用
view_for_me = 自己
view_opens = 作为打开看板的视图
view_opening = 打开看板时显示
views_arrange = 整理视图
views_hint = 在看板上选好筛选条件，命名保存。前九个用数字键 1 至 9 打开，全部用 0。
rename = 重命名
move_up = 上移
move_down = 下移
filters = 筛选
whose_nobody = 无人负责
due_late = 已逾期
due_soon = 两小时内
due_set = 有截稿时间
due_list = 临近截稿
stories_shown = 显示稿件数
columns = 栏目列
line_back = 连接已恢复，内容均为最新。
line_live = 实时
key_columns = 上一列和下一列
key_assign = 指派并定截稿时间
key_due = 定截稿时间
key_desk = 步骤和编辑组
key_carry = 把稿件移到相邻列
key_filter = 搜索和筛选
to_board = 返回看板
nothing_found = 未发现问题。
release_now = 立即发布
more_choices = 更多选项
times_in = 时间为 { $zone }。
members = 成员
members_count =
    { $count ->
       *[other] { $count } 名成员
    }
member_add = 添加成员
member_as = 角色
members_hint = 在此没有角色即不是成员。所有编辑组的角色在“人员”页授予。
view_name_text = 视图名称为 1 至 40 个字符。
too_many_views_text = 已有三十个视图，请先删除一个。
