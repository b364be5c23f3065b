# People and desks

invite = دعوة شخص
roles_everywhere = الأدوار في كل الأقسام
role_reporter = مراسل
role_editor = محرر
role_chief = رئيس تحرير
role_photo = قسم الصور
role_translator = مترجم
role_correspondent = مراسل في الخارج
role_administrator = مدير النظام
disabled = ممنوع من الدخول
disable = منع الدخول
forget_authenticator = إزالة تطبيق المصادقة
key = المفتاح
new_desk = قسم جديد
languages_hint = اللغات (بلا اختيار: كلها)
sections_hint = الأبواب (بلا اختيار: كلها)
steps_hint = خطوات القسم أثناء الكتابة، خطوة في كل سطر
approval = الإجازة قبل النشر
approval_nobody = غير لازمة
approval_another_person = من شخص آخر
approval_chief = من رئيس التحرير
act = الإجراء
subject = الموضوع
detail = التفصيل
network = من أين
