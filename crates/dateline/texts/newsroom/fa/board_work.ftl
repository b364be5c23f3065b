# The board, its views, and desks

late = دیرشده
card_menu = کارهایی برای «{ $headline }»
card_menu_short = کارها
views = نماها
view_all = همه
view_keep = نگه‌داشتن به‌عنوان نما
view_for = برای
view_for_me = خودم
view_opens = تابلوی من با آن باز شود
view_opening = با تابلو باز می‌شود
views_arrange = چیدن نماها
views_hint = پالایه‌ها را روی تابلو برگزینید و با یک نام نگه دارید. نُه نمای نخست با کلیدهای ۱ تا ۹ باز می‌شوند و همه با ۰.
rename = تغییر نام
move_up = بالاتر
move_down = پایین‌تر
filters = پالایه‌ها
whose_nobody = بی‌صاحب
due_late = دیرشده
due_soon = تا دو ساعت دیگر
due_set = دارای موعد
due_list = موعد نزدیک
stories_shown = خبرهای نشان‌داده‌شده
columns = ستون‌ها
line_back = ارتباط برقرار شد؛ همه‌چیز به‌روز است.
line_live = زنده
key_columns = ستون پیشین و پسین
key_assign = سپردن و تعیین موعد
key_due = تعیین موعد
key_desk = گام و میز
key_carry = بردن خبر به ستون کناری
key_filter = جست‌وجو و پالایه‌ها
to_board = به تابلو
nothing_found = موردی دیده نشد.
release_now = اکنون منتشر شود
more_choices = گزینه‌های دیگر
times_in = زمان‌ها به وقت { $zone } است.
members = اعضا
members_count =
    { $count ->
       *[other] { $count } عضو
    }
member_add = افزودن کسی
member_as = به‌عنوان
members_hint = هر که اینجا نقشی نداشته باشد عضو نیست. نقش در همهٔ میزها در صفحهٔ همکاران داده می‌شود.
view_name_text = نام نما ۱ تا ۴۰ نویسه دارد.
too_many_views_text = سی نما هست. نخست یکی را بردارید.
