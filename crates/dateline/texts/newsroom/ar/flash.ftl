# A flash

flash = عاجل
flash_hint = عنوان وحده، باللغات المختارة دفعة واحدة. لا ينتظر موافقة أحد.
flash_send = إرسال العاجل
flash_send_now = نعم، أرسل الآن
flash_sure = ضغطة أخرى ترسله. العاجل لا يُستردّ، بل يوقف أو يُلغى.
flash_alike = نُشر من قبل ويكاد يطابقه:
flash_repeats = نُشر ما يكاد يطابقه.
flash_failed = لم يُرسَل. تحقق من عدم صدوره قبل إعادة المحاولة.
flash_keys = F8 يفتحه من أي مكان. Ctrl + Enter مرتين للإرسال.
flash_headline_text = لغة مختارة بلا عنوان.
flash_languages_text = اختر لغة.
flash_desk_text = لا يحق لك الإصدار في هذا القسم.
said_flashed = صدر العاجل. هذا أول تفصيل له: تابع الكتابة.
