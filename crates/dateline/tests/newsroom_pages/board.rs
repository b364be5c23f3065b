//! The board: what stands on it for whom, views of it, what is done from a card, and how changes reach who looks on.

use dateline::people::Role;
use http::StatusCode;

use crate::browser::{Browser, House};

async fn desk(house: &House, boss: &Browser, approval: &str) {
    let desk = [("key", "sport"), ("name", "Sport"), ("approval", approval), ("steps", "Research")];
    assert_eq!(boss.post("/newsroom/desks", &desk).await.status, StatusCode::SEE_OTHER);
    assert_eq!(house.column("SELECT key FROM desk ORDER BY position", "key").await, ["newsroom", "sport"]);
}

#[tokio::test]
async fn a_view_is_kept_opened_with_arranged_and_removed() {
    let house = House::open().await;
    let tom = house.at_work("tom", Role::Editor).await;
    tom.story("Ferries strike").await;
    tom.story("Harbour opens").await;
    let all = tom.get("/newsroom/board").await.text;
    assert!(all.contains("Ferries strike") && all.contains("Harbour opens"));
    let view = [("name", "Harbour"), ("query", "q=harbour&x=1"), ("opens", "1")];
    let kept = tom.post("/newsroom/board/views", &view).await;
    assert!(kept.location.starts_with("/newsroom/board?q=harbour&view="), "{}", kept.location);
    let opened = tom.get("/newsroom/board").await.text;
    assert!(
        opened.contains("Harbour opens") && !opened.contains("Ferries strike"),
        "the board opens with it"
    );
    assert!(opened.contains("data-view=\"1\" aria-current=\"true\">Harbour"), "{opened}");
    assert!(
        tom.get("/newsroom/board?desk=").await.text.contains("Ferries strike"),
        "everything is one key away"
    );
    tom.post("/newsroom/board/views", &[("name", "Mine"), ("query", "whose=mine")]).await;
    let ids = house.column("SELECT name FROM board_view ORDER BY position", "name").await;
    assert_eq!(ids, ["Harbour", "Mine"]);
    let page = tom.get("/newsroom/board/views").await.text;
    let id = page.rsplit("/newsroom/board/views/").next().unwrap().split('"').next().unwrap();
    let change = format!("/newsroom/board/views/{id}");
    tom.post(&change, &[("do", "up")]).await;
    tom.post(&change, &[("do", "rename"), ("name", "My own")]).await;
    let names = house.column("SELECT name FROM board_view ORDER BY position", "name").await;
    assert_eq!(names, ["My own", "Harbour"]);
    let nameless = tom.post(&change, &[("do", "rename"), ("name", " ")]).await;
    assert_eq!(nameless.status, StatusCode::UNPROCESSABLE_ENTITY);
    tom.post(&change, &[("do", "remove")]).await;
    tom.post("/newsroom/board/views/all", &[("do", "open")]).await;
    assert!(tom.get("/newsroom/board").await.text.contains("Ferries strike"));
}

#[tokio::test]
async fn a_desk_s_views_are_everybody_s_and_changed_by_those_who_approve_there() {
    let house = House::open().await;
    let tom = house.at_work("tom", Role::Editor).await;
    let lea = house.at_work("lea", Role::Reporter).await;
    let shared = [("name", "Flashes"), ("query", "urgency=2"), ("desk", "newsroom")];
    assert_eq!(lea.post("/newsroom/board/views", &shared).await.status, StatusCode::FORBIDDEN);
    assert_eq!(tom.post("/newsroom/board/views", &shared).await.status, StatusCode::SEE_OTHER);
    tom.post("/newsroom/board/views", &[("name", "Toms own"), ("query", "q=x")]).await;
    let board = lea.get("/newsroom/board").await.text;
    assert!(board.contains("Flashes") && !board.contains("Toms own"));
    let page = lea.get("/newsroom/board/views").await.text;
    let id = page.rsplit("/newsroom/board/views/").next().unwrap().split('"').next().unwrap().to_owned();
    let change = format!("/newsroom/board/views/{id}");
    assert_eq!(lea.post(&change, &[("do", "remove")]).await.status, StatusCode::FORBIDDEN);
    assert_eq!(
        lea.post(&change, &[("do", "open")]).await.status,
        StatusCode::SEE_OTHER,
        "to open with is hers"
    );
    assert_eq!(tom.post(&change, &[("do", "remove")]).await.status, StatusCode::SEE_OTHER);
    let acts = house.column("SELECT act FROM audit WHERE act LIKE 'view.%' ORDER BY at, id", "act").await;
    assert_eq!(acts, ["view.keep", "view.change"]);
}

#[tokio::test]
async fn copy_is_found_by_whose_it_is_and_when_it_is_due() {
    let house = House::open().await;
    let tom = house.at_work("tom", Role::Editor).await;
    let late = tom.story("Late copy").await;
    let free = tom.story("Free copy").await;
    for number in [&late, &free] {
        tom.post(&format!("/newsroom/stories/{number}/hands/let-go"), &[]).await;
        tom.post(&format!("/newsroom/stories/{number}/hands/assign"), &[]).await;
    }
    let due = [("due_at", "2020-01-01T10:00:00Z")];
    tom.post(&format!("/newsroom/stories/{late}/hands/assign"), &due).await;
    for (query, shows_late, shows_free) in [
        ("due=late", true, false),
        ("due=soon", true, false),
        ("whose=nobody", true, true),
        ("whose=nobody&due=set", true, false),
        ("whose=mine", true, true),
        ("urgency=4", false, false),
        ("language=en&section=politics&q=free", false, true),
        ("desk=sport", false, false),
    ] {
        let board = tom.get(&format!("/newsroom/board?{query}")).await.text;
        assert_eq!(
            (board.contains(">Late copy<"), board.contains(">Free copy<")),
            (shows_late, shows_free),
            "{query}"
        );
    }
}

#[tokio::test]
async fn a_card_s_menu_offers_what_somebody_may_do_and_releases_with_what_the_checks_found() {
    let house = House::open().await;
    let boss = house.at_work("boss", Role::Administrator).await;
    let lea = house.at_work("lea", Role::Reporter).await;
    let tom = house.at_work("tom", Role::Editor).await;
    let newsroom = [("name", "Newsroom"), ("approval", "another_person"), ("steps", "Reading")];
    boss.post("/newsroom/desks/newsroom", &newsroom).await;
    let number = lea.story("Harbour opens").await;
    let menu = |part: &str| format!("/newsroom/board/stories/{number}?bare=1&part={part}");
    let hers = lea.get(&format!("/newsroom/board/stories/{number}")).await.text;
    for act in ["let-go", "submit", "assign", "step"] {
        assert!(hers.contains(&format!("/hands/{act}\"")), "{act}: {hers}");
    }
    assert!(!hers.contains("/hands/approve") && !hers.contains("/hands/spike") && !hers.contains("/acts/"));
    let his = tom.get(&menu("release")).await.text;
    assert!(his.contains("The desk must approve this revision first."), "{his}");
    assert!(his.contains("The body is empty.") && his.contains("/preview"), "{his}");
    assert!(!his.contains("<html"), "a part alone is no page");
    lea.post(&format!("/newsroom/stories/{number}/hands/submit"), &[]).await;
    tom.post(&format!("/newsroom/stories/{number}/hands/approve"), &[]).await;
    assert!(!tom.get(&menu("release")).await.text.contains("must approve"));
    let release = format!("/newsroom/stories/{number}/acts/release");
    let back = [("languages", "this"), ("back", "/newsroom/board")];
    assert_eq!(tom.post(&release, &back).await.status, StatusCode::SEE_OTHER);
    assert_eq!(house.public(&format!("/en/politics/harbour-opens-{number}")).await.0, StatusCode::OK);
    assert_eq!(lea.get(&menu("everything")).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_remark_is_counted_on_the_card_and_tells_those_it_names() {
    let house = House::open().await;
    let lea = house.at_work("lea", Role::Reporter).await;
    let tom = house.at_work("tom", Role::Editor).await;
    let number = lea.story("Harbour opens").await;
    let remark = [("text", "Is noon right, @Tom?"), ("back", "/newsroom/board")];
    let said = lea.post(&format!("/newsroom/stories/{number}/remarks"), &remark).await;
    assert_eq!(said.location, "/newsroom/board");
    let board = tom.get("/newsroom/board").await.text;
    assert!(board.contains("remarks-count"), "{board}");
    assert!(tom.get("/newsroom").await.text.contains("lea names you in a remark on"));
    assert_eq!(tom.get("/newsroom/notices/count").await.json()["unread"], 1);
    tom.post("/newsroom/notices", &[]).await;
    assert_eq!(tom.get("/newsroom/notices/count").await.json()["unread"], 0);
    assert_eq!(lea.get("/newsroom/notices/count").await.json()["unread"], 0);
}

#[tokio::test]
async fn a_lost_line_goes_on_where_it_ended() {
    let house = House::open().await;
    let tom = house.at_work("tom", Role::Editor).await;
    let board = tom.get("/newsroom/board").await.text;
    let since = board.split("data-since=\"").nth(1).unwrap().split('"').next().unwrap();
    tom.story("Made meanwhile").await;
    let heard =
        tom.events(&format!("/newsroom/live?since={since}"), |heard| heard.contains("Made meanwhile")).await;
    let id = heard.split("id: ").nth(1).unwrap().split_whitespace().next().unwrap();
    assert!(id.parse::<i64>().unwrap() >= since.parse::<i64>().unwrap(), "{heard}");
    let narrow = format!("/newsroom/live?q=harbour&since={since}");
    let heard = tom.events(&narrow, |heard| heard.contains("event: gone")).await;
    assert!(!heard.contains("Made meanwhile"), "what is not asked for is not told: {heard}");
}

#[tokio::test]
async fn a_colleague_at_another_node_sees_the_card_move() {
    let house = House::open().await;
    let other = house.second().await;
    let lea = house.at_work("lea", Role::Reporter).await;
    let tom = other.visited_by(&house.at_work("tom", Role::Editor).await);
    let number = lea.story("Harbour opens").await;
    let board = tokio::spawn(async move {
        tom.events("/newsroom/live", |heard| heard.contains("\"column\":\"submitted\"")).await
    });
    // Whoever looks on must look before something happens; each act is seen later too, and moves the story anew.
    while !board.is_finished() {
        house.room.publication.clock.advance(1);
        lea.post(&format!("/newsroom/stories/{number}/hands/submit"), &[]).await;
        tokio::task::yield_now().await;
    }
    assert!(board.await.unwrap().contains("Harbour opens"));
}

#[tokio::test]
async fn desks_are_arranged_and_given_members() {
    let house = House::open().await;
    let boss = house.at_work("boss", Role::Administrator).await;
    desk(&house, &boss, "nobody").await;
    let lea = house.hire("lea", &[Role::Photo]).await;
    let member = [("person", lea.id.to_string()), ("role", "editor".to_owned())];
    let member: Vec<(&str, &str)> = member.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let set = boss.post("/newsroom/desks/sport/members", &member).await;
    assert_eq!(set.location, "/newsroom/desks?said=saved#desk-sport");
    assert_eq!(house.column("SELECT roles FROM desk_member", "roles").await, ["editor"]);
    boss.post("/newsroom/desks/sport/up", &[]).await;
    assert_eq!(house.column("SELECT key FROM desk ORDER BY position", "key").await, ["sport", "newsroom"]);
    boss.post("/newsroom/desks/sport/members", &member[..1]).await;
    assert!(house.column("SELECT roles FROM desk_member", "roles").await.is_empty(), "no role, no member");
}
