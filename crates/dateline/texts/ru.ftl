# Texts of the public site in Russian.

## The frame of every page
homepage = Главная
breadcrumb = Навигационная цепочка
skip_to_content = Перейти к содержанию
sections = Рубрики
languages = Языки
use_notice = При использовании материалов сайта гиперссылка на источник обязательна.

## The front
latest_news = Последние новости
days_news = Новости дня
breaking = Срочная новость
flash = Молния
urgent = Срочно
list_empty = Материалов пока нет.

## Kinds of stories
kind_official = Официально
kind_interview = Интервью
kind_factbox = Справка
kind_photo_story = Фоторепортаж
kind_press_release = Пресс-релиз

## A story
published_at = Опубликовано { $time }
updated_at = Обновлено { $time }
corrected_at = Исправлено { $time }
by = Автор: { $names }
topics = Темы
keywords = Ключевые слова
other_news = Другие новости рубрики
continues = Продолжение темы:
continued_from = Ранее по теме:
read_also = Читайте также
sign_off_reporter = Собрали материал: { $names }
sign_off_writer = Текст: { $names }
sign_off_translator = Перевод: { $names }
sign_off_editor = Редактор: { $names }
translations = Материал на других языках
translation_behind = После перевода в оригинал были внесены изменения. В этой версии они пока не отражены.
correction = Исправление
report_hint = Нашли ошибку? Выделите её и нажмите Ctrl + Enter
report_button = Сообщить об ошибке
copy_with_link = Скопировать со ссылкой
copied = Скопировано
copy_failed = Браузер не разрешил копирование

## Lists
stories_count =
    { $count ->
        [one] { $count } материал
        [few] { $count } материала
       *[other] { $count } материалов
    }
topic_news = Новости по теме: { $topic }
author_stories = Материалы автора: { $name }
archive = Архив
archive_day = Новости за { $date }
archive_month = Новости: { $month }
archive_empty = За этот день материалов нет.
archive_month_empty = За этот месяц материалов нет.
calendar = Календарь
previous_day = Предыдущий день
next_day = Следующий день
previous_month = Предыдущий месяц
next_month = Следующий месяц
older = Более ранние
pages = Страницы

## History and corrections
history = История изменений
history_intro = Все опубликованные версии материала, начиная с последней. Добавленные слова подчёркнуты, удалённые зачёркнуты.
history_of = История изменений: { $headline }
version = Версия
version_number = Версия { $number }
current_version = Текущая версия
changed_since = Изменения по сравнению с версией { $number }
text_unchanged = Текст не изменился.
act_release = Опубликовано
act_update = Обновлено
act_correction = Исправлено
act_refile = Исправлена опечатка
act_hold = Снято на проверку
act_lift = Опубликовано повторно
act_kill = Аннулировано
act_takedown = Удалено
act_restore = Восстановлено
act_unpublish = Снято с публикации
act_import = Перенесено из архива
corrections = Исправления
corrections_intro = Если мы допускаем ошибку, мы исправляем её и открыто об этом сообщаем. Здесь собраны все исправления к опубликованным материалам, начиная с последних.
corrections_empty = Исправлений пока нет.

## What is no longer there
held_title = Материал проверяется
held_text = Материал временно снят с публикации до завершения проверки. Просим не использовать его, пока он не будет опубликован снова.
killed_title = Материал аннулирован
killed_text = Агентство аннулировало этот материал. Использовать его в каком бы то ни было виде нельзя.
killed_headline = Заголовок аннулированного материала: { $headline }
takedown_title = Материал недоступен
takedown_text = Материал, находившийся по этому адресу, удалён по юридическим причинам.
unpublished_title = Материал снят с публикации
unpublished_text = Материала, находившегося по этому адресу, на сайте больше нет.
reason = Причина
substitute = Взамен опубликовано:

## Errors
not_found_title = Страница не найдена
not_found_text = По этому адресу страницы нет. Возможно, в адресе опечатка или страница перемещена.
gone_title = Страница удалена
gone_text = Страницы, находившейся по этому адресу, больше не существует.
legal_title = Недоступно по юридическим причинам
legal_text = Эта страница не может быть показана по юридическим причинам.
error_title = Произошла ошибка
error_text = Сейчас показать страницу не удалось. Мы уже знаем о неполадке; попробуйте ещё раз чуть позже.
to_homepage = На главную
to_latest_news = К последним новостям

## Feeds and other readers that are programs
feed_title = { $agency }: последние новости
feed_section_title = { $agency }: { $section }
feed_topic_title = { $agency }: { $topic }
feed_description = { $agency } – последние новости
feed_withdrawn = Этот материал аннулирован.
sitemap = Карта сайта
llms_intro = { $agency } – информационное агентство. Ниже перечислены его языковые версии, рубрики и новостные ленты; любой материал можно получить простым текстом в формате Markdown, добавив .md к его адресу.
llms_editions = Языковые версии
llms_use = Условия использования

## Letters to the newsroom
feedback_title = Обратная связь
feedback_closed = Форма сейчас закрыта. Пожалуйста, попробуйте позже.
required_hint = Поля, отмеченные *, обязательны для заполнения.
captcha_hint = Введите буквы, изображённые на картинке выше.
captcha_case_hint = Регистр букв не имеет значения.
feedback_subject = Тема
feedback_name = Имя
feedback_email = Электронная почта
feedback_message = Сообщение
feedback_send = Отправить
feedback_thanks = Спасибо. Ваше письмо получено редакцией.
feedback_reference = Его номер:
feedback_too_many = За последний час из вашей сети пришло много писем. Набранное сохранено; пожалуйста, отправьте позже.
feedback_close = Закрыть
feedback_failed = Отправить не удалось. Набранное сохранено; попробуйте ещё раз.
field_missing = Заполните это поле.
field_too_long = Это длиннее, чем мы можем принять.
field_no_address = Это не адрес электронной почты.
captcha_alt = Шесть нарисованных букв. Их можно и прослушать.
captcha_listen = Или прослушайте:
captcha_letters = Буквы
captcha_again = Другие буквы
captcha_missing = Введите буквы.
captcha_too_soon = Это было очень быстро. Отправьте ещё раз.
captcha_wrong = Буквы не совпали. Вот другие; набранное сохранено.
captcha_stale = Эти буквы устарели или уже использованы. Вот другие; набранное сохранено.
form_stale = Форма устарела или уже была отправлена. Отправьте её, пожалуйста, ещё раз.
captcha_needs_script = Для этой формы нужны скрипты, а в вашем браузере они отключены.
captcha_working = Проверяем, что пишет не машина…
captcha_done = Проверено: буквы вводить не нужно.

## Mistakes that readers report
report_marked = Вы выделили:
report_which = Где ошибка?
report_suggestion = Как должно быть
report_kind = Какая это ошибка?
report_kind_slip = Опечатка: орфография, грамматика, пропущенное слово
report_kind_fact = Факт: число, имя, дата
report_kind_translation = Перевод
report_kind_picture = Снимок или подпись к нему
report_kind_link = Ссылка
report_word = Комментарий редактору
report_email_hint = Если вы укажете адрес, мы сначала попросим его подтвердить, а затем напишем один раз, когда вопрос будет решён. Через 30 дней адрес удаляется.
report_which_missing = Выделите слова или выберите абзац.
report_kind_missing = Укажите, какая это ошибка.
report_nothing_said = Напишите, как должно быть, или оставьте комментарий редактору.
report_foreign_words = Этих слов в материале нет или уже нет. Выберите абзац.
report_unknown_version = Материал изменился с тех пор, как вы его открыли. Выберите абзац в нынешнем виде.
report_too_long = Выделено больше, чем мы можем принять: не более 300 знаков. Выберите абзац.
report_thanks = Спасибо. Ваше сообщение получено редакторами.
report_already_fixed = Спасибо. Это уже исправлено.
report_before = Было:
report_after = Стало:
report_follow = Следить за сообщением
report_mail_sent = Мы отправили вам письмо. Перейдите по ссылке в нём, чтобы мы могли написать вам, когда вопрос будет решён.
report_status_title = Ваше сообщение
report_story = Материал:
report_sent_at = Отправлено:
report_settled_at = Решено:
report_told = Мы напишем вам, когда вопрос будет решён.
report_waiting = Ваше сообщение ждёт редактора.
report_fixed = Ошибка исправлена. Спасибо.
report_not_a_mistake = Редакторы проверили: в тексте всё верно.
report_rejected = Редакторы рассмотрели сообщение и решили оставить текст без изменений.
report_confirm_text = Это ваш адрес? Тогда мы напишем вам один раз, когда вопрос будет решён.
report_confirm_button = Да, это мой адрес
report_confirm_mail_subject = { $agency }: подтвердите ваш адрес ({ $reference })
report_confirm_mail = Кто-то, вероятно вы, сообщил в { $agency } об ошибке под номером { $reference } и хочет узнать, чем дело кончится. Если это вы, подтвердите адрес здесь:
report_confirm_mail_end = Если это не вы, ничего делать не нужно: больше мы писать не будем.
report_settled_mail_subject = { $agency }: ваше сообщение { $reference } рассмотрено
report_settled_mail_end = Спасибо, что внимательно читаете { $agency }. Это единственное письмо о сообщении { $reference }.
report_joined =
    { $count ->
        [one] Спасибо. До вас об этом сообщил { $count } читатель; ваше сообщение добавлено.
        [few] Спасибо. До вас об этом сообщили { $count } читателя; ваше сообщение добавлено.
       *[other] Спасибо. До вас об этом сообщили { $count } читателей; ваше сообщение добавлено.
    }
