# What acts leave to desks

nav_tasks = Tapşırıqlar
task_translation_behind = Orijinala düzəliş verilib. Bu dildə də lazımdırmı?
task_schedule_refused = Planlaşdırılan əməl vaxtı gələndə rədd edildi
task_schedule_cancelled = Planı ləğv edən əməl: { $act }
task_confirmed_alone = Bir nəfər tək təsdiqləyib: { $act }
task_original = Nə düzəldilib
task_put_right = Aç və düzəlt
task_nothing = Burada dəyişiklik lazım deyil
task_seen = Nəzərə alındı
