//! The theme and its overrides.

use super::newsroom::{Newsroom, copy};
use crate::site::sample;
use crate::site::{PageRequest, Theme};

#[test]
fn every_template_can_be_filled() {
    let theme = Theme::built_in();
    let mut filled = 0;
    sample::every_template(|template, values| {
        let page = theme.render(template, values)?;
        assert!(page.html.starts_with("<!doctype html>"), "{template}");
        assert_eq!(page.html.matches("<h1").count(), 1, "{template}");
        assert_eq!(page.style_hashes.len(), 1, "{template}");
        assert!(!page.html.contains("style="), "{template}");
        filled += 1;
        Ok(())
    })
    .unwrap();
    // The pages for letters and reports are filled in each of the ways they are shown.
    assert_eq!(filled, sample::TEMPLATES.len() + 8);
}

#[tokio::test]
async fn an_override_takes_the_place_of_one_template_and_a_broken_one_is_told() {
    let room = Newsroom::open().await;
    let story = room.released("en", copy("politics", "Ministers meet", "")).await;
    let path = PageRequest::path(room.path(&story).await);
    let folder = room.folder.path().join("theme");
    std::fs::create_dir_all(folder.join("css")).unwrap();
    let write = |name: &str, text: &str| std::fs::write(folder.join(name), text).unwrap();
    write(
        "story_page.html",
        "{% extends \"base.html\" %}\n{% block main %}\n<h1>Mine: {{ story.headline }}</h1>\n{% endblock %}\n",
    );
    write("css/own.css", "h1 { color: green; }");
    assert_eq!(room.site.theme().reload_if_changed(), Some(vec![]));
    assert_eq!(room.site.theme().reload_if_changed(), None);
    let page = room.ask(&path).await;
    page.holds(&["<h1>Mine: Ministers meet</h1>", "h1{color:green}"]);
    let good = page.html().to_owned();

    write(
        "story_page.html",
        "{% extends \"base.html\" %}\n{% block main %}\n{{ story.headlin }}\n{% endblock %}\n",
    );
    let faults = room.site.theme().reload();
    assert_eq!(faults.len(), 1, "{faults:?}");
    assert_eq!((faults[0].file.as_str(), faults[0].line), ("story_page.html", Some(3)), "{faults:?}");
    assert_eq!(room.ask(&path).await.html(), good, "the last good template stays");

    write("story_page.html", "{% extends \"base.html\" %}\n{% block main %}\n{% if %}\n");
    let faults = room.site.theme().reload();
    assert_eq!((faults[0].file.as_str(), faults[0].line), ("story_page.html", Some(3)), "{faults:?}");
    assert_eq!(room.ask(&path).await.html(), good);

    std::fs::remove_file(folder.join("story_page.html")).unwrap();
    write("css/own.css", "h1 { color: green; } }");
    let faults = room.site.theme().reload();
    assert_eq!((faults[0].file.as_str(), faults[0].line), ("css/own.css", Some(1)), "{faults:?}");
    let page = room.ask(&path).await;
    page.holds(&["<h1>Ministers meet</h1>", "h1{color:green}"]);
}

#[test]
fn a_template_cannot_work_for_ever() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(
        folder.path().join("error_page.html"),
        "{% for a in range(90000) %}{% for b in range(90000) %}x{% endfor %}{% endfor %}",
    )
    .unwrap();
    let (_, faults) = Theme::open(folder.path().to_owned());
    assert_eq!(faults.len(), 1);
    assert_eq!(faults[0].file, "error_page.html");
}
