# Тексты редактора на русском языке.

## Панель
editor_toolbar = Форматирование
editor_words = Текст материала
editor_undo = Отменить
editor_redo = Повторить
editor_paragraph = Абзац
editor_heading2 = Подзаголовок
editor_heading3 = Подзаголовок второго уровня
editor_heading4 = Малый подзаголовок
editor_strong = Полужирный
editor_emphasis = Курсив
editor_underline = Подчёркнутый
editor_strike = Зачёркнутый
editor_sub = Нижний индекс
editor_sup = Верхний индекс
editor_link = Ссылка
editor_unordered = Маркированный список
editor_ordered = Нумерованный список
editor_quotation = Цитата
editor_preformatted = Текст как набран
editor_picture = Фото, видео или аудио
editor_embed = Публикация или видео с другой площадки
editor_table = Таблица
editor_rule = Разделительная линия
editor_characters = Специальные символы
editor_quotes = Кавычки
editor_direction = Направление письма
editor_find = Найти и заменить

## Таблицы
editor_row_before = Строка выше
editor_row_after = Строка ниже
editor_row_delete = Удалить строку
editor_column_before = Столбец до
editor_column_after = Столбец после
editor_column_delete = Удалить столбец
editor_header_row = Строка заголовков
editor_header_column = Столбец заголовков
editor_cells_merge = Объединить ячейки
editor_cell_split = Разделить ячейку
editor_table_delete = Удалить таблицу
editor_rows = Строки
editor_columns = Столбцы

## Окна
editor_confirm = ОК
editor_cancel = Отмена
editor_close = Закрыть
editor_remove = Убрать
editor_try_again = Повторить попытку
editor_address = Адрес
editor_link_remove = Убрать ссылку
editor_link_bad = Это не адрес сайта и не адрес электронной почты.
editor_embed_hint = Адрес страницы на одной из площадок:
editor_embed_bad = По этому адресу нет ничего, что можно показать в материале.

## Поиск
editor_find_words = Найти
editor_replace_with = Заменить на
editor_match_case = Учитывать регистр
editor_find_previous = Предыдущее
editor_find_next = Следующее
editor_replace_one = Заменить
editor_replace_all = Заменить все
editor_found = Найдено: { $count }
editor_found_at = { $place } из { $count }
editor_replaced = Заменено: { $count }

## Специальные символы
editor_chars_quotes = Кавычки
editor_chars_unseen = Пробелы и невидимые знаки
editor_chars_signs = Знаки и валюты
editor_chars_letters = Буквы
editor_char_no_break = Неразрывный пробел
editor_char_narrow_no_break = Узкий неразрывный пробел
editor_char_thin = Тонкий пробел
editor_char_half_space = Полупробел
editor_char_soft_hyphen = Мягкий перенос
editor_char_left_to_right = Знак письма слева направо
editor_char_right_to_left = Знак письма справа налево

## Фотографии
editor_alt = Описание для тех, кто не видит снимок
editor_credit = Автор
editor_caption = Подпись
editor_focus = Точка фокуса
editor_fill_in = Взять из снимка
editor_focus_hint = Щёлкните там, где должен остановиться взгляд. При кадрировании эта точка сохраняется.
editor_focus_across = Слева направо
editor_focus_down = Сверху вниз
editor_focus_failed = Не удалось сохранить точку фокуса. Попробуйте ещё раз.
editor_uploading = Загружается { $name }
editor_upload_failed = Нет связи. Файл не загружен.
editor_upload_refused = Этот файл использовать нельзя.
editor_library = Снимок из архива
editor_gallery = Галерея
editor_pictures_found = Найденные снимки
editor_pictures_search = Поиск снимков
editor_pictures_send = Или отправьте новые
editor_pictures_none = Снимков не найдено.
editor_pictures_choose = Сначала выберите снимок.
editor_pictures_add = Добавить снимок
editor_insert = Вставить
editor_pictures_left_out = Изображений не вставлено: { $count }. Загрузите их файлами.

## Сохранение
editor_state_saved = Сохранено { $time }
editor_state_changed = Ещё не сохранено
editor_state_saving = Сохраняется…
editor_state_kept = Нет связи. Текст хранится на этом устройстве и будет отправлен, когда связь восстановится.
editor_state_refused = Не сохранено: исправьте отмеченное.
editor_state_signed_out = Вы вышли из системы. Войдите снова в другом окне; текст хранится на этом устройстве.
editor_state_taken = Материал взял на себя { $name }.
editor_state_elsewhere = Не сохранено: материал изменён в другом окне.
editor_taken_over = Материал взял на себя { $name }. Несохранённое осталось среди его редакций.
editor_written_elsewhere = Материал изменён в другом вашем окне. То, что вы написали здесь, не пропало.
editor_load_again = Загрузить заново
editor_write_on = Сохранить то, что здесь
editor_left = На этом устройстве есть несохранённый текст от { $time }.
editor_left_older = На этом устройстве есть несохранённый текст от { $time }. С тех пор материал изменён.
editor_restore = Восстановить
editor_discard = Отбросить
editor_keeps_nothing = Этот браузер не может хранить текст. Следите за строкой под текстом: надёжно только то, что там отмечено как сохранённое.

## Подсчёт и проверка
editor_words_count = Слов: { $count }
editor_characters_count = Знаков: { $count }
editor_minutes_count = Минут чтения: { $count }
editor_checks = Проверка
editor_checks_fine = Исправлять нечего.
editor_check_headline_empty = Нет заголовка.
editor_check_headline_long = В заголовке { $length } знаков; помещается { $most }.
editor_check_section = Рубрика не выбрана.
editor_check_not_in_edition = Этой рубрики нет в этом издании.
editor_check_empty = Текст пуст.
editor_check_dateline = Не указаны место и дата.
editor_check_alt = У снимка нет описания.
editor_check_credit = У снимка не указан автор.
editor_check_quotes = Кавычки { $pair } не парные.
