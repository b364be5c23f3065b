agency_license = Condiciones de uso
agency_license_hint = Dirección de la página que dice en qué condiciones se puede usar su contenido. La leen los buscadores y otros programas.
agency_acquire_license = Dónde pedir una licencia
agency_acquire_license_hint = Sin dirección propia, es el formulario de cartas.
