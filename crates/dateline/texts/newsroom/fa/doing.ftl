# Acts being done

note_headline = تیتر
note_summary = خلاصه
note_paragraph = بند { $number }
note_heading = میان‌تیتر { $number }
note_list = فهرست { $number }
note_table = جدول { $number }
note_picture = شرح عکس { $number }
note_cell = جدول { $table }، سطر { $row }
note_line = { $place }: { $change }
note_swap = { $right } و نه { $wrong }
note_added = «{ $right }» افزوده شد
note_removed = «{ $wrong }» حذف شد
note_and = { $first }؛ { $second }
takedown_template =
    به دلایل حقوقی حذف شد. لطفاً آن را همراه عکس‌ها از همهٔ سامانه‌ها و بایگانی‌ها پاک کنید.
    به درخواست:
    مستند و شماره:
subscribers_get = آنچه مشترکان می‌گیرند
no_wire_hint = چیزی در سرویس فرستاده نمی‌شود.
delivery_hint = سرویس چنین خواهد گفت. مشترکان API بی‌درنگ می‌گیرند.
look = نمایش نتیجه
lifting = بازمی‌گردد
lifting_as_it_was = همان‌گونه که بود
lifting_corrected = تصحیح‌شده، با یادداشت
redact_with = آنچه جایشان می‌آید
early_hint = این ممنوعیت را پیش از موعد پایان می‌دهد: اکنون همه خبر را می‌گیرند.
ends_schedules_hint = آنچه برای این خبر زمان‌بندی شده لغو می‌شود.
mends_title = آیا خطایی اصلاح می‌شود؟
mends_hint = واژه‌های منتشرشده تغییر کرده است. اگر خطایی منتشر شده، اصلاحیه بدهید: خطا در به‌روزرسانی پنهان نمی‌شود.
make_correction = اصلاحیه شود
which_time = اگر این ساعت دو بار می‌آید
which_first = بار نخست
which_second = بار دوم
held_meanwhile = خبر در این مدت متوقف است.
alone_from = از { $time } می‌توانید به‌تنهایی تأیید کنید؛ ثبت و گزارش می‌شود.
take_request_back = پس گرفتن درخواست
take_back_hint = آنچه درخواست متوقف کرد همان‌گونه بازمی‌گردد.
said_set = تعیین شد. در تقویم است.
said_taken_back = درخواست پس گرفته شد.
notice_may_alone = کسی پاسخ نداد؛ می‌توانید به‌تنهایی تأیید کنید
notice_confirmed_alone = { $name } به‌تنهایی تأیید کرد
notice_taken_back = { $name } درخواست را پس گرفت
mail_remind_subject = هنوز در انتظار تأیید: { $headline }
mail_remind_text =
    { $name } هنوز منتظر نفر دوم است: { $act }.
    
    خبر و آنچه تغییر می‌کند:
    
    { $link }
mail_alone_subject = کسی تأیید نکرد: { $headline }
mail_alone_text =
    { $name }، کسی به درخواست شما پاسخ نداد: { $act }. اکنون می‌توانید به‌تنهایی تأیید کنید؛ ثبت و گزارش می‌شود.
    
    { $link }
never_time_text = ساعت از این زمان می‌گذرد: آن روز چنین ساعتی نیست.
twice_time_text = این ساعت آن روز دو بار می‌آید: بگویید کدام.
past_time_text = این زمان گذشته است.
