agency_license = شروط الاستخدام
agency_license_hint = عنوان الصفحة التي تبيّن شروط استخدام محتواكم. تقرؤه محركات البحث وبرامج أخرى.
agency_acquire_license = أين يُطلب الترخيص
agency_acquire_license_hint = إن لم يُذكر عنوان خاص فهو نموذج الرسائل.
