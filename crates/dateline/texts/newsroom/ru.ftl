# Тексты страниц редакции по-русски.

## The frame
newsroom = Редакция
skip = К содержанию
nav = Редакция
nav_start = Мой день
nav_board = Доска
nav_media = Фотографии
nav_people = Сотрудники
nav_desks = Отделы
nav_audit = Журнал
notices = Уведомления
account = Моя учётная запись
page_language = Язык этих страниц
set = Задать
save = Сохранить
make = Создать
cancel = Отмена
close = Закрыть
confirm = Подтвердить
remove = Убрать
move = Перенести
end = Завершить
all = Все
show = Показать
search = Поиск
name = Имя
nobody = Никто
from = С
to = По
at = Время
date = Дата
person = Сотрудник
upload = Загрузить
nothing_here = Здесь ничего нет.
to_start = На начальную страницу

## Signing in
sign_in = Войти
sign_out = Выйти
sign_in_first = Сначала войдите.
sign_in_wrong = Адрес и пароль не подходят.
sign_in_paused = Слишком много попыток. Подождите немного и попробуйте снова.
email = Электронная почта
password = Пароль
old_password = Нынешний пароль
new_password = Новый пароль
password_again = Новый пароль ещё раз
set_password = Задать пароль
passwords_differ_text = Пароли не совпадают.
password_short_text = В пароле не меньше 8 знаков.
wrong_password_text = Нынешний пароль неверен.
forgotten = Забыли пароль?
send_letter = Отправить письмо
letter_sent = Если этот адрес у нас есть, письмо уже в пути. Ссылка действует час.
letter_old_text = Ссылка устарела или уже использована. Запросите новую.
welcome = Добро пожаловать, { $name }
code_title = Второй шаг
code = Код
code_hint = Шесть цифр из приложения-аутентификатора или один из запасных кодов.
wrong_code_text = Код неверен или уже использован.
authenticator = Аутентификатор
authenticator_hint = С приложением-аутентификатором украденный пароль сам по себе ничего не откроет.
authenticator_scan = Отсканируйте картинку приложением-аутентификатором или введите буквы под ней. Затем введите показанный код.
authenticator_on =
    { $count ->
        [one] При входе спрашивается код. Остался { $count } запасной код.
        [few] При входе спрашивается код. Осталось { $count } запасных кода.
       *[other] При входе спрашивается код. Осталось { $count } запасных кодов.
    }
set_up = Настроить
recovery_codes = Запасные коды
recovery_hint = Храните их там, где найдёте без телефона. Каждый действует один раз; показываются они только сейчас.
sessions = Где вы вошли
this_session = этот браузер
end_others = Завершить все остальные

## People and desks
invite = Пригласить
roles_everywhere = Роли во всех отделах
role_reporter = Корреспондент
role_editor = Редактор
role_chief = Выпускающий редактор
role_photo = Фотослужба
role_translator = Переводчик
role_correspondent = Собкор за рубежом
role_administrator = Администратор
disabled = Вход закрыт
disable = Закрыть вход
forget_authenticator = Убрать аутентификатор
key = Ключ
new_desk = Новый отдел
languages_hint = Языки (пусто — все)
sections_hint = Рубрики (пусто — все)
steps_hint = Свои этапы работы над текстом, по одному в строке
approval = Визирование перед выпуском
approval_nobody = Не нужно
approval_another_person = Другим сотрудником
approval_chief = Выпускающим редактором
act = Действие
subject = Предмет
detail = Подробности
network = Откуда

## Board and start page
mine = Мои
whose = Чьи
waiting = Ждут меня
to_confirm = Нужен второй сотрудник
just_released = Только что вышли
new_story = Новый материал
stage_draft = В работе
stage_submitted = Сдано
stage_approved = Завизировано
stage_released = Выпущено
stage_spiked = Снято до выхода
held_by = Пишет { $name }
held_by_nobody = Никто не пишет
asked_by = { $name } просит текст
due_at = срок { $time }
waits_for_second = ждёт второго сотрудника
line_lost = Связь потеряна. Изменения появятся, когда она восстановится.
keys = Клавиши
key_move = Следующий и предыдущий материал
key_open = Открыть
key_release = Выпустить…
claim = Взять
submit = Сдать
approve = Завизировать

## A story
desk = Отдел
language = Язык
languages = Языки
section = Рубрика
urgency = Срочность
headline = Заголовок
slugline = Рабочее имя
summary = Лид-аннотация
body = Текст
byline = Подпись
authors = Авторы
topics = Темы
keywords = Ключевые слова
commas_hint = Несколько — через запятую.
also_in = Также в рубриках
kind = Вид
kind_news = Новость
kind_official = Официально
kind_interview = Интервью
kind_factbox = Справка
kind_photo_story = Фоторепортаж
kind_press_release = Пресс-релиз
dateline = Место и дата
place = Место
source = Источник
follows = Номер материала, который продолжает
usage_terms = Условия использования
embargo = Эмбарго
embargo_until = До
zone = Часовой пояс
pictures = Фотографии
alt = Что изображено (для незрячих)
caption = Подпись к фото
credit = Автор фото
add_picture = Добавить фотографию
version = Версия
versions = Версии
revision = Редакция
revisions = Редакции и версии
preview = Предпросмотр
public_page = Страница на сайте
counts = { $words } слов, { $characters } знаков, { $minutes } мин
checks = Перед выпуском
check_long_headline = Заголовок длиннее 110 знаков.
check_empty_body = Текста нет.
check_no_dateline = Не указано место.
check_no_alt = У фотографии нет описания.
check_no_credit = У фотографии не указан автор.
check_not_in_edition = Этой рубрики нет в этом выпуске.
check_quotes = Кавычки не парные.
let_go = Отпустить
ask_for = Попросить текст
take_over = Забрать
hand_over = Передать
hand_over_to = Кому
send_back = Вернуть на доработку
spike = Снять
spike_reason = Почему снят
unspike = Вернуть в работу
step = Этап
assigned_to = Поручено
due = Срок
translate_into = Перевести на
remarks = Замечания
remark = Замечание
remark_hint = @имя уведомит коллегу.
say = Сказать
made_by = Создал(а) { $name }, { $time }
changed_at = изменено { $time }
published_at = опубликовано { $time }
saved_elsewhere = Сохранено кем-то другим. Обновите страницу, чтобы увидеть.
taken_over = { $name } забрал(а) материал. Несохранённое осталось отдельной редакцией.
said_saved = Сохранено.
said_done = Сделано.
said_asked = Запрошено. Нужно подтверждение второго сотрудника; материал пока приостановлен.
said_made = Создано. Материал у вас.
said_restored = Восстановлено как новая редакция.

## Revisions
difference = Разница
compare = Сравнить
as_it_stands = как есть
restore = Восстановить
reason_work = по ходу работы
reason_submit = сдано
reason_approve = завизировано
reason_send_back = возвращено
reason_hand_over = сменились руки
reason_spike = снято или возвращено
reason_restore = перед восстановлением
reason_release = выпущено
reason_set_aside = отложено: кто-то успел раньше

## Acts
acts = Действия
act_release = Выпустить
act_update = Обновить
act_correction = Исправить
act_refile = Поправить опечатку
act_hold = Приостановить
act_lift = Снять приостановку
act_kill = Аннулировать
act_takedown = Удалить с сайта
act_restore = Вернуть
act_redact = Скрыть слова
act_unpublish = Снять с публикации
about_release = Первая публикация.
about_update = Более новый и полный текст. В пометке — что нового.
about_correction = Вышла ошибка. В пометке: где, что было сказано и как правильно.
about_refile = Исправляется описка, не существо. Читателям пометки нет.
about_hold = Не использовать, пока проверяем. Читатели и подписчики извещаются.
about_lift = Приостановка окончена.
about_kill = Ошибка такова, что материал использовать нельзя. Читатели видят причину.
about_takedown = Удаляется по правовым причинам. На сайте не остаётся ничего.
about_restore = Удаление было ошибкой: материал возвращается.
about_redact = Слова заменяются во всех версиях, подписях и пометках. Вернуть их нельзя.
about_unpublish = Снимается с сайта без извещения в ленте.
release_never = не публиковался
release_advanced = у доверенных подписчиков
release_public = опубликован
release_held = приостановлен
release_killed = аннулирован
release_taken_down = удалён
release_unpublished = снят с публикации
editor_note = Пометка для редакций
public_note = Пометка для читателей
reason = Причина
substitute = Номер материала взамен
covered = Охват
this_language = Этот язык
all_languages =
    { $count ->
        [one] { $count } язык
        [few] Все { $count } языка
       *[other] Все { $count } языков
    }
later = В заданное время
redact_words = Слова для замены, по одному в строке
readers_get = Что увидят читатели
second_hint = Нужно подтверждение второго сотрудника. Запрос на аннулирование или удаление сразу приостанавливает материал.
pending = { $act }: запросил(а) { $name }, { $time }
look_and_confirm = Посмотреть и подтвердить
confirm_title = Подтверждение: { $act }
confirm_act = Подтвердить: { $act }
covers_count =
    { $count ->
        [one] Охватывает { $count } материал
        [few] Охватывает { $count } материала
       *[other] Охватывает { $count } материалов
    }
alone_hint = Полчаса никто не отвечал. Можно подтвердить в одиночку; это будет отмечено.

## Notices and letters
all_seen = Всё просмотрено
notice_asked = { $name } просит у вас текст
notice_handed = { $name } передаёт вам
notice_taken = { $name } забрал(а)
notice_assigned = { $name } поручает вам
notice_sent_back = { $name } возвращает на доработку
notice_approved = { $name } завизировал(а)
notice_remark = { $name } оставил(а) замечание
notice_confirm = { $name } просит подтверждения
notice_confirmed = { $name } подтвердил(а)
mail_invite_subject = { $agency }: добро пожаловать в редакцию
mail_invite_text =
    Здравствуйте, { $name }!
    
    Вас приглашают в редакцию { $agency }. Задайте пароль в течение недели:
    
    { $link }
mail_reset_subject = { $agency }: новый пароль
mail_reset_text =
    Здравствуйте, { $name }!
    
    Кто-то, вероятно вы, запросил новый пароль в { $agency }. Задайте его в течение часа:
    
    { $link }
    
    Если это были не вы, ничего не делайте.
mail_confirm_subject = На подтверждение: { $headline }
mail_confirm_text =
    { $name } просит второго сотрудника: { $act }.
    
    Материал и что изменится:
    
    { $link }

## What cannot be done
refused_title = Нет доступа
refused_text = Ваши роли этого не позволяют.
foreign_text = Запрос пришёл с другого сайта и не выполнен.
missing_title = Ничего нет
missing_text = По этому адресу ничего нет или нет того, что вам можно видеть.
bad_title = Не принято
bad_text = Что-то в форме не удаётся прочесть.
too_large_text = Это больше, чем можно принять.
too_long_text = Слишком длинно.
conflict_title = Сейчас нельзя
error_title = Что-то сломалось
error_text = Ошибка на нашей стороне и записана; попробуйте ещё раз.
busy_text = В тот же миг это изменил кто-то другой. Попробуйте ещё раз.
not_now_text = В нынешнем состоянии материала это невозможно.
not_approved_text = Сначала отдел должен завизировать эту редакцию.
not_submitted_text = Сначала материал надо сдать.
spiked_text = Материал снят. Сначала верните его.
behind_text = Вышла версия новее той, на которой основан этот текст.
changed_text = Кто-то успел раньше. Откройте материал заново.
held_text = Материал пишет кто-то другой.
same_person_text = Вы сами это запросили. Подтвердить должен второй сотрудник.
nothing_pending_text = Здесь нечего подтверждать.
already_out_text = Материал опубликован: его можно отозвать, но не снять.
note_missing_text = Отмеченное * нужно заполнить.
set_aside_text = Материал у другого или кто-то успел раньше. Присланное сохранено отдельной редакцией.
headline_text = Нужен заголовок.
section_text = Такой рубрики нет.
follows_text = Материала с таким номером нет.
unknown_field_text = Такого поля у материала нет.
bad_time_text = Это не дата и не время.
bad_zone_text = Такого часового пояса нет.
ambiguous_time_text = Тогда переводят часы: этого времени нет, или оно наступает дважды.
bad_language_text = Выпуска на этом языке нет, или материал уже есть.
bad_email_text = Это не адрес электронной почты.
person_text = Такого сотрудника нет, или он не пишет в этом отделе.
person_known_text = С этим адресом уже кто-то есть.
last_administrator_text = Хотя бы один администратор должен остаться.
desk_known_text = Отдел с таким ключом уже есть.
desk_key_text = Ключ — от 1 до 64 знаков: a-z, 0-9, - и _.
remark_text = Сначала напишите что-нибудь.
file_text = Сначала выберите файл.
