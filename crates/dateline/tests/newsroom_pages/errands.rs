//! Letters beside work that takes long.

use std::time::Duration;

use dateline::jobs::{self, Handlers, Lane};
use dateline::mail;
use dateline::newsroom::with_resets;
use dateline::people::Role;
use dateline::publication::{DEVELOP, run_errands};
use tokio::sync::{mpsc, watch};

use crate::browser::House;

/// Longer than anything here takes: only a letter that never comes waits so long.
const NEVER: Duration = Duration::from_secs(60);

#[tokio::test]
async fn a_reset_letter_goes_out_while_many_pictures_wait() {
    let house = House::open().await;
    house.hire("lea", &[Role::Reporter]).await;
    let publication = &house.room.publication;
    let mut act = publication.begin_errand().await.unwrap();
    let now = act.now;
    for picture in 0..200 {
        jobs::queue_on(&mut act.conn(), Lane::Slow, DEVELOP, &picture, now).await.unwrap();
    }
    act.commit().await.unwrap();
    let asked = house.browser().post("/newsroom/forgotten", &[("email", "lea@arna.example")]).await;
    assert!(asked.status.is_success() || asked.status.is_redirection(), "{}", asked.text);

    let (sent, mut letters) = mpsc::unbounded_channel();
    let (open, opened) = watch::channel(false);
    let handlers = with_resets(Handlers::default(), publication.clone())
        .with(DEVELOP, move |_| {
            let mut opened = opened.clone();
            async move {
                opened.wait_for(|opened| *opened).await?;
                Ok(())
            }
        })
        .with(mail::SEND, move |job| {
            let sent = sent.clone();
            async move { Ok(sent.send(job.payload)?) }
        });
    let (stop, stopped) = watch::channel(false);
    let errands = tokio::spawn(run_errands(publication.clone(), handlers, stopped));
    let letter = tokio::time::timeout(NEVER, letters.recv()).await;
    let letter = letter.expect("a letter waits behind pictures").unwrap();
    assert!(letter.contains("lea@arna.example"), "{letter}");
    let waiting = house.column("SELECT kind FROM job WHERE lane = 'slow'", "kind").await;
    assert_eq!(waiting.len(), 200, "no picture was done before it");
    stop.send(true).unwrap();
    open.send(true).unwrap();
    errands.await.unwrap();
}
