# The board, its views, and desks

late = متأخر
card_menu = ما يمكن فعله بـ«{ $headline }»
card_menu_short = ما يمكن فعله
views = العروض
view_all = الكل
view_keep = حفظ كعرض
view_for = لمن
view_for_me = لي
view_opens = افتح لوحتي به
view_opening = يُفتح مع اللوحة
views_arrange = ترتيب العروض
views_hint = اختر المرشحات على اللوحة واحفظها باسم. تُفتح التسعة الأولى بالمفاتيح 1 إلى 9، والكل بالمفتاح 0.
rename = إعادة تسمية
move_up = إلى أعلى
move_down = إلى أسفل
filters = المرشحات
whose_nobody = غير مسندة
due_late = متأخرة
due_soon = خلال ساعتين
due_set = ذات موعد
due_list = مواعيد قريبة
stories_shown = أخبار معروضة
columns = الأعمدة
line_back = عاد الاتصال، وكل شيء محدَّث.
line_live = مباشر
key_columns = العمود السابق والتالي
key_assign = إسناد وتحديد موعد
key_due = تحديد موعد
key_desk = الخطوة والقسم
key_carry = نقل الخبر إلى العمود المجاور
key_filter = البحث والمرشحات
to_board = إلى اللوحة
nothing_found = لا ملاحظات.
release_now = إصدار الآن
more_choices = خيارات أخرى
times_in = الأوقات بتوقيت { $zone }.
members = الأعضاء
members_count =
    { $count ->
        [zero] بلا أعضاء
        [one] عضو واحد
        [two] عضوان
        [few] { $count } أعضاء
       *[other] { $count } عضواً
    }
member_add = إضافة عضو
member_as = بصفة
members_hint = من لا دور له هنا ليس عضواً. تُمنح الأدوار في كل الأقسام من صفحة الأشخاص.
view_name_text = لاسم العرض من 1 إلى 40 حرفاً.
too_many_views_text = هناك ثلاثون عرضاً بالفعل. احذف واحداً أولاً.
