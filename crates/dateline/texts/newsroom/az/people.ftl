# People and desks

invite = Dəvət et
roles_everywhere = Bütün şöbələrdə rollar
role_reporter = Müxbir
role_editor = Redaktor
role_chief = Baş redaktor
role_photo = Foto şöbəsi
role_translator = Tərcüməçi
role_correspondent = Xüsusi müxbir
role_administrator = İnzibatçı
disabled = Giriş bağlıdır
disable = Girişi bağla
forget_authenticator = Autentifikatoru sil
key = Açar
new_desk = Yeni şöbə
languages_hint = Dillər (boş – hamısı)
sections_hint = Bölmələr (boş – hamısı)
steps_hint = Yazı zamanı öz mərhələləri, hər sətirdə biri
approval = Buraxılışdan əvvəl təsdiq
approval_nobody = Lazım deyil
approval_another_person = Başqa əməkdaş
approval_chief = Baş redaktor
act = Əməl
subject = Obyekt
detail = Təfərrüat
network = Haradan
