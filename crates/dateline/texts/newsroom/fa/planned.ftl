# آنچه برای زمانی تنظیم شده است

in_calendar = در تقویم
move_or_break = جابه‌جایی یا شکستن ممنوعیت انتشار
notice_released_by_itself = در زمان تعیین‌شده منتشر شد
