# Acts

acts = الإجراءات
act_release = إصدار
act_update = تحديث
act_correction = تصحيح
act_refile = إصلاح هفوة
act_hold = إيقاف
act_lift = رفع الإيقاف
act_kill = إلغاء
act_takedown = حذف
act_restore = إعادة
act_redact = حجب كلمات
act_unpublish = سحب من الموقع
about_release = النشر الأول.
about_update = نص أحدث وأكمل. تقول الملاحظة ما الجديد.
about_correction = نُشر خطأ. تقول الملاحظة أين، وماذا كُتب، وما الصحيح.
about_refile = هفوة لا تمس المضمون. لا ملاحظة للقراء.
about_hold = لا يُستخدم ما دمنا نتحقق. يُعلم القراء والمشتركون.
about_lift = ينتهي الإيقاف.
about_kill = خطأ لا يجوز معه استخدامه. يرى القراء السبب.
about_takedown = يُحذف لأسباب قانونية ولا يبقى منه شيء.
about_restore = كان الحذف خطأ: يعود الخبر.
about_redact = تُستبدل كلمات في كل النسخ والتعليقات والملاحظات، ولا يمكن استرجاعها.
about_unpublish = يُسحب من الموقع بلا إشعار في الخدمة.
release_never = غير منشور
release_advanced = لدى مشتركين موثوقين
release_public = منشور
release_held = موقوف
release_killed = ملغى
release_taken_down = محذوف
release_unpublished = مسحوب
editor_note = ملاحظة للمحررين
public_note = ملاحظة للقراء
reason = السبب
substitute = رقم خبر بديل
covered = يشمل
this_language = هذه اللغة
all_languages =
    { $count ->
        [one] لغة واحدة ({ $count })
        [two] اللغتين ({ $count })
        [few] كل اللغات ({ $count })
       *[other] كل اللغات ({ $count })
    }
later = في وقت محدد
redact_words = الكلمات المراد استبدالها، كل منها في سطر
readers_get = ما يراه القراء
second_hint = يجب أن يؤكده شخص ثانٍ. طلب الإلغاء أو الحذف يوقف الخبر فوراً.
pending = { $act }: طلبه { $name }، { $time }
look_and_confirm = انظر وأكّد
confirm_title = تأكيد: { $act }
confirm_act = تأكيد: { $act }
covers_count =
    { $count ->
        [one] يشمل خبراً واحداً ({ $count })
        [two] يشمل خبرين ({ $count })
        [few] يشمل { $count } أخبار
       *[other] يشمل { $count } خبراً
    }
alone_hint = لم يُجب أحد في الوقت المحدد. لك أن تؤكد وحدك؛ ويُسجَّل ذلك ويُبلَّغ عنه.
