# Texts of the public site in Persian.

## The frame of every page
homepage = صفحه نخست
breadcrumb = مسیر صفحه
skip_to_content = رفتن به محتوا
sections = سرویس‌ها
languages = زبان‌ها
use_notice = استفاده از مطالب این پایگاه با ذکر منبع و درج پیوند به آن آزاد است.

## The front
latest_news = تازه‌ترین خبرها
days_news = خبرهای روز
breaking = خبر فوری
flash = بسیار فوری
urgent = فوری
list_empty = هنوز خبری در اینجا نیست.

## Kinds of stories
kind_official = اطلاعیه رسمی
kind_interview = گفت‌وگو
kind_factbox = خبر در یک نگاه
kind_photo_story = گزارش تصویری
kind_press_release = اطلاعیه مطبوعاتی

## A story
published_at = انتشار: { $time }
updated_at = به‌روزرسانی: { $time }
corrected_at = اصلاح: { $time }
by = نوشته { $names }
topics = موضوع‌ها
keywords = کلیدواژه‌ها
other_news = خبرهای دیگر این سرویس
continues = دنباله این خبر:
continued_from = پیش‌تر در این باره:
read_also = همچنین بخوانید
sign_off_reporter = گزارش: { $names }
sign_off_writer = نگارش: { $names }
sign_off_translator = ترجمه: { $names }
sign_off_editor = ویرایش: { $names }
translations = این خبر به زبان‌های دیگر
translation_behind = متن اصلی پس از ترجمه تغییر کرده و این تغییر هنوز در این نسخه نیامده است.
correction = اصلاحیه
report_hint = اگر خطایی دیدید، آن را انتخاب کنید و Ctrl + Enter را فشار دهید
report_button = گزارش خطا
copy_with_link = رونوشت همراه با پیوند
copied = رونوشت برداشته شد
copy_failed = مرورگر اجازه رونوشت‌برداری نداد

## Lists
stories_count = { $count } خبر
topic_news = خبرهای مربوط به { $topic }
author_stories = مطالب { $name }
archive = بایگانی
archive_day = خبرهای { $date }
archive_month = خبرهای { $month }
archive_empty = در این روز خبری منتشر نشده است.
archive_month_empty = در این ماه خبری منتشر نشده است.
calendar = تقویم
previous_day = روز قبل
next_day = روز بعد
previous_month = ماه قبل
next_month = ماه بعد
older = قدیمی‌تر
pages = صفحه‌ها

## History and corrections
history = پیشینه ویرایش‌ها
history_intro = همه نسخه‌های منتشرشده این خبر، از تازه‌ترین به قدیمی‌ترین. زیر واژه‌های افزوده خط کشیده شده و روی واژه‌های حذف‌شده خط خورده است.
history_of = پیشینه ویرایش‌ها: { $headline }
version = نسخه
version_number = نسخه { $number }
current_version = نسخه کنونی
changed_since = تغییرات نسبت به نسخه { $number }
text_unchanged = متن تغییری نکرده است.
act_release = منتشر شد
act_update = به‌روز شد
act_correction = اصلاح شد
act_refile = غلط تایپی رفع شد
act_hold = برای بررسی متوقف شد
act_lift = دوباره منتشر شد
act_kill = باطل شد
act_takedown = حذف شد
act_restore = بازگردانده شد
act_unpublish = از پایگاه برداشته شد
act_import = از بایگانی منتقل شد
corrections = اصلاحیه‌ها
corrections_intro = اگر اشتباه کنیم، آن را اصلاح و آشکارا اعلام می‌کنیم. همه اصلاحیه‌های خبرهای منتشرشده، از تازه‌ترین به قدیمی‌ترین، در اینجا آمده است.
corrections_empty = تاکنون اصلاحیه‌ای منتشر نشده است.

## What is no longer there
held_title = این خبر در دست بررسی است
held_text = انتشار این خبر تا پایان بررسی متوقف شده است. خواهشمندیم تا انتشار دوباره از آن استفاده نکنید.
killed_title = این خبر باطل شده است
killed_text = خبرگزاری این خبر را باطل کرده است. استفاده از آن به هیچ شکلی مجاز نیست.
killed_headline = عنوان خبر باطل‌شده: { $headline }
takedown_title = این خبر دیگر در دسترس نیست
takedown_text = خبر این نشانی به دلایل حقوقی حذف شده است.
unpublished_title = این خبر دیگر در پایگاه ما نیست
unpublished_text = خبر این نشانی از پایگاه ما برداشته شده است.
reason = دلیل
substitute = به جای آن بخوانید:

## Errors
not_found_title = صفحه پیدا نشد
not_found_text = در این نشانی صفحه‌ای نیست. شاید نشانی نادرست نوشته شده یا صفحه جابه‌جا شده باشد.
gone_title = صفحه حذف شده است
gone_text = صفحه‌ای که در این نشانی بود دیگر وجود ندارد.
legal_title = به دلایل حقوقی در دسترس نیست
legal_text = این صفحه به دلایل حقوقی قابل نمایش نیست.
error_title = خطایی رخ داد
error_text = نمایش صفحه اکنون ممکن نشد. از این نقص باخبر شده‌ایم؛ لطفاً اندکی بعد دوباره تلاش کنید.
to_homepage = رفتن به صفحه نخست
to_latest_news = رفتن به تازه‌ترین خبرها

## Feeds and other readers that are programs
feed_title = { $agency }: تازه‌ترین خبرها
feed_section_title = { $agency }: { $section }
feed_topic_title = { $agency }: { $topic }
feed_description = تازه‌ترین خبرهای { $agency }
feed_withdrawn = این خبر باطل شده است.
sitemap = نقشه پایگاه
llms_intro = { $agency } خبرگزاری است. نسخه‌های زبانی، سرویس‌ها و خوراک‌های خبری آن در زیر آمده است؛ متن ساده هر خبر در قالب Markdown با افزودن ‎.md به نشانی آن در دسترس است.
llms_editions = نسخه‌های زبانی
llms_use = شرایط استفاده

## Letters to the newsroom
feedback_title = ارتباط با ما
feedback_closed = فرم در حال حاضر بسته است. لطفاً بعداً دوباره تلاش کنید.
required_hint = پر کردن بخش‌های دارای نشان * الزامی است.
captcha_hint = لطفاً حروف تصویر بالا را وارد کنید.
captcha_case_hint = حروف کوچک و بزرگ تفاوتی ندارند.
feedback_subject = موضوع
feedback_name = نام
feedback_email = ایمیل
feedback_message = پیام
feedback_send = ارسال
feedback_thanks = سپاسگزاریم. نامهٔ شما به تحریریه رسید.
feedback_reference = شمارهٔ پیگیری:
feedback_too_many = در یک ساعت گذشته نامه‌های زیادی از شبکهٔ شما رسیده است. نوشتهٔ شما از دست نرفته؛ لطفاً بعداً دوباره بفرستید.
feedback_close = بستن
feedback_failed = ارسال نشد. نوشتهٔ شما از دست نرفته؛ لطفاً دوباره تلاش کنید.
field_missing = لطفاً این قسمت را پر کنید.
field_too_long = این بلندتر از آن است که بتوانیم بپذیریم.
field_no_address = این نشانی ایمیل نیست.
captcha_alt = شش حرف، به صورت تصویر. می‌توان آن‌ها را شنید.
captcha_listen = یا گوش کنید:
captcha_letters = حروف
captcha_again = حروف دیگر
captcha_missing = لطفاً حروف را وارد کنید.
captcha_too_soon = خیلی سریع بود. لطفاً یک بار دیگر بفرستید.
captcha_wrong = حروف درست نبود. حروف دیگری آمده است؛ نوشتهٔ شما محفوظ است.
captcha_stale = زمان این حروف گذشته یا پیش‌تر استفاده شده‌اند. حروف دیگری آمده است؛ نوشتهٔ شما محفوظ است.
captcha_needs_script = این فرم به اسکریپت نیاز دارد که در مرورگر شما خاموش است.
captcha_working = در حال بررسی اینکه نویسنده ماشین نباشد…
captcha_done = بررسی شد: نیازی به حروف نیست.
