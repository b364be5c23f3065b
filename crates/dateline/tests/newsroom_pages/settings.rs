//! The agency's settings, and the vocabularies stories draw on.

use dateline::people::Role;
use dateline::publication::EntryKind;
use dateline::site::PageRequest;
use dateline::story::{DatelineParts, StoryCopy};
use http::StatusCode;
use http::header::LOCATION;

use crate::browser::{Answer, Browser, House};

/// Where an address of the public site leads.
async fn leads(house: &House, path: &str) -> String {
    let page = house.site.render(&PageRequest::path(path)).await.unwrap();
    assert_eq!(page.status, StatusCode::MOVED_PERMANENTLY, "{path}");
    let to = page.headers.iter().find(|(name, _)| *name == LOCATION).expect("a redirect says where to");
    to.1.to_str().unwrap().to_owned()
}

/// What a sheet says it showed.
fn was(page: &Answer) -> String {
    let rest = page.text.split("name=\"was\" value=\"").nth(1).expect("a sheet");
    let json = rest.split('"').next().unwrap();
    json.replace("&quot;", "\"")
        .replace("&#x27;", "'")
        .replace("&#x2f;", "/")
        .replace("&lt;", "<")
        .replace("&amp;", "&")
}

/// Fills a sheet in as it is open now, and sends it.
async fn send(browser: &Browser, path: &str, fields: &[(&str, &str)]) -> Answer {
    let open = was(&browser.get(path).await);
    let mut fields = fields.to_vec();
    fields.push(("was", &open));
    browser.post(path, &fields).await
}

/// What the log holds beyond `before` entries: kind, act and subject.
async fn entries(house: &House, before: usize) -> Vec<(EntryKind, String, String)> {
    let log = house.room.log().await;
    log.into_iter().skip(before).map(|entry| (entry.kind, entry.act, entry.subject)).collect()
}

fn said(text: &str) -> String {
    text.replace("&#x2f;", "/").replace("&quot;", "\"").replace("&#x27;", "'")
}

#[tokio::test]
async fn places_are_looked_up_in_any_language_and_named_in_the_storys() {
    let house = House::open().await;
    let lea = house.at_work("lea", Role::Reporter).await;
    for query in ["bak", "BAKI", "Бак", "باكو", "%D8%A8%D8%A7%DA%A9"] {
        let answer = lea.get(&format!("/newsroom/places?language=ar&q={query}")).await;
        assert_eq!(answer.status, StatusCode::OK);
        let found = answer.json();
        let first = &found["places"][0];
        assert_eq!(first["name"], "باكو", "{query}: {found}");
        assert_eq!((&first["zone"], &first["country_code"]), (&"Asia/Baku".into(), &"AZ".into()));
        assert_eq!(first["country"], "أذربيجان");
    }
    let none = lea.get("/newsroom/places?q=&language=en").await.json();
    assert_eq!(none["places"], serde_json::json!([]));
    let many = lea.get("/newsroom/places?q=a&language=en").await.json();
    assert!(many["places"].as_array().unwrap().len() <= 12);
}

#[tokio::test]
async fn subjects_are_looked_up_among_the_built_in_and_the_loaded() {
    let house = House::open().await;
    let lea = house.at_work("lea", Role::Reporter).await;
    let subjects = async |query: &str| lea.get(&format!("/newsroom/subjects?{query}")).await.json();
    let found = subjects("language=az&q=SIYAS").await;
    assert_eq!(found["subjects"][0]["uri"], "medtop:11000000", "{found}");
    assert_eq!(found["subjects"][0]["name"], "siyasət və hökumət");
    let line = r#"{"qcode": "medtop:20000587", "uri": "http://cv.iptc.org/newscodes/mediatopic/20000587", "labels": {"en": "parliament"}, "broader": "http://cv.iptc.org/newscodes/mediatopic/11000000"}"#;
    let read = dateline::vocabulary::read_vocabulary(line);
    let mut act = house.room.publication.begin_errand().await.unwrap();
    dateline::vocabulary::put(&mut act.conn(), &read.concepts).await.unwrap();
    act.commit().await.unwrap();
    let found = subjects("language=az&q=parl").await;
    assert_eq!(found["subjects"][0]["name"], "parliament", "named in English where the language has no name");
    assert_eq!(found["subjects"][0]["broader"], "siyasət və hökumət");
}

#[tokio::test]
async fn the_agencys_name_is_changed_in_one_act_and_readers_see_it_there() {
    let house = House::open().await;
    let ada = house.at_work("ada", Role::Administrator).await;
    let before = house.room.log().await.len();
    let preview = ada.post("/newsroom/settings/preview", &[("name", "North Wire")]).await;
    assert!(preview.text.contains("North Wire"), "{}", preview.text);
    assert!(!house.public("/en").await.1.contains("North Wire"), "a preview changes nothing");
    let saved = send(&ada, "/newsroom/settings", &[("name", "North Wire")]).await;
    assert_eq!(saved.location, "/newsroom/settings?said=saved", "{}", saved.text);
    assert!(house.public("/en").await.1.contains("North Wire"));
    let expected = [(EntryKind::Edition, "apply".to_owned(), "agency".to_owned())];
    assert_eq!(entries(&house, before).await, expected);
    let audited = house.column("SELECT detail FROM audit WHERE act = 'settings.apply'", "detail").await;
    assert_eq!(audited, ["name: \"ARNA\" → \"North Wire\""]);
    send(&ada, "/newsroom/settings", &[("name", "North Wire")]).await;
    assert_eq!(house.room.log().await.len(), before + 1, "the same again changes nothing");
}

#[tokio::test]
async fn what_cannot_be_is_told_at_its_field_and_everything_typed_is_kept() {
    let house = House::open().await;
    let ada = house.at_work("ada", Role::Administrator).await;
    let before = house.room.log().await.len();
    for (path, field, value, kept) in [
        ("/newsroom/settings", "time_zone", "Asia/Nowhere", ("name", "Kept <name>")),
        ("/newsroom/settings", "origin", "ftp://x", ("name", "Kept <name>")),
        ("/newsroom/settings/editions/en", "time_pattern", "%d.%Q", ("name", "Kept <name>")),
        ("/newsroom/settings/editions/en", "dateline_pattern", "{town}", ("name", "Kept <name>")),
        ("/newsroom/settings/editions/en", "title_pattern", "News", ("name", "Kept <name>")),
        ("/newsroom/settings/texts/en", "updated_at", "at { $tim }", ("homepage", "Kept <name>")),
        ("/newsroom/settings/sections/politics", "slug.en", "Politics & more", ("name.en", "Kept <name>")),
        ("/newsroom/settings/sections/politics", "parent", "politics", ("name.en", "Kept <name>")),
        ("/newsroom/settings/sections/politics", "slug.en", "economy", ("name.en", "Kept <name>")),
        ("/newsroom/settings/places/baku", "zone", "Asia/Nowhere", ("name.en", "Kept <name>")),
    ] {
        let refused = send(&ada, path, &[(field, value), kept, ("do", "save")]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{path} {field}: {}", refused.text);
        assert!(
            refused.text.contains(&format!("id=\"f-{field}-fault\"")),
            "{path} {field}: {}",
            refused.text
        );
        assert!(refused.text.contains("Kept &lt;name&gt;"), "{path} {field}");
        assert!(!refused.text.contains("Kept <name>"), "{path} {field}");
    }
    assert_eq!(house.room.log().await.len(), before, "nothing was changed");
}

#[tokio::test]
async fn a_sheet_that_others_have_overtaken_is_refused_and_keeps_what_was_typed() {
    let house = House::open().await;
    let ada = house.at_work("ada", Role::Administrator).await;
    let eve = house.at_work("eve", Role::Administrator).await;
    let path = "/newsroom/settings/editions/en";
    let open = was(&ada.get(path).await);
    assert_eq!(send(&eve, path, &[("time_pattern", "%H:%M")]).await.status, StatusCode::SEE_OTHER);
    let fields = [("was", open.as_str()), ("name", "ARNA English"), ("time_pattern", "")];
    let refused = ada.post(path, &fields).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert!(refused.text.contains("Somebody has changed this in the meantime"));
    assert!(refused.text.contains("value=\"ARNA English\""), "{}", refused.text);
    assert!(refused.text.contains("<bdi>%H:%M</bdi>"), "{}", refused.text);
    let again = was(&refused);
    let fields = [("was", again.as_str()), ("name", "ARNA English"), ("time_pattern", "%H:%M")];
    assert_eq!(ada.post(path, &fields).await.status, StatusCode::SEE_OTHER);
    let kept = house.column("SELECT data FROM edition WHERE language = 'en'", "data").await;
    assert!(kept[0].contains("ARNA English") && kept[0].contains("%H:%M"), "{kept:?}");
}

#[tokio::test]
async fn patterns_are_sampled_while_typing_and_written_on_pages_once_saved() {
    let house = House::open().await;
    let ada = house.at_work("ada", Role::Administrator).await;
    let mut copy = StoryCopy::new("politics", "Ministers meet");
    copy.dateline = Some(DatelineParts { place: Some("Baku".to_owned()), ..DatelineParts::default() });
    let story = house.room.released("en", copy).await;
    let path = "/newsroom/settings/editions/en";
    let fields = [("dateline_pattern", "{place:upper} ({source}) —"), ("time_pattern", "%Y/%m/%d")];
    let samples = ada.post(&format!("{path}/samples"), &fields).await;
    for written in ["BAKU (ARNA) —", "2026/06/01", "2028/02/29"] {
        assert!(said(&samples.text).contains(written), "{written}: {}", samples.text);
    }
    let address = leads(&house, &format!("/en/{}", story.number)).await;
    let preview = ada.post(&format!("{path}/preview"), &[fields[0], fields[1], ("on", "story")]).await;
    assert!(preview.text.contains("BAKU (ARNA) —"), "{}", preview.text);
    assert!(!house.public(&address).await.1.contains("BAKU (ARNA)"));
    assert_eq!(send(&ada, path, &fields).await.status, StatusCode::SEE_OTHER);
    assert!(house.public(&address).await.1.contains("BAKU (ARNA) —"));
}

#[tokio::test]
async fn an_edition_is_added_in_any_language() {
    let house = House::open().await;
    let ada = house.at_work("ada", Role::Administrator).await;
    let before = house.room.log().await.len();
    for (tag, status) in [
        ("no such tag", StatusCode::UNPROCESSABLE_ENTITY),
        ("en", StatusCode::CONFLICT),
        ("pt-br", StatusCode::SEE_OTHER),
    ] {
        let made = ada.post("/newsroom/settings/editions", &[("language", tag)]).await;
        assert_eq!(made.status, status, "{tag}: {}", made.text);
    }
    assert_eq!(house.public("/pt-BR").await.0, StatusCode::OK);
    let expected = [(EntryKind::Edition, "apply".to_owned(), "pt-BR".to_owned())];
    assert_eq!(entries(&house, before).await, expected);
}

#[tokio::test]
async fn a_renamed_section_leaves_redirects_that_were_shown_before() {
    let house = House::open().await;
    let ada = house.at_work("ada", Role::Administrator).await;
    let story = house.room.released("en", StoryCopy::new("politics", "Ministers meet")).await;
    let old = leads(&house, &format!("/en/{}", story.number)).await;
    let before = house.room.log().await.len();
    let path = "/newsroom/settings/sections/politics";
    let fields = [("slug.en", "policy"), ("name.en", "POLICY")];
    let look = send(&ada, path, &[fields[0], fields[1], ("do", "look")]).await;
    assert_eq!(look.status, StatusCode::OK);
    let shown = said(&look.text);
    assert!(
        shown.contains("/en/politics</code></td><td><code dir=\"ltr\">/en/policy</code></td><td>1</td>"),
        "{shown}"
    );
    assert_eq!(house.public("/en/politics").await.0, StatusCode::OK, "nothing has changed yet");
    assert_eq!(send(&ada, path, &fields).await.status, StatusCode::SEE_OTHER);
    assert_eq!(leads(&house, "/en/politics").await, "/en/policy");
    assert_eq!(leads(&house, "/en/politics/feed.xml").await, "/en/policy/feed.xml");
    assert_eq!(leads(&house, &old).await, old.replace("/politics/", "/policy/"));
    assert!(house.public("/en").await.1.contains("POLICY"));
    let log = entries(&house, before).await;
    assert!(log.contains(&(EntryKind::Section, "apply".to_owned(), "politics".to_owned())), "{log:?}");
    let audited = house.column("SELECT detail FROM audit WHERE act = 'settings.apply'", "detail").await;
    assert!(audited[0].contains("slug: \"politics\" → \"policy\""), "{audited:?}");
}

#[tokio::test]
async fn sections_move_merge_and_change_places() {
    let house = House::open().await;
    let ada = house.at_work("ada", Role::Administrator).await;
    house.room.released("en", StoryCopy::new("economy", "Prices fall")).await;
    let section = "/newsroom/settings/sections/economy";
    let look = send(&ada, section, &[("parent", "politics"), ("do", "look")]).await;
    assert!(said(&look.text).contains("join those of politics: 1"), "{}", look.text);
    assert_eq!(send(&ada, section, &[("parent", "politics")]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(house.room.listed("en/section/politics").await, [1]);
    let below = ada.post("/newsroom/settings/sections/politics/merge", &[("into", "economy")]).await;
    assert_eq!(below.status, StatusCode::CONFLICT);
    let made = ada
        .post(
            "/newsroom/settings/sections",
            &[("key", "energy"), ("slug.en", "energy"), ("name.en", "ENERGY")],
        )
        .await;
    assert_eq!(made.location, "/newsroom/settings/sections/energy?said=made", "{}", made.text);
    ada.post("/newsroom/settings/sections/energy/move", &[("do", "up")]).await;
    let order = house.column("SELECT key FROM section ORDER BY position", "key").await;
    assert!(
        order.iter().position(|key| key == "energy") < order.iter().position(|key| key == "politics"),
        "{order:?}"
    );
    let merge = "/newsroom/settings/sections/economy/merge";
    let shown = said(&ada.get(&format!("{merge}?into=politics")).await.text);
    assert!(
        shown.contains("/en/economy</code></td><td><code dir=\"ltr\">/en/politics</code></td><td>1</td>"),
        "{shown}"
    );
    assert_eq!(ada.post(merge, &[("into", "politics")]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(leads(&house, "/en/economy").await, "/en/politics");
    let acts = house.column("SELECT act FROM audit WHERE act LIKE 'section.%' ORDER BY at, id", "act").await;
    assert_eq!(acts, ["section.arrange", "section.merge"]);
}

#[tokio::test]
async fn a_section_leaves_an_edition_where_no_story_is_at_home_in_it() {
    let house = House::open().await;
    let ada = house.at_work("ada", Role::Administrator).await;
    house.room.released("en", StoryCopy::new("politics", "Ministers meet")).await;
    let out = "/newsroom/settings/sections/politics/take-out";
    assert_eq!(ada.post(out, &[("edition", "en")]).await.status, StatusCode::CONFLICT);
    assert_eq!(ada.post(out, &[("edition", "az")]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(house.public("/az/siyaset").await.0, StatusCode::NOT_FOUND);
    assert_eq!(house.public("/en/politics").await.0, StatusCode::OK);
    assert_eq!(
        house.column("SELECT act FROM audit WHERE act LIKE 'section.%'", "act").await,
        ["section.take_out"]
    );
}

#[tokio::test]
async fn a_text_is_searched_changed_looked_at_and_put_back() {
    let house = House::open().await;
    let ada = house.at_work("ada", Role::Administrator).await;
    let path = "/newsroom/settings/texts/en";
    let found = ada.get(&format!("{path}?q=mark+it")).await;
    assert!(found.text.contains("f-report_hint") && !found.text.contains("f-homepage"), "{}", found.text);
    house.room.released("en", StoryCopy::new("politics", "Ministers meet")).await;
    let preview = ada.post(&format!("{path}/preview"), &[("skip_to_content", "Fresh news")]).await;
    assert!(preview.text.contains("Fresh news"));
    assert!(!house.public("/en").await.1.contains("Fresh news"));
    assert_eq!(send(&ada, path, &[("skip_to_content", "Fresh news")]).await.status, StatusCode::SEE_OTHER);
    assert!(house.public("/en").await.1.contains("Fresh news"));
    assert!(ada.get(&format!("{path}?own=1")).await.text.contains("Fresh news"));
    assert_eq!(send(&ada, path, &[("skip_to_content", "")]).await.status, StatusCode::SEE_OTHER);
    assert!(!house.public("/en").await.1.contains("Fresh news"));
}

#[tokio::test]
async fn a_place_of_ones_own_is_looked_up_and_decides_the_day_of_datelines() {
    let house = House::open().await;
    let ada = house.at_work("ada", Role::Administrator).await;
    let made = ada.get("/newsroom/settings/places?new=Qal%C9%99").await;
    assert!(made.location.starts_with("/newsroom/settings/places/qale?name="), "{}", made.location);
    let path = "/newsroom/settings/places/qale";
    let fields = [("name.az", "Qalə"), ("country", "AZ"), ("zone", "Pacific/Honolulu")];
    let look = ada.post(path, &[fields[0], fields[1], fields[2], ("do", "look")]).await;
    assert!(said(&look.text).contains("Qalə, 31 may, ARNA"), "{}", look.text);
    assert_eq!(send(&ada, path, &fields).await.status, StatusCode::SEE_OTHER);
    let found = ada.get("/newsroom/places?q=qale&language=az").await.json();
    assert_eq!(found["places"][0]["date"], "2026-05-31", "{found}");
    let mut copy = StoryCopy::new("politics", "Kəşfiyyat");
    copy.dateline = Some(DatelineParts { place: Some("Qalə".to_owned()), ..DatelineParts::default() });
    let story = house.room.released("az", copy).await;
    let address = leads(&house, &format!("/az/{}", story.number)).await;
    assert!(house.public(&address).await.1.contains("Qalə, 31 may, ARNA"));
    ada.post("/newsroom/settings/places/baku", &[("do", "leave_out")]).await;
    assert_eq!(ada.get("/newsroom/places?q=baku").await.json()["places"], serde_json::json!([]));
    ada.post("/newsroom/settings/places/baku/forget", &[]).await;
    assert_eq!(ada.get("/newsroom/places?q=baku").await.json()["places"][0]["key"], "baku");
    let description = house.column("SELECT data FROM place", "data").await;
    assert_eq!(description.len(), 1);
    assert!(house.column("SELECT act FROM audit", "act").await.contains(&"place.forget".to_owned()));
}

#[tokio::test]
async fn texts_of_a_language_without_an_edition_are_those_of_the_nearest_one() {
    let house = House::open().await;
    house.room.apply(CHINESE).await;
    let (ada, lea) =
        (house.at_work("ada", Role::Administrator).await, house.at_work("lea", Role::Reporter).await);
    for (asked, nearest) in
        [("zh", "zh-Hans"), ("zh-Hant", "zh-Hans"), ("fa", "en"), ("EN", "en"), ("%20", "en")]
    {
        let path = format!("/newsroom/settings/texts/{asked}");
        let answer = ada.get(&path).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{asked}: {}", answer.text);
        assert_eq!(answer.location, format!("/newsroom/settings/texts/{nearest}"), "{asked}");
        assert_eq!(
            lea.get(&path).await.status,
            StatusCode::FORBIDDEN,
            "{asked}: the right is asked for first"
        );
    }
    assert_eq!(ada.get("/newsroom/settings/texts/zh-Hans").await.status, StatusCode::OK);
}

const CHINESE: &str = r#"
[agency]
name = "ARNA"
origin = "https://arna.example"
time_zone = "Asia/Baku"
default_language = "en"
[edition.zh-Hans]
"#;

#[tokio::test]
async fn what_is_wrong_is_said_in_the_language_of_the_page() {
    let house = House::open().await;
    let ada = house.at_work("ada", Role::Administrator).await;
    let path = "/newsroom/settings";
    let open = was(&ada.get(path).await);
    let form = url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs([("was", open.as_str()), ("time_zone", "Asia/Nowhere")])
        .finish();
    for (tag, sentence) in [
        ("en", "There is no time zone"),
        ("de", "Eine Zeitzone \u{2068}Asia/Nowhere\u{2069} gibt es nicht."),
        ("ru", "Часового пояса \u{2068}Asia/Nowhere\u{2069} нет."),
        ("ar", "لا توجد منطقة زمنية"),
    ] {
        let request = ada.request("POST", path).header("accept-language", tag);
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        let page = ada.send(request.body(axum::body::Body::from(form.clone())).unwrap()).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{tag}");
        let fault = said(&page.text).split("id=\"f-time_zone-fault\">").nth(1).unwrap_or_default().to_owned();
        assert!(fault.split("</p>").next().unwrap().contains(sentence), "{tag}: {fault}");
    }
}
