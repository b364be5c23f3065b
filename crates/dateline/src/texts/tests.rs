use super::*;

const NINE: [&str; 9] = ["ar", "az", "de", "en", "es", "fa", "fr", "ru", "zh"];

fn language(tag: &str) -> Language {
    Language::parse(tag).unwrap()
}

fn overrides(texts: &[(&str, &str)]) -> Overrides {
    texts.iter().map(|(key, text)| (key.to_string(), text.to_string())).collect()
}

#[test]
fn every_text_stands_in_every_language() {
    assert_eq!(Texts::built_in().languages().map(|l| l.to_string()).collect::<Vec<_>>(), NINE);
    let files = files_by_language::<TextFiles>();
    let english = source::keys(&files["en"]);
    for tag in NINE {
        let keys = source::keys(&files[tag]);
        for (key, variables) in &english {
            assert_eq!(keys.get(key), Some(variables), "`{key}` in {tag}");
        }
        assert_eq!(keys.len(), english.len(), "{tag} has a text that English lacks");
    }
}

#[test]
fn no_text_is_empty_or_broken() {
    let texts = Texts::built_in();
    for tag in NINE {
        for (key, text) in texts.of(language(tag)).iter() {
            assert!(!text.trim().is_empty(), "`{key}` in {tag}");
            assert!(!text.contains("Unknown"), "`{key}` in {tag}: {text}");
        }
    }
}

#[test]
fn the_texts_of_the_first_page_are_known() {
    let known: Vec<&str> = Texts::built_in().keys().collect();
    for key in [
        "homepage",
        "use_notice",
        "report_hint",
        "feedback_title",
        "required_hint",
        "captcha_hint",
        "captcha_case_hint",
        "other_news",
    ] {
        assert!(known.contains(&key), "{key}");
    }
}

#[test]
fn a_language_falls_back_to_its_base_and_then_to_english() {
    let texts = Texts::built_in();
    assert_eq!(texts.get(language("zh-Hans"), "homepage"), "首页");
    assert_eq!(texts.get(language("de-AT"), "homepage"), "Startseite");
    assert_eq!(texts.get(language("it"), "homepage"), "Home");
    assert_eq!(texts.of(Language::ENGLISH).get("no_such_text"), None);
}

#[test]
fn counted_things_take_the_plural_of_the_language() {
    let count = |tag, count: u64| {
        Texts::built_in().format(language(tag), "stories_count", &[("count", count.into())])
    };
    assert_eq!(count("en", 1), "1 story");
    assert_eq!(count("en", 5), "5 stories");
    assert_eq!(count("ru", 21), "21 материал");
    assert_eq!(count("ru", 3), "3 материала");
    assert_eq!(count("ru", 12), "12 материалов");
    assert_eq!(count("ar", 2), "خبران");
    assert_eq!(count("ar", 7), "7 أخبار");
    assert_eq!(count("fa", 7), "۷ خبر");
    assert_eq!(count("az", 7), "7 xəbər");
}

#[test]
fn words_go_in_as_they_are() {
    let text =
        Texts::built_in().format(language("en"), "updated_at", &[("time", "18.07.2020 [19:35]".into())]);
    assert_eq!(text, "Updated 18.07.2020 [19:35]");
    let headline = Texts::built_in().format(language("ar"), "history_of", &[("headline", "{x} 5".into())]);
    assert_eq!(headline, "سجل النسخ: {x} 5");
}

#[test]
fn an_agency_s_texts_stand_over_the_built_in_ones() {
    let own = overrides(&[("homepage", "HOMEPAGE {1}"), ("updated_at", "[{ $time }] last change")]);
    let texts = Texts::built_in().edition(language("en"), &own, Digits::Latn).unwrap();
    assert_eq!(texts.get("homepage"), Some("HOMEPAGE {1}"));
    assert_eq!(texts.format("updated_at", &[("time", "19:35".into())]), "[19:35] last change");
    assert_eq!(texts.get("sections"), Some("Sections"));
    assert_eq!(Texts::built_in().get(language("en"), "homepage"), "Home");
}

#[test]
fn an_edition_s_digits_are_used_for_counts() {
    let texts = Texts::built_in().edition(language("ar"), &Overrides::new(), Digits::Arab).unwrap();
    assert_eq!(texts.format("stories_count", &[("count", 15.into())]), "١٥ خبراً");
}

#[test]
fn an_unknown_key_is_refused_with_the_nearest_known_one() {
    let refused = Texts::built_in().check_overrides(&overrides(&[("home_page", "x")])).unwrap_err();
    assert_eq!(refused.to_string(), "there is no text `home_page`; did you mean `homepage`?");
    let refused = Texts::built_in().check_overrides(&overrides(&[("zzzzzzzzzzzz", "x")])).unwrap_err();
    assert_eq!(refused.to_string(), "there is no text `zzzzzzzzzzzz`");
}

#[test]
fn broken_overrides_are_refused() {
    let refused =
        |key: &str, text: &str| Texts::built_in().check_overrides(&overrides(&[(key, text)])).unwrap_err();
    assert!(matches!(refused("updated_at", "{ $time"), BadText::Malformed { .. }));
    assert!(matches!(refused("updated_at", ""), BadText::Malformed { .. }));
    assert!(matches!(refused("updated_at", "{ $when }"), BadText::UnknownVariable { .. }));
    assert!(matches!(refused("homepage", &"x".repeat(4_001)), BadText::TooLong(_)));
}

#[test]
fn an_override_may_have_several_lines() {
    let own = overrides(&[("updated_at", "Changed\n[{ $time }]\n.")]);
    let texts = Texts::built_in().edition(language("en"), &own, Digits::Latn).unwrap();
    assert_eq!(texts.format("updated_at", &[("time", "19:35".into())]), "Changed\n[19:35]\n.");
}

#[test]
fn an_override_may_count() {
    let own = overrides(&[("stories_count", "{ $count ->\n[one] one item\n*[other] { $count } items\n}")]);
    let texts = Texts::built_in().edition(language("en"), &own, Digits::Latn).unwrap();
    assert_eq!(texts.format("stories_count", &[("count", 1.into())]), "one item");
    assert_eq!(texts.format("stories_count", &[("count", 4.into())]), "4 items");
}

#[test]
fn an_override_cannot_bring_in_other_texts() {
    let own = overrides(&[("updated_at", "{ $time }\nhomepage = gone")]);
    let texts = Texts::built_in().edition(language("en"), &own, Digits::Latn).unwrap();
    assert_eq!(texts.get("homepage"), Some("Home"));
}

#[test]
fn a_further_language_is_one_file() {
    let mut texts = Texts::load().unwrap();
    texts.add(language("it"), "homepage = Prima pagina\n").unwrap();
    assert_eq!(texts.get(language("it"), "homepage"), "Prima pagina");
    assert_eq!(texts.get(language("it"), "sections"), "Sections");
    assert!(texts.add(language("it"), "home = Prima pagina\n").is_err());
    assert!(texts.add(language("it"), "homepage = {\n").is_err());
}

#[test]
fn the_newsroom_says_everything_in_every_language() {
    assert_eq!(Texts::newsroom().languages().map(|l| l.to_string()).collect::<Vec<_>>(), NINE);
    let files = files_by_language::<NewsroomFiles>();
    let english = source::keys(&files["en"]);
    for tag in NINE {
        let keys = source::keys(&files[tag]);
        for (key, variables) in &english {
            assert_eq!(keys.get(key), Some(variables), "`{key}` in {tag}");
        }
        assert_eq!(keys.len(), english.len(), "{tag} has a text that English lacks");
    }
}

#[test]
fn every_text_of_the_newsroom_is_asked_for() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let pages = everything_under(root, &["src/newsroom", "themes/default/newsroom"]);
    let ends = |rest: &str| !rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_');
    for key in Texts::newsroom().keys() {
        let in_template =
            pages.match_indices(&format!("t.{key}")).any(|(at, found)| ends(&pages[at + found.len()..]));
        assert!(in_template || pages.contains(&format!("\"{key}\"")), "no page asks for `{key}`");
    }
}

/// All sources and templates in some folders of the crate, as one text.
fn everything_under(root: &std::path::Path, folders: &[&str]) -> String {
    let mut all = String::new();
    let mut open: Vec<_> = folders.iter().map(|folder| root.join(folder)).collect();
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            match path.extension().and_then(|ending| ending.to_str()) {
                _ if path.is_dir() => open.push(path),
                Some("rs" | "html") => all += &std::fs::read_to_string(path).unwrap(),
                _ => {}
            }
        }
    }
    all
}

#[test]
fn every_text_is_asked_for_by_a_page() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let pages = everything_under(root, &["src/site", "src/feed", "themes/default"]);
    let ends = |rest: &str| !rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_');
    for key in Texts::built_in().keys() {
        let in_template =
            pages.match_indices(&format!("t.{key}")).any(|(at, found)| ends(&pages[at + found.len()..]));
        assert!(in_template || pages.contains(&format!("\"{key}\"")), "no page asks for `{key}`");
    }
}

#[test]
fn no_text_stands_twice_in_a_language() {
    let all = [
        files_by_language::<TextFiles>(),
        files_by_language::<NewsroomFiles>(),
        files_by_language::<EditorFiles>(),
    ];
    for (language, file) in all.iter().flatten() {
        let mut seen = std::collections::BTreeSet::new();
        let named = file.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic()));
        for key in named.filter_map(|line| line.split_once('=')).map(|(key, _)| key.trim()) {
            assert!(seen.insert(key), "{key} in {language}");
        }
    }
}
