agency_license = شرایط استفاده
agency_license_hint = نشانی صفحه‌ای که شرایط استفاده از محتوای شما را می‌گوید. موتورهای جست‌وجو و برنامه‌های دیگر آن را می‌خوانند.
agency_acquire_license = درخواست مجوز
agency_acquire_license_hint = اگر نشانی جداگانه‌ای نباشد، فرم نامه به تحریریه است.
