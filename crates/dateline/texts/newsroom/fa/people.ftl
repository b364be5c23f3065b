# People and desks

invite = دعوت
roles_everywhere = نقش‌ها در همهٔ میزها
role_reporter = خبرنگار
role_editor = دبیر
role_chief = سردبیر
role_photo = میز عکس
role_translator = مترجم
role_correspondent = خبرنگار خارج
role_administrator = مدیر سامانه
disabled = اجازهٔ ورود ندارد
disable = بستن ورود
forget_authenticator = برداشتن برنامهٔ احراز هویت
key = کلید
new_desk = میز تازه
languages_hint = زبان‌ها (خالی یعنی همه)
sections_hint = بخش‌ها (خالی یعنی همه)
steps_hint = گام‌های خود میز هنگام نوشتن، هر کدام در یک سطر
approval = تأیید پیش از انتشار
approval_nobody = لازم نیست
approval_another_person = از سوی شخصی دیگر
approval_chief = از سوی سردبیر
act = کار
subject = موضوع
detail = جزئیات
network = از کجا
