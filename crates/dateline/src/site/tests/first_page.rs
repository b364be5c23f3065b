//! The agency page this began with, given back from its description and its copy.

use super::newsroom::{Newsroom, demo_copy};

#[tokio::test]
async fn the_page_of_18_july_2020_comes_back_in_its_own_words() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/testdata/agency");
    let Ok(agency) = std::fs::read_to_string(folder.join("azertac.toml")) else { return };
    let copy = std::fs::read_to_string(folder.join("azertac.stories.jsonl")).unwrap();
    let room = Newsroom::of(&agency).await;
    let mut stories: Vec<_> = copy.lines().map(demo_copy).collect();
    stories.sort_by_key(|(_, at)| *at);
    let mut paths = Vec::new();
    for (copy, at) in stories {
        room.publication.clock.set(at);
        let story = room.released("en", copy).await;
        paths.push(room.path(&story).await);
    }
    room.at("2026-06-01T08:00:00Z");
    let headline = "Azerbaijani, Russian defense ministers discuss prospects for developing military cooperation over phone";
    let path = paths.iter().find(|path| path.contains("defense-ministers-discuss")).unwrap();
    let page = room.get(path).await;
    page.holds(&[
        "<a href=\"/en\">HOMEPAGE</a> <span aria-hidden=\"true\">/</span> <a href=\"/en/politics\">POLITICS</a>",
        "<p class=\"section-name\"><a href=\"/en/politics\">POLITICS</a>",
        &format!("<h1>{headline}</h1>"),
        "<time datetime=\"2020-07-18T19:35:00+04:00\">18.07.2020 [19:35]</time>",
        "<p class=\"dateline\">Baku, July 18, AZERTAC</p>",
        &format!("<title>AZERTAG.AZ :{headline}</title>"),
        &format!("<a href=\"https://azertag.example{path}\">AZERTAG.AZ :{headline}</a>"),
        "© Content from this site must be hyperlinked when used.",
        "Report a mistake by marking it and pressing ctrl + enter",
        ">FEEDBACK</a>",
        "Other news in this section",
        "<time datetime=\"2020-07-18T10:47:00+04:00\">18.07.2020 [10:47]</time> <a href=\"/en/politics/",
        "Azerbaijan`s Ministry of Defense: “We urge you not to circulate false information of the enemy”</a>",
    ]);
    let order: Vec<usize> = ["[10:47]", "[18:08]", "[17:21]", "[17:14]"]
        .iter()
        .map(|clock| page.main().find(clock).unwrap())
        .collect();
    assert!(order.is_sorted(), "other news come newest first");
    assert_eq!(page.0.until, None);
}
