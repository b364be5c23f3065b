//! A reader's letter: the form, its captcha, and the newsroom's answer.

use axum::body::Body;
use http::{Request, StatusCode};

use super::counter::{Counter, token_of};

fn letter<'a>(token: &'a str, captcha: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("name", "Nigar <b>"),
        ("email", "nigar@reader.example"),
        ("subject", "The bridge"),
        ("message", "It opened in \"May\", not June."),
        ("captcha_token", token),
        ("captcha", captcha),
        ("website", ""),
    ]
}

#[tokio::test]
async fn a_letter_with_the_right_letters_is_kept_once() {
    let counter = Counter::open("image").await;
    let (token, letters) = counter.token().await;
    let small = letters.to_lowercase();
    let (status, page) = counter.post("/en/feedback", &letter(&token, &small)).await;
    assert_eq!(status, StatusCode::OK, "{page}");
    assert!(page.contains("F-"), "{page}");
    let kept = counter.letters_kept().await;
    assert_eq!(kept, [("It opened in \"May\", not June.".to_owned(), "open".to_owned())]);
    let (status, page) = counter.post("/en/feedback", &letter(&token, &small)).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "a token is spent once");
    assert_ne!(token_of(&page), token);
    assert_eq!(counter.letters_kept().await.len(), 1);
}

#[tokio::test]
async fn a_wrong_answer_keeps_what_was_typed_and_spends_the_token() {
    let counter = Counter::open("image").await;
    let (token, letters) = counter.token().await;
    let (status, page) = counter.post("/en/feedback", &letter(&token, "WRONG")).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    for kept in ["Nigar &lt;b&gt;", "nigar@reader.example", "The bridge", "&quot;May&quot;, not June."] {
        assert!(page.contains(kept), "{kept} in {page}");
    }
    assert_ne!(token_of(&page), token, "a new token");
    let (status, _) = counter.post("/en/feedback", &letter(&token, &letters)).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "a wrong answer spends the token too");
    assert!(counter.letters_kept().await.is_empty());
}

#[tokio::test]
async fn a_field_left_out_is_named_and_the_token_stays_good() {
    let counter = Counter::open("image").await;
    let (token, letters) = counter.token().await;
    let mut fields = letter(&token, &letters);
    fields[1].1 = "no address";
    let (status, page) = counter.post("/en/feedback", &fields).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("id=\"feedback-email-fault\""), "{page}");
    assert_eq!(token_of(&page), token);
    assert!(page.contains(&format!("value=\"{letters}\"")), "the letters need not be typed again: {page}");
    assert_eq!(counter.post("/en/feedback", &letter(&token, &letters)).await.0, StatusCode::OK);
}

#[tokio::test]
async fn picture_and_sound_are_there_while_the_token_is() {
    let counter = Counter::open("proof-or-image").await;
    let (token, _) = counter.token().await;
    let ask = async |path: String| counter.ask(Request::get(path).body(Body::empty()).unwrap()).await;
    let (status, headers, light) = ask(format!("/captcha/{token}.png")).await;
    assert_eq!(
        (status, &headers["content-type"], &headers["cache-control"]),
        (StatusCode::OK, &"image/png".parse().unwrap(), &"no-store".parse().unwrap())
    );
    assert!(light.starts_with(b"\x89PNG"));
    let (_, _, dark) = ask(format!("/captcha/{token}.png?shade=dark")).await;
    assert!(dark.starts_with(b"\x89PNG") && dark != light);
    let (status, headers, sound) = ask(format!("/captcha/{token}.wav?voice=az")).await;
    assert_eq!((status, &headers["content-type"]), (StatusCode::OK, &"audio/wav".parse().unwrap()));
    assert!(sound.starts_with(b"RIFF"));
    for path in [format!("/captcha/{token}.gif"), "/captcha/AAAA.png".to_owned(), "/captcha/x".to_owned()] {
        assert_eq!(ask(path).await.0, StatusCode::NOT_FOUND);
    }
    counter.room.publication.clock.advance(3 * 3600);
    assert_eq!(ask(format!("/captcha/{token}.png")).await.0, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_proof_of_work_stands_for_letters_where_the_agency_takes_it() {
    for (mode, taken) in [("proof", true), ("proof-or-image", true), ("image", false)] {
        let counter = Counter::open(mode).await;
        let (_, page) = counter.get("/en/feedback").await;
        assert_eq!(page.contains("name=\"captcha\""), mode != "proof", "{mode}");
        counter.room.publication.clock.advance(2);
        let token = token_of(&page);
        let now = counter.room.publication.clock.now();
        let keys = counter.captcha.keys(now).await.unwrap();
        let puzzle = keys.ring().show(&token, dateline::captcha::moment(now)).unwrap();
        let proof = puzzle.challenge().map(|challenge| challenge.solve()).unwrap_or("1.1".to_owned());
        let mut fields = letter(&token, "");
        fields.push(("captcha_proof", &proof));
        let (status, page) = counter.post("/en/feedback", &fields).await;
        assert_eq!(status == StatusCode::OK, taken, "{mode}: {page}");
    }
}

#[tokio::test]
async fn what_no_reader_does_is_put_aside_or_refused() {
    let counter = Counter::open("image").await;
    let (token, letters) = counter.token().await;
    let (status, _) = counter.post_from("cross-site", "/en/feedback", &letter(&token, &letters)).await;
    assert_eq!(status, StatusCode::FORBIDDEN, "forms of other sites");
    let mut honey = letter(&token, &letters);
    honey[6].1 = "https://pills.example";
    assert_eq!(counter.post("/en/feedback", &honey).await.0, StatusCode::OK);
    assert_eq!(counter.letters_kept().await[0].1, "spam", "kept, and put aside");
    let (_, page) = counter.get("/en/feedback").await;
    let token = token_of(&page);
    let letters = counter.letters(&token).await;
    let (status, _) = counter.post("/en/feedback", &letter(&token, &letters)).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "nobody types that fast");
}

#[tokio::test]
async fn other_letters_are_given_without_losing_a_word() {
    let counter = Counter::open("image").await;
    let (token, _) = counter.token().await;
    let mut fields = letter(&token, "");
    fields.push(("again", "1"));
    let (status, page) = counter.post("/en/feedback", &fields).await;
    assert_eq!(status, StatusCode::OK);
    assert_ne!(token_of(&page), token);
    assert!(page.contains("not June."));
    assert!(!page.contains("class=\"fault\""), "{page}");
}

#[tokio::test]
async fn a_network_that_sends_too_many_is_told_and_loses_nothing() {
    let counter = Counter::open("image").await;
    for _ in 0..30 {
        let (token, letters) = counter.token().await;
        assert_eq!(counter.post("/en/feedback", &letter(&token, &letters)).await.0, StatusCode::OK);
    }
    let (token, letters) = counter.token().await;
    let (status, page) = counter.post("/en/feedback", &letter(&token, &letters)).await;
    assert_eq!(status, StatusCode::TOO_MANY_REQUESTS);
    assert!(page.contains("not June.") && token_of(&page) == token);
    let mut reader = counter.room.publication.db.snapshot().await.unwrap();
    let addresses = reader.conn().all("SELECT network FROM form_count", []).await.unwrap();
    let network: Vec<u8> = addresses[0].get("network").unwrap();
    assert_eq!((addresses.len(), network.len()), (1, 16), "a keyed hash and no address");
}

#[tokio::test]
async fn an_edition_that_is_not_there_has_no_form() {
    let counter = Counter::open("image").await;
    assert_eq!(counter.get("/xx/feedback").await.0, StatusCode::NOT_FOUND);
    assert_eq!(counter.get("/EN/feedback").await.0, StatusCode::MOVED_PERMANENTLY);
}

#[tokio::test]
async fn a_picture_shown_before_a_restart_is_answered_after_it_once() {
    let before = Counter::open("image").await;
    let (token, letters) = before.token().await;
    let after = Counter::on(before.room.second_room().await);
    after.room.publication.clock.set(before.room.publication.clock.now());
    let fields = letter(&token, &letters);
    assert_eq!(after.post("/en/feedback", &fields).await.0, StatusCode::OK);
    let again = Counter::on(before.room.second_room().await);
    again.room.publication.clock.set(before.room.publication.clock.now());
    for node in [&before, &after, &again] {
        assert_eq!(node.post("/en/feedback", &fields).await.0, StatusCode::UNPROCESSABLE_ENTITY);
    }
    assert_eq!(before.letters_kept().await.len(), 1);
}

#[tokio::test]
async fn of_many_who_send_one_token_to_two_nodes_at_once_one_is_heard() {
    let one = Counter::open("image").await;
    let other = Counter::on(one.room.second_room().await);
    for round in 1..=6 {
        let (token, letters) = one.token().await;
        // A clock may be a little behind another.
        other
            .room
            .publication
            .clock
            .set(one.room.publication.clock.now() - jiff::SignedDuration::from_millis(500));
        let fields = letter(&token, &letters);
        let send = |node| Counter::post(node, "/en/feedback", &fields);
        let answers = tokio::join!(send(&one), send(&other), send(&other), send(&one));
        let heard = [answers.0, answers.1, answers.2, answers.3];
        let taken = heard.iter().filter(|(status, _)| *status == StatusCode::OK).count();
        assert_eq!(taken, 1, "{:?}", heard.map(|(status, _)| status));
        assert_eq!(one.letters_kept().await.len(), round);
    }
}
