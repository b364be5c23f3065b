agency_license = İstifadə şərtləri
agency_license_hint = Materiallarınızdan hansı şərtlərlə istifadə oluna biləcəyini bildirən səhifənin ünvanı. Onu axtarış sistemləri və başqa proqramlar oxuyur.
agency_acquire_license = Lisenziya üçün müraciət ünvanı
agency_acquire_license_hint = Ayrıca ünvan olmadıqda redaksiyaya məktub forması göstərilir.
