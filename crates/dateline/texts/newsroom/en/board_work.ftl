# The board, its views, and desks

late = late
card_menu = What may be done with “{ $headline }”
card_menu_short = What may be done
views = Views
view_all = Everything
view_keep = Keep this as a view
view_for = For
view_for_me = Me
view_opens = Open my board with it
view_opening = opens with your board
views_arrange = Arrange views
views_hint = Choose filters on the board and keep them under a name. The first nine open with the keys 1 to 9, everything with 0.
rename = Rename
move_up = Move up
move_down = Move down
filters = Filters
whose_nobody = Nobody’s
due_late = Late
due_soon = Within two hours
due_set = With a time
due_list = Due soon
stories_shown = Stories shown
columns = Columns
line_back = The line is back; everything is as it stands now.
line_live = Live
key_columns = Previous and next column
key_assign = Assign and set a time
key_due = Set a time
key_desk = Step and desk
key_carry = Carry the story to the next column
key_filter = Search and filters
to_board = To the board
nothing_found = Nothing stands out.
release_now = Release now
more_choices = More choices
times_in = Times are in { $zone }.
members = Members
members_count =
    { $count ->
        [one] { $count } member
       *[other] { $count } members
    }
member_add = Add somebody
member_as = As
members_hint = Without a role here somebody is no member. Roles at every desk are given under People.
view_name_text = A view’s name has 1 to 40 characters.
too_many_views_text = There are thirty views already. Remove one first.
