# The board, its views, and desks

late = просрочено
card_menu = Действия: «{ $headline }»
card_menu_short = Действия
views = Виды
view_all = Всё
view_keep = Сохранить как вид
view_for = Для кого
view_for_me = Для меня
view_opens = Открывать мою доску с ним
view_opening = открывается с доской
views_arrange = Настроить виды
views_hint = Выберите фильтры на доске и сохраните их под именем. Первые девять открываются клавишами 1–9, всё — клавишей 0.
rename = Переименовать
move_up = Выше
move_down = Ниже
filters = Фильтры
whose_nobody = Ничьи
due_late = Просроченные
due_soon = В ближайшие два часа
due_set = Со сроком
due_list = Скоро сдавать
stories_shown = Показано материалов
columns = Столбцы
line_back = Связь восстановлена, всё показано как есть.
line_live = На связи
key_columns = Предыдущий и следующий столбец
key_assign = Поручить и назначить срок
key_due = Назначить срок
key_desk = Этап и отдел
key_carry = Перенести в соседний столбец
key_filter = Поиск и фильтры
to_board = К доске
nothing_found = Замечаний нет.
release_now = Выпустить сейчас
more_choices = Другие варианты
times_in = Время: { $zone }.
members = Сотрудники
members_count =
    { $count ->
        [one] { $count } сотрудник
        [few] { $count } сотрудника
       *[other] { $count } сотрудников
    }
member_add = Добавить сотрудника
member_as = В роли
members_hint = Без роли здесь человек не состоит в отделе. Роли во всех отделах даются в разделе «Сотрудники».
view_name_text = Имя вида — от 1 до 40 знаков.
too_many_views_text = Уже есть тридцать видов. Сначала удалите один.
