# What acts leave to desks

nav_tasks = کارهای مانده
task_translation_behind = متن اصلی اصلاح شد. این زبان هم؟
task_schedule_refused = کار زمان‌بندی‌شده در موعد خود رد شد
task_schedule_cancelled = برنامه‌ای لغو شد با: { $act }
task_confirmed_alone = یک نفر به‌تنهایی تأیید کرد: { $act }
task_original = چه چیزی اصلاح شد
task_put_right = باز کردن و اصلاح
task_nothing = اینجا تغییری لازم نیست
task_seen = دیده شد
