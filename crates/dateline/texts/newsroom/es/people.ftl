# People and desks

invite = Invitar
roles_everywhere = Funciones en todas las secciones de trabajo
role_reporter = Redactor
role_editor = Editor
role_chief = Jefe de redacción
role_photo = Fotografía
role_translator = Traductor
role_correspondent = Corresponsal
role_administrator = Administrador
disabled = Sin acceso
disable = Cerrar el acceso
forget_authenticator = Quitar la aplicación de autenticación
key = Clave
new_desk = Nueva sección de trabajo
languages_hint = Idiomas (ninguno: todos)
sections_hint = Secciones (ninguna: todas)
steps_hint = Pasos propios al escribir, uno por línea
approval = Visto bueno antes de publicar
approval_nobody = No hace falta
approval_another_person = De otra persona
approval_chief = Del jefe de redacción
act = Acto
subject = Objeto
detail = Detalle
network = Desde dónde
