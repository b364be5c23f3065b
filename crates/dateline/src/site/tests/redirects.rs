//! Every other way to write an address leads to the one there is.

use super::newsroom::{AGENCY, Newsroom, copy};
use axum::body::Body;
use tower::ServiceExt;

use crate::page_cache::{CacheSettings, PageCache};
use crate::site::router;
use crate::story::{Order, StoryAct};

#[tokio::test]
async fn a_story_has_one_address() {
    let room = Newsroom::open().await;
    let story = room.released("en", copy("politics", "Ministers meet", "")).await;
    let number = story.number;
    let path = format!("/en/politics/ministers-meet-{number}");
    assert_eq!(room.get(&path).await.status(), 200);
    for other in [
        format!("/en/{number}"),
        format!("/az/{number}"),
        format!("/en/economy/ministers-meet-{number}"),
        format!("/en/politics/ministers-met-{number}"),
        format!("/az/siyaset/ministers-meet-{number}"),
        format!("/en/whatever/x-{number}"),
    ] {
        let moved = room.get(&other).await;
        assert_eq!((moved.status(), moved.location()), (301, path.clone()), "{other}");
        assert_eq!(room.get(&format!("{path}/history")).await.status(), 200);
    }
    let moved = room.get(&format!("/en/economy/x-{number}/history")).await;
    assert_eq!(moved.location(), format!("{path}/history"));
}

#[tokio::test]
async fn an_edition_is_spelled_one_way() {
    let room = Newsroom::open().await;
    for (other, path) in [
        ("/EN", "/en"),
        ("/zh-hans", "/zh-Hans"),
        ("/ZH-HANS/zhengzhi", "/zh-Hans/zhengzhi"),
        ("/en/", "/en"),
        ("/en/politics/", "/en/politics"),
    ] {
        let moved = room.get(other).await;
        assert_eq!((moved.status(), moved.location()), (301, path.to_owned()), "{other}");
    }
}

#[tokio::test]
async fn a_renamed_section_keeps_its_readers() {
    let room = Newsroom::open().await;
    let story = room.released("en", copy("politics", "Ministers meet", "")).await;
    let before = room.path(&story).await;
    room.apply(
        &AGENCY.replace("slug = \"politics\"\nname = \"POLITICS\"", "slug = \"nation\"\nname = \"NATION\""),
    )
    .await;
    let moved = room.get("/en/politics").await;
    assert_eq!((moved.status(), moved.location()), (301, "/en/nation".to_owned()));
    let moved = room.get(&before).await;
    assert_eq!(moved.location(), before.replace("politics", "nation"));
    room.get("/en/nation").await.holds(&["<h1>NATION</h1>", "Ministers meet"]);
}

#[tokio::test]
async fn every_address_of_a_renamed_or_merged_section_leads_to_where_it_is() {
    let room = Newsroom::open().await;
    let story = room.released("en", copy("politics", "Ministers meet", "")).await;
    let own = copy("energy", "Wind farms open", "");
    let energy = room.released("en", own).await;
    let before = [room.path(&story).await, room.path(&energy).await];
    let walk = async |slug: &str, now: &str| {
        for end in ["", "/feed.xml", "/atom.xml", "/feed.json"] {
            let moved = room.get(&format!("/en/{slug}{end}")).await;
            assert_eq!((moved.status(), moved.location()), (301, format!("/en/{now}{end}")), "{slug}{end}");
        }
    };
    room.apply(
        &AGENCY.replace("slug = \"politics\"\nname = \"POLITICS\"", "slug = \"nation\"\nname = \"NATION\""),
    )
    .await;
    walk("politics", "nation").await;
    room.merge("politics", "economy").await;
    for slug in ["politics", "nation"] {
        walk(slug, "economy").await;
    }
    let now = room.path(&story).await;
    assert_eq!(now, "/en/economy/ministers-meet-1");
    for old in [&before[0], "/en/nation/ministers-meet-1", "/en/1"] {
        assert_eq!(
            (room.get(old).await.status(), room.get(old).await.location()),
            (301, now.clone()),
            "{old}"
        );
    }
    assert_eq!(room.get(&format!("{}/history", before[0])).await.location(), format!("{now}/history"));
    room.get("/en/economy").await.holds(&["Ministers meet", "Wind farms open"]);
    // In an edition that had only the one, the other takes its place and nothing moves.
    assert_eq!(room.get("/az/siyaset").await.status(), 200);
    // What comes in under the old key or slug finds the section it was taken into.
    let late = room.released("en", copy("politics", "Deputies vote", "")).await;
    assert_eq!(room.path(&late).await, "/en/economy/deputies-vote-3");
    room.edit(&story, |copy| copy.headline = "Ministers meet again".to_owned()).await;
    room.perform(&story, Order { editor_note: Some("Adds".into()), ..Order::new(StoryAct::Update) }).await;
    assert_eq!(room.path(&story).await, "/en/economy/ministers-meet-again-1");
    room.merge("energy", "economy").await;
    assert_eq!(room.get(&before[1]).await.location(), "/en/economy/wind-farms-open-2");
    walk("energy", "economy").await;
}

#[tokio::test]
async fn a_section_that_moves_takes_its_stories_out_of_one_list_into_another() {
    let room = Newsroom::open().await;
    room.released("en", copy("energy", "Wind farms open", "")).await;
    let mut both = copy("energy", "Pipeline agreed", "");
    both.also_in = vec!["economy".to_owned()];
    room.released("en", both).await;
    let path = "/en/energy/wind-farms-open-1";
    room.get("/en/economy").await.holds(&["Wind farms open", "Pipeline agreed"]);
    room.apply(&AGENCY.replace("parent = \"economy\"", "parent = \"politics\"")).await;
    room.get("/en/politics").await.holds(&["Wind farms open", "Pipeline agreed"]);
    let economy = room.get("/en/economy").await;
    economy.holds(&["Pipeline agreed"]);
    economy.lacks(&["Wind farms open"]);
    room.get(path).await.holds(&["<a href=\"/en/politics\">POLITICS</a>"]);
    room.apply(&AGENCY.replace("parent = \"economy\"", "")).await;
    room.get("/en/politics").await.lacks(&["Wind farms open", "Pipeline agreed"]);
    room.get("/en/energy").await.holds(&["Wind farms open", "Pipeline agreed"]);
}

#[tokio::test]
async fn addresses_of_the_past_lead_to_where_things_are() {
    let room = Newsroom::open().await;
    let story = room.released("en", copy("politics", "Ministers meet", "")).await;
    let path = room.path(&story).await;
    assert_eq!(story.number.get(), 1);
    room.execute("INSERT INTO old_address (address, number, target) VALUES ('/xeber/Gorus-1', 1, NULL)")
        .await;
    room.execute("INSERT INTO old_address (address, number, target) VALUES ('https://old.example/about', NULL, '/en/economy')").await;
    room.execute("INSERT INTO old_pattern (host, pattern, target, position) VALUES ('old.example', '/news/*-{number}', '{number}', 1)").await;
    room.execute(
        "INSERT INTO old_address (address, number, target) VALUES ('https://old.example/?p=7', 1, NULL)",
    )
    .await;
    let moved = room.get("/xeber/Gorus-1").await;
    assert_eq!((moved.status(), moved.location()), (301, path.clone()));
    let missing = room.get("/about").await;
    assert_eq!(missing.status(), 404);
    assert!(missing.deps().contains(&"old_addresses"));
    let ask = async |host: &str, address: &str| {
        let cache = PageCache::new(CacheSettings::default(), room.publication.clock.clone(), 0);
        cache.caught_up(u64::MAX / 2);
        let request = http::Request::builder().uri(address).header("host", host).body(Body::empty()).unwrap();
        let answer = router(room.site.clone(), cache).oneshot(request).await.unwrap();
        let location = answer.headers().get("location").map_or("", |location| location.to_str().unwrap());
        (answer.status().as_u16(), location.to_owned())
    };
    assert_eq!(ask("Old.Example:443", "/about").await, (301, "/en/economy".to_owned()));
    assert_eq!(ask("old.example", "/news/some-words-1").await, (301, path.clone()));
    assert_eq!(ask("old.example", "/news/some-words-1?utm=x").await, (301, path.clone()));
    assert_eq!(ask("old.example", "/?p=7").await, (301, path));
    assert_eq!(ask("old.example", "/news/some-words-9").await.0, 404);
    assert_eq!(ask("old.example", "/en").await.0, 200);
    assert_eq!(ask("old.example", "/").await, (302, "/en".to_owned()));
    assert_eq!(ask("arna.example", "/about").await.0, 404);
}

#[tokio::test]
async fn what_is_nowhere_is_404_in_the_language_of_the_edition() {
    let room = Newsroom::open().await;
    for (address, lang, dir) in [
        ("/ar/nothing", "ar", "rtl"),
        ("/fa/topics/nothing", "fa", "rtl"),
        ("/az/authors/nobody", "az", "ltr"),
        ("/en/politics?before=x", "en", "ltr"),
        ("/en/economy/x-999", "en", "ltr"),
        ("/en/2026/13/01", "en", "ltr"),
        ("/xx/politics", "en", "ltr"),
    ] {
        let page = room.get(address).await;
        assert_eq!(page.status(), 404, "{address}");
        page.holds(&[&format!("<html lang=\"{lang}\" dir=\"{dir}\">"), "content=\"noindex\""]);
    }
}
