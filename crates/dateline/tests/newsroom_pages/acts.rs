//! Every act from its page: what it asks for, what comes of it, and the second person.

use dateline::people::Role;
use http::StatusCode;
use serde_json::json;

use crate::browser::{Browser, House, PASSWORD};

/// A story of two paragraphs, out.
async fn released(browser: &Browser, headline: &str) -> String {
    let number = browser.story(headline).await;
    write(browser, &number, 1, "It cost 35 manats.").await;
    act(browser, &number, "release", &[]).await;
    number
}

async fn write(browser: &Browser, number: &str, revision: i64, second: &str) {
    let paragraph =
        |id: &str, text: &str| json!({ "id": id, "type": "paragraph", "content": [{ "text": text }] });
    let body = json!({ "blocks": [paragraph("p1", "It opens at noon."), paragraph("p2", second)] });
    let sent = json!({ "revision": revision, "body": body });
    let saved = browser.save(&format!("/newsroom/stories/{number}/save"), sent).await;
    assert_eq!(saved.status, StatusCode::OK, "{}", saved.text);
}

async fn act(browser: &Browser, number: &str, act: &str, fields: &[(&str, &str)]) {
    let done = browser.post(&format!("/newsroom/stories/{number}/acts/{act}"), fields).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{act}: {}", done.text);
}

#[tokio::test]
async fn what_lacks_is_said_at_its_field_and_everything_typed_is_kept() {
    let house = House::open().await;
    let boss = house.at_work("boss", Role::Administrator).await;
    let number = released(&boss, "Harbour opens").await;
    let at = |act: &str| format!("/newsroom/stories/{number}/acts/{act}");
    for (act, field) in [
        ("correction", "editor_note"),
        ("refile", "editor_note"),
        ("hold", "editor_note"),
        ("kill", "reason"),
        ("takedown", "reason"),
        ("unpublish", "reason"),
        ("redact", "words"),
    ] {
        let fields = [
            (field, " "),
            ("public_note", "Typed by hand"),
            ("with", "Typed by hand"),
            ("languages", "this"),
        ];
        let page = boss.post(&at(act), &fields).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{act}");
        assert!(page.text.contains(&format!("href=\"#a-{field}\"")), "{act}: {}", page.text);
        assert!(page.text.contains("aria-invalid=\"true\""), "{act}");
        if matches!(act, "correction" | "hold" | "kill" | "takedown" | "redact") {
            assert!(page.text.contains("Typed by hand"), "{act}: what was typed is gone");
        }
    }
    let wrong = boss.post(&at("kill"), &[("reason", "Forged"), ("substitute", "none")]).await;
    assert!(wrong.text.contains("href=\"#a-substitute\"") && wrong.text.contains("Forged"), "{}", wrong.text);
}

#[tokio::test]
async fn an_act_shows_the_public_page_and_the_wire_s_item_before_it_is_done() {
    let house = House::open().await;
    let boss = house.at_work("boss", Role::Administrator).await;
    let number = released(&boss, "Harbour opens").await;
    let at = |rest: &str| format!("/newsroom/stories/{number}/acts/{rest}");
    write(&boss, &number, 2, "It cost 53 manats.").await;
    let correction = boss.get(&at("correction")).await.text;
    assert!(correction.contains("Paragraph 2: 53, not 35"), "the note is drafted: {correction}");
    assert!(correction.contains("sig:correction") && correction.contains(">usable<"));
    assert!(correction.contains(" · v2<"), "the version it will be");
    let page = boss.get(&at("correction/preview?public_note=It+cost+53")).await.text;
    assert!(page.contains("53 manats") && page.contains("It cost 53"), "the page with its note");
    let update = boss.get(&at("update")).await.text;
    assert!(
        update.contains("/acts/correction\"") && update.contains("sig:update"),
        "a mended error is pointed out"
    );

    let killed = boss.get(&at("kill/preview?reason=Forged")).await.text;
    assert!(killed.contains("Harbour opens") && killed.contains("Forged"), "{killed}");
    let taken = boss.get(&at("takedown/preview?reason=Court+order")).await.text;
    assert!(
        !taken.contains("Harbour opens") && !taken.contains("Court order"),
        "no headline, no reason: {taken}"
    );
    assert!(
        boss.get(&at("takedown")).await.text.contains("Delete it from all systems"),
        "a template of its own"
    );
    assert!(boss.get(&at("hold")).await.text.contains(">withheld<"));
    assert!(boss.get(&at("unpublish")).await.text.contains("Nothing goes out on the wire."));
    let typed = [("look", "1"), ("reason", "The letter was forged"), ("languages", "this")];
    let looked = boss.post(&at("kill"), &typed).await;
    assert_eq!(looked.status, StatusCode::OK);
    assert!(looked.text.contains("The+letter+was+forged") && looked.text.contains(">canceled<"));
    let public = format!("/en/politics/harbour-opens-{number}");
    assert_eq!(house.public(&public).await.0, StatusCode::OK, "looking does nothing");
}

#[tokio::test]
async fn a_hold_is_lifted_as_it_was_or_corrected_with_its_note() {
    let house = House::open().await;
    let boss = house.at_work("boss", Role::Administrator).await;
    let number = released(&boss, "Harbour opens").await;
    let public = format!("/en/politics/harbour-opens-{number}");
    act(&boss, &number, "hold", &[("editor_note", "We check")]).await;
    write(&boss, &number, 2, "It cost 53 manats.").await;
    act(&boss, &number, "lift", &[("lifting", "as_it_was")]).await;
    assert!(house.public(&public).await.1.contains("35 manats"));
    assert!(
        boss.get(&format!("/newsroom/stories/{number}")).await.text.contains("53 manats"),
        "kept by the desk"
    );
    act(&boss, &number, "hold", &[("editor_note", "We check")]).await;
    let path = format!("/newsroom/stories/{number}/acts/lift");
    let silent = boss.post(&path, &[("lifting", "corrected")]).await;
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
    let note = [("lifting", "corrected"), ("editor_note", "Price"), ("public_note", "It cost 53, not 35.")];
    act(&boss, &number, "lift", &note).await;
    let page = house.public(&public).await.1;
    assert!(page.contains("53 manats") && page.contains("It cost 53, not 35."), "{page}");
}

#[tokio::test]
async fn a_kill_is_taken_back_or_confirmed_by_another_who_was_told() {
    let house = House::open().await;
    let (ida, max) = (house.at_work("ida", Role::Chief).await, house.at_work("max", Role::Chief).await);
    let lea = house.at_work("lea", Role::Reporter).await;
    let number = released(&ida, "Harbour opens").await;
    let public = format!("/en/politics/harbour-opens-{number}");
    let at = |rest: &str| format!("/newsroom/stories/{number}{rest}");
    act(&ida, &number, "kill", &[("reason", "Forged"), ("languages", "this")]).await;
    assert_eq!(house.public(&public).await.0, StatusCode::NOT_FOUND, "held at once");
    assert!(max.get("/newsroom/notices").await.text.contains("ida asks for your confirmation"));
    assert!(!lea.get("/newsroom/notices").await.text.contains("ida asks"));
    let letters = house.column("SELECT payload FROM job WHERE kind = 'mail.send'", "payload").await;
    let told: Vec<_> = letters.iter().filter(|letter| letter.contains("max@arna.example")).collect();
    assert!(told.len() == 1 && told[0].contains(&at("/confirm")), "{letters:?}");
    assert!(!letters.iter().any(|letter| letter.contains("lea@") || letter.contains("ida@")));
    assert_eq!(lea.get(&at("/confirm")).await.status, StatusCode::FORBIDDEN);
    assert_eq!(lea.post(&at("/take-back"), &[]).await.status, StatusCode::FORBIDDEN);
    assert_eq!(
        ida.post(&at("/take-back"), &[("editor_note", "It stands")]).await.status,
        StatusCode::SEE_OTHER
    );
    assert_eq!(house.public(&public).await.0, StatusCode::OK, "back as it was");
    assert_eq!(max.post(&at("/confirm"), &[("act", "kill")]).await.status, StatusCode::CONFLICT);

    act(&ida, &number, "kill", &[("reason", "Forged after all"), ("languages", "this")]).await;
    let page = max.get(&at("/confirm")).await.text;
    assert!(
        page.contains("Forged after all")
            && page.contains("It cost 35 manats.")
            && page.contains(">canceled<")
    );
    assert_eq!(ida.post(&at("/confirm"), &[("act", "kill")]).await.status, StatusCode::CONFLICT);
    assert_eq!(max.post(&at("/confirm"), &[("act", "kill")]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(house.public(&public).await.0, StatusCode::GONE);
    assert!(ida.get("/newsroom/notices").await.text.contains("max has confirmed"));
}

#[tokio::test]
async fn nobody_answers_and_the_way_out_is_marked_and_reported() {
    let house = House::open().await;
    let (ida, max) = (house.at_work("ida", Role::Chief).await, house.at_work("max", Role::Chief).await);
    let number = released(&ida, "Harbour opens").await;
    let at = |rest: &str| format!("/newsroom/stories/{number}{rest}");
    act(&ida, &number, "takedown", &[("reason", "Court order 7"), ("languages", "this")]).await;
    let handlers = dateline::newsroom::with_reminders(Default::default(), house.room.publication.clone());
    let letters = async || house.column("SELECT payload FROM job WHERE kind = 'mail.send'", "payload").await;
    let sent = letters().await.len();
    house.room.publication.clock.advance(11 * 60);
    house.remind(&handlers).await;
    let reminded = letters().await;
    assert!(reminded.len() == sent + 1 && reminded.iter().any(|letter| letter.contains("Still to confirm")));
    assert_eq!(ida.post(&at("/confirm"), &[("act", "takedown")]).await.status, StatusCode::CONFLICT);
    house.room.publication.clock.advance(20 * 60);
    house.remind(&handlers).await;
    assert!(letters().await.iter().any(|letter| letter.contains("ida@") && letter.contains("confirm alone")));
    assert!(ida.get(&at("/confirm")).await.text.contains("You may confirm alone"));
    assert_eq!(ida.post(&at("/confirm"), &[("act", "takedown")]).await.status, StatusCode::SEE_OTHER);
    assert!(max.get("/newsroom/notices").await.text.contains("ida confirmed alone"));
    let written = letters().await;
    let told = |name: &str| {
        let to = format!("{name}@arna.example");
        written.iter().any(|letter| letter.contains(&to) && letter.contains("Confirmed by one person alone"))
    };
    assert!(told("max") && !told("ida"), "{written:?}");
    let tasks = max.get("/newsroom/tasks").await.text;
    assert!(tasks.contains("Confirmed by one person alone"), "{tasks}");
    let detail =
        house.column("SELECT detail FROM audit WHERE act = 'story.takedown.confirm'", "detail").await;
    assert_eq!(detail, ["alone"]);
}

#[tokio::test]
async fn how_long_a_second_person_is_waited_for_is_the_agency_s_and_may_be_for_ever() {
    let house = House::open().await;
    let boss = house.at_work("boss", Role::Administrator).await;
    let (mut ida, _) = (house.at_work("ida", Role::Chief).await, house.at_work("max", Role::Chief).await);
    let sheet = [("name", "ARNA"), ("origin", "https://arna.example"), ("time_zone", "Asia/Baku")];
    let set = async |minutes: &str| {
        let fields = [&sheet[..], &[("default_language", "en"), ("alone_after_minutes", minutes)]].concat();
        boss.post("/newsroom/settings", &fields).await.status
    };
    for wrong in ["soon", "-1", "10081", "1.5"] {
        assert_eq!(set(wrong).await, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
    }
    assert_eq!(set("5").await, StatusCode::SEE_OTHER);
    let kept = house.column("SELECT data FROM agency", "data").await;
    assert!(kept[0].contains("\"alone_after_minutes\":5"), "{kept:?}");
    let number = released(&ida, "Harbour opens").await;
    let confirm = format!("/newsroom/stories/{number}/confirm");
    act(&ida, &number, "takedown", &[("reason", "Court order 7"), ("languages", "this")]).await;
    house.room.publication.clock.advance(4 * 60);
    assert_eq!(ida.post(&confirm, &[("act", "takedown")]).await.status, StatusCode::CONFLICT);
    assert_eq!(set("0").await, StatusCode::SEE_OTHER);
    house.room.publication.clock.advance(8 * 3_600);
    ida.sign_in("ida", PASSWORD).await;
    let page = ida.get(&confirm).await.text;
    assert!(page.contains("A second person must confirm") && !page.contains("may confirm alone"), "{page}");
    assert_eq!(ida.post(&confirm, &[("act", "takedown")]).await.status, StatusCode::CONFLICT, "never alone");
    let handlers = dateline::newsroom::with_reminders(Default::default(), house.room.publication.clone());
    house.remind(&handlers).await;
    let letters = house.column("SELECT payload FROM job WHERE kind = 'mail.send'", "payload").await;
    assert!(!letters.iter().any(|letter| letter.contains("confirm alone")), "{letters:?}");
}

#[tokio::test]
async fn restore_and_redaction_wait_for_the_second_person_too() {
    let house = House::open().await;
    let (ida, max) = (house.at_work("ida", Role::Chief).await, house.at_work("max", Role::Chief).await);
    let number = released(&ida, "Harbour opens").await;
    let public = format!("/en/politics/harbour-opens-{number}");
    let confirm = format!("/newsroom/stories/{number}/confirm");
    act(
        &ida,
        &number,
        "redact",
        &[("reason", "Asked by law"), ("words", "35 manats"), ("languages", "this")],
    )
    .await;
    assert!(house.public(&public).await.1.contains("35 manats"), "not yet");
    let page = max.get(&confirm).await.text;
    assert!(page.contains("35 manats") && page.contains("<del>") && page.contains("Asked by law"), "{page}");
    assert_eq!(ida.post(&confirm, &[("act", "redact")]).await.status, StatusCode::CONFLICT);
    assert_eq!(max.post(&confirm, &[("act", "redact")]).await.status, StatusCode::SEE_OTHER);
    assert!(!house.public(&public).await.1.contains("35 manats"));
    act(&ida, &number, "takedown", &[("reason", "Court order"), ("languages", "this")]).await;
    assert_eq!(max.post(&confirm, &[("act", "takedown")]).await.status, StatusCode::SEE_OTHER);
    act(&ida, &number, "restore", &[("languages", "this")]).await;
    assert_eq!(house.column("SELECT state FROM released", "state").await, ["taken_down"], "still down");
    assert_eq!(ida.post(&confirm, &[("act", "restore")]).await.status, StatusCode::CONFLICT);
    assert_eq!(max.post(&confirm, &[("act", "restore")]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(house.public(&public).await.0, StatusCode::OK);
}

#[tokio::test]
async fn the_group_is_killed_together_and_a_correction_leaves_a_translation_as_a_task() {
    let house = House::open().await;
    let (ida, max) = (house.at_work("ida", Role::Chief).await, house.at_work("max", Role::Chief).await);
    let number = released(&ida, "Harbour opens").await;
    let made = ida.post(&format!("/newsroom/stories/{number}/translations"), &[("language", "az")]).await;
    let other = made.location.trim_start_matches("/newsroom/stories/").split('?').next().unwrap().to_owned();
    act(&ida, &other, "release", &[]).await;
    write(&ida, &number, 2, "It cost 53 manats.").await;
    let note = [("editor_note", "53, not 35"), ("public_note", "It cost 53."), ("languages", "this")];
    act(&ida, &number, "correction", &note).await;
    let tasks = ida.get("/newsroom/tasks").await.text;
    assert!(
        tasks.contains(&format!("/newsroom/stories/{other}\"")) && tasks.contains("It cost 53."),
        "{tasks}"
    );
    let start = ida.get("/newsroom").await.text;
    assert!(
        start.contains("href=\"/newsroom/tasks\">Tasks</a> <span class=\"count\">1<"),
        "the start page has it: {start}"
    );
    let nils = house.at_work("nils", Role::Photo).await;
    let start = nils.get("/newsroom").await.text;
    assert!(!start.contains("<span class=\"count\">1<"), "not for those who may not answer it: {start}");
    let id = tasks.split("action=\"/newsroom/tasks/").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    let answer = format!("/newsroom/tasks/{id}");
    assert_eq!(ida.post(&answer, &[]).await.status, StatusCode::SEE_OTHER, "nothing to change here");
    assert!(!ida.get("/newsroom/tasks").await.text.contains("action=\"/newsroom/tasks/"));
    assert!(ida.get("/newsroom").await.text.contains("class=\"list none\" data-part=\"tasks\""));
    assert_eq!(ida.post(&answer, &[]).await.status, StatusCode::NOT_FOUND);

    let page = ida.get(&format!("/newsroom/stories/{number}/acts/kill")).await.text;
    assert!(page.contains("value=\"all\" checked"), "a kill covers the group unless told otherwise");
    act(&ida, &number, "kill", &[("reason", "Forged"), ("languages", "all")]).await;
    max.post(&format!("/newsroom/stories/{other}/confirm"), &[("act", "kill")]).await;
    assert_eq!(house.column("SELECT state FROM released", "state").await, ["killed", "killed"]);
}

#[tokio::test]
async fn a_story_s_acts_are_one_list_for_a_phone() {
    let house = House::open().await;
    let (ida, lea) = (house.at_work("ida", Role::Chief).await, house.at_work("lea", Role::Reporter).await);
    let number = released(&ida, "Harbour opens").await;
    let path = format!("/newsroom/stories/{number}/acts");
    let list = ida.get(&path).await.text;
    for act in ["update", "correction", "refile", "hold", "kill", "takedown", "unpublish", "redact"] {
        assert!(list.contains(&format!("/acts/{act}\"")), "{act}");
    }
    assert!(!list.contains("/acts/restore\""));
    assert!(!lea.get(&path).await.text.contains("/acts/"), "a reporter has none");
}
