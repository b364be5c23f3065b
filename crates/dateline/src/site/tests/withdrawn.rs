//! What stands in place of withdrawn stories.

use super::newsroom::{Newsroom, copy};
use crate::story::{Order, Story, StoryAct};

async fn withdrawn(room: &Newsroom, act: StoryAct) -> (Story, String) {
    let story = room.released("en", copy("politics", "Ferry crews strike", "<p>Secret words.</p>")).await;
    let other = room.released("en", copy("politics", "Ferries run to timetable", "")).await;
    let path = room.path(&story).await;
    let order = Order {
        editor_note: Some("do not use".into()),
        reason: Some("The statement was forged.".into()),
        substitute: (act == StoryAct::Kill).then(|| other.number.get()),
        ..Order::new(act)
    };
    room.perform(&story, order).await;
    (story, path)
}

#[tokio::test]
async fn a_held_story_is_404_with_a_notice_and_comes_back() {
    let room = Newsroom::open().await;
    let (story, path) = withdrawn(&room, StoryAct::Hold).await;
    for address in [path.clone(), format!("{path}/history"), format!("{path}/report")] {
        let page = room.get(&address).await;
        assert_eq!(page.status(), 404, "{address}");
        page.holds(&["This story is being checked", "<meta name=\"robots\" content=\"noindex\">"]);
        page.lacks(&["Ferry crews strike", "Secret words", "forged"]);
    }
    room.perform(&story, Order::new(StoryAct::Lift)).await;
    assert_eq!(room.get(&path).await.status(), 200);
}

#[tokio::test]
async fn a_killed_story_is_410_with_its_headline_the_reason_and_a_substitute() {
    let room = Newsroom::open().await;
    let (story, path) = withdrawn(&room, StoryAct::Kill).await;
    assert_eq!(room.get(&path).await.status(), 404, "asking for a kill holds the story at once");
    room.confirm(&story, StoryAct::Kill).await;
    let page = room.get(&path).await;
    assert_eq!(page.status(), 410);
    page.holds(&["Ferry crews strike", "The statement was forged.", ">Ferries run to timetable</a>"]);
    insta::assert_snapshot!("killed_page", page.main());
    page.lacks(&["Secret words", "rel=\"canonical\"", "hreflang=\"x-default\""]);
    assert_eq!(room.get(&format!("{path}/history")).await.status(), 410);
    room.get("/en").await.lacks(&["Ferry crews strike"]);
}

#[tokio::test]
async fn a_story_taken_down_is_451_without_headline_or_slug() {
    let room = Newsroom::open().await;
    let (story, path) = withdrawn(&room, StoryAct::Takedown).await;
    room.confirm(&story, StoryAct::Takedown).await;
    let bare = format!("/en/{}", story.number);
    for address in [path.clone(), format!("{path}/history")] {
        let moved = room.get(&address).await;
        assert_eq!((moved.status(), moved.location()), (301, bare.clone()));
    }
    let page = room.get(&bare).await;
    assert_eq!(page.status(), 451);
    page.lacks(&["Ferry crews", "ferry-crews", "forged"]);
}

#[tokio::test]
async fn an_unpublished_story_is_410_without_its_words() {
    let room = Newsroom::open().await;
    let (_, path) = withdrawn(&room, StoryAct::Unpublish).await;
    let page = room.get(&path).await;
    assert_eq!(page.status(), 410);
    page.lacks(&["Ferry crews strike", "Secret words"]);
}

#[tokio::test]
async fn a_draft_is_no_page() {
    let room = Newsroom::open().await;
    let story = room.draft("en", crate::story::Group::New, copy("politics", "Not yet", "")).await;
    let page = room.get(&format!("/en/{}", story.number)).await;
    assert_eq!(page.status(), 404);
    assert!(page.deps().contains(&format!("story:{}", story.number).as_str()));
}

#[tokio::test]
async fn a_story_stays_withdrawn_when_its_notice_cannot_be_made() {
    let room = Newsroom::open().await;
    let (story, path) = withdrawn(&room, StoryAct::Kill).await;
    room.confirm(&story, StoryAct::Kill).await;
    let folder = room.folder.path().join("theme");
    std::fs::create_dir_all(&folder).unwrap();
    // Good with the sample, broken with this story.
    let template =
        "{% if notice.substitute.href == '/en/politics/story-1' %}ok{% else %}{{ nothing }}{% endif %}";
    std::fs::write(folder.join("withdrawn_page.html"), template).unwrap();
    assert_eq!(room.site.theme().reload(), []);
    let failed = room.site.render(&crate::site::PageRequest::path(path)).await.unwrap_err();
    assert_eq!(failed.plain.status.as_u16(), 410);
    assert_eq!(failed.plain.heading, "Page removed");
    assert!(failed.to_string().contains("withdrawn_page.html line 1"), "{failed}");
}
