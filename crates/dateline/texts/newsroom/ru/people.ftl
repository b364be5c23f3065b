# People and desks

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
