# The board, its views, and desks

late = con retraso
card_menu = Acciones para «{ $headline }»
card_menu_short = Acciones
views = Vistas
view_all = Todo
view_keep = Guardar como vista
view_for = Para
view_for_me = Mí
view_opens = Abrir mi tablero con ella
view_opening = se abre con el tablero
views_arrange = Ordenar vistas
views_hint = Elija filtros en el tablero y guárdelos con un nombre. Las nueve primeras se abren con las teclas 1 a 9; todo, con 0.
rename = Renombrar
move_up = Subir
move_down = Bajar
filters = Filtros
whose_nobody = De nadie
due_late = Con retraso
due_soon = En dos horas
due_set = Con hora fijada
due_list = Por entregar
stories_shown = Noticias mostradas
columns = Columnas
line_back = La conexión ha vuelto; todo está al día.
line_live = En directo
key_columns = Columna anterior y siguiente
key_assign = Asignar y fijar hora
key_due = Fijar hora
key_desk = Paso y mesa
key_carry = Llevar a la columna contigua
key_filter = Búsqueda y filtros
to_board = Al tablero
nothing_found = Nada que señalar.
release_now = Publicar ahora
more_choices = Más opciones
times_in = Horas de { $zone }.
members = Miembros
members_count =
    { $count ->
        [one] { $count } miembro
       *[other] { $count } miembros
    }
member_add = Añadir a alguien
member_as = Como
members_hint = Sin un papel aquí nadie es miembro. Los papeles en todas las mesas se dan en «Personas».
view_name_text = El nombre de una vista tiene de 1 a 40 caracteres.
too_many_views_text = Ya hay treinta vistas. Quite una primero.
