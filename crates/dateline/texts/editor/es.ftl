# Textos del editor en español.

## Barra de herramientas
editor_toolbar = Formato
editor_words = Texto de la noticia
editor_undo = Deshacer
editor_redo = Rehacer
editor_paragraph = Párrafo
editor_heading2 = Ladillo
editor_heading3 = Ladillo de segundo nivel
editor_heading4 = Ladillo menor
editor_strong = Negrita
editor_emphasis = Cursiva
editor_underline = Subrayado
editor_strike = Tachado
editor_sub = Subíndice
editor_sup = Superíndice
editor_link = Enlace
editor_unordered = Lista con viñetas
editor_ordered = Lista numerada
editor_quotation = Cita
editor_preformatted = Texto tal cual
editor_picture = Foto, vídeo o audio
editor_embed = Publicación o vídeo de otra plataforma
editor_table = Tabla
editor_rule = Línea divisoria
editor_characters = Caracteres especiales
editor_quotes = Comillas
editor_direction = Sentido de la escritura
editor_find = Buscar y reemplazar

## Tablas
editor_row_before = Fila encima
editor_row_after = Fila debajo
editor_row_delete = Eliminar fila
editor_column_before = Columna antes
editor_column_after = Columna después
editor_column_delete = Eliminar columna
editor_header_row = Fila de encabezado
editor_header_column = Columna de encabezado
editor_cells_merge = Combinar celdas
editor_cell_split = Dividir celda
editor_table_delete = Eliminar tabla
editor_rows = Filas
editor_columns = Columnas

## Diálogos
editor_confirm = Aceptar
editor_cancel = Cancelar
editor_close = Cerrar
editor_remove = Quitar
editor_try_again = Reintentar
editor_address = Dirección
editor_link_remove = Quitar enlace
editor_link_bad = No es una dirección web ni de correo.
editor_embed_hint = La dirección de una página en una de estas plataformas:
editor_embed_bad = Nada en esta dirección puede mostrarse en una noticia.

## Búsqueda
editor_find_words = Buscar
editor_replace_with = Reemplazar por
editor_match_case = Distinguir mayúsculas
editor_find_previous = Anterior
editor_find_next = Siguiente
editor_replace_one = Reemplazar
editor_replace_all = Reemplazar todo
editor_found = Encontrado: { $count }
editor_found_at = { $place } de { $count }
editor_replaced = Reemplazado: { $count }

## Caracteres especiales
editor_chars_quotes = Comillas
editor_chars_unseen = Espacios y caracteres invisibles
editor_chars_signs = Signos y monedas
editor_chars_letters = Letras
editor_char_no_break = Espacio de no separación
editor_char_narrow_no_break = Espacio fino de no separación
editor_char_thin = Espacio fino
editor_char_half_space = Medio espacio (ZWNJ)
editor_char_soft_hyphen = Guion opcional
editor_char_left_to_right = Marca de izquierda a derecha
editor_char_right_to_left = Marca de derecha a izquierda

## Fotos
editor_alt = Descripción para quien no la ve
editor_credit = Crédito
editor_caption = Pie de foto
editor_focus = Punto focal
editor_fill_in = Tomar de la imagen
editor_focus_hint = Haga clic donde debe detenerse la vista. Los recortes conservan ese punto.
editor_focus_across = De izquierda a derecha
editor_focus_down = De arriba abajo
editor_focus_failed = No se pudo guardar el punto focal. Inténtelo de nuevo.
editor_uploading = Subiendo { $name }
editor_upload_failed = Sin conexión. El archivo no se ha subido.
editor_upload_refused = Este archivo no puede usarse.
editor_library = Foto del archivo
editor_gallery = Galería
editor_pictures_found = Fotos encontradas
editor_pictures_search = Buscar fotos
editor_pictures_send = O envíe nuevas
editor_pictures_none = No se encontró ninguna foto.
editor_pictures_choose = Elija antes una foto.
editor_pictures_add = Añadir una foto
editor_insert = Insertar
editor_pictures_left_out = Imágenes omitidas: { $count }. Suba las imágenes como archivos.

## Guardado
editor_state_saved = Guardado a las { $time }
editor_state_changed = Aún sin guardar
editor_state_saving = Guardando…
editor_state_kept = Sin conexión. Su texto queda en este dispositivo y se enviará cuando vuelva la conexión.
editor_state_refused = No guardado: corrija lo señalado.
editor_state_signed_out = Se ha cerrado su sesión. Entre de nuevo en otra ventana; su texto queda en este dispositivo.
editor_state_taken = { $name } se ha hecho cargo de esta noticia.
editor_state_elsewhere = No guardado: esta noticia se ha modificado en otra ventana.
editor_taken_over = { $name } se ha hecho cargo de esta noticia. Lo que no había guardado queda entre sus revisiones.
editor_written_elsewhere = Esta noticia se ha modificado en otra de sus ventanas. Lo que escribió aquí se conserva.
editor_load_again = Cargar de nuevo
editor_write_on = Guardar lo que hay aquí
editor_left = En este dispositivo hay texto sin guardar de las { $time }.
editor_left_older = En este dispositivo hay texto sin guardar de las { $time }. La noticia se ha modificado desde entonces.
editor_restore = Recuperar
editor_discard = Descartar
editor_keeps_nothing = Este navegador no puede conservar texto. Observe la línea bajo el texto: solo está a salvo lo que allí figura como guardado.

## Recuentos y comprobaciones
editor_words_count = Palabras: { $count }
editor_characters_count = Caracteres: { $count }
editor_minutes_count = Minutos de lectura: { $count }
editor_checks = Comprobaciones
editor_checks_fine = Nada que corregir.
editor_check_headline_empty = Falta el titular.
editor_check_headline_long = El titular tiene { $length } caracteres; caben { $most }.
editor_check_section = No se ha elegido sección.
editor_check_not_in_edition = Esta sección no está en esta edición.
editor_check_empty = El texto está vacío.
editor_check_dateline = Falta la data.
editor_check_alt = Una foto no tiene descripción.
editor_check_credit = Una foto no tiene crédito.
editor_check_quotes = Las comillas { $pair } no casan.
