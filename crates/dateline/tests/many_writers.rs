//! Many writers at once, on two nodes over one database: one log without a gap, in the order of commits, and acts
//! that are there whole with their entries or not at all, whoever gives up and whatever connection dies.

mod newsroom;

use std::collections::BTreeMap;
use std::future::Future;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use dateline::db::{Engine, Snapshot};
use dateline::ids::{StoryNumber, StoryRef};
use dateline::lang::Language;
use dateline::publication::{Entry, Publication, log};
use dateline::story::{self, Author, Group, NewStory, Order, Story, StoryAct, StoryCopy, StoryError, Topic};
use newsroom::{TestNewsroom, editor, order};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use tokio::task::JoinSet;

/// Every run of a test is the same unless `DATELINE_TEST_SEED` names another.
fn dice(salt: u64) -> StdRng {
    let seed = std::env::var("DATELINE_TEST_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(1);
    println!("DATELINE_TEST_SEED={seed}, salt {salt}");
    StdRng::seed_from_u64(seed ^ (salt << 32))
}

/// Copy as busy as agencies' is: topics and authors that many stories share, and now and then an older story.
fn busy_copy(dice: &mut StdRng, follows: Option<StoryNumber>) -> StoryCopy {
    let mut copy = StoryCopy::new("politics", "Ministers meet");
    for _ in 0..dice.random_range(0..4) {
        let name = format!("Topic {}", dice.random_range(0..40));
        let slug = name.to_lowercase().replace(' ', "-");
        copy.topics.push(Topic { name, slug });
    }
    let writer = dice.random_range(0..20);
    copy.authors.push(Author {
        name: format!("Writer {writer}"),
        slug: format!("writer-{writer}"),
        role: None,
    });
    copy.follows = follows.map(StoryNumber::get);
    copy
}

/// A draft made and released in one act.
async fn release_new(
    node: &Publication,
    lane: u64,
    copy: StoryCopy,
    group: Group,
    language: &str,
    begun: &AtomicBool,
) -> Result<(Story, Vec<Entry>), StoryError> {
    let mut act = node.begin(lane).await?;
    let (agency, now) = (act.agency.clone(), act.now);
    let language = Language::parse(language).unwrap();
    let new = NewStory { language, uri: None, number: None, group, copy };
    let release = Order::new(StoryAct::Release);
    let (story, changes) =
        story::release_new(&mut act.conn(), &agency, new, &release, &editor(), now).await?;
    act.record_all(changes);
    begun.store(true, Ordering::SeqCst);
    let entries = act.commit().await?;
    Ok((story, entries))
}

/// An act on a story that is there.
async fn perform(
    node: &Publication,
    number: StoryNumber,
    order: &Order,
    begun: &AtomicBool,
) -> Result<Vec<Entry>, StoryError> {
    let target = StoryRef::Number(number);
    let mut act = node.begin(node.lane_of(target).await?).await?;
    let (agency, now) = (act.agency.clone(), act.now);
    let done = story::perform(&mut act.conn(), &agency, target, order, &editor(), now).await?;
    act.record_all(done.changes);
    begun.store(true, Ordering::SeqCst);
    Ok(act.commit().await?)
}

/// What one reader saw of the log while it grew: each slice begins where the last one ended.
async fn follow(node: Publication, stop: Arc<AtomicBool>) -> Vec<Entry> {
    let mut read: Vec<Entry> = Vec::new();
    loop {
        let last_look = stop.load(Ordering::SeqCst);
        let mut view = node.db.snapshot().await.unwrap();
        let head = log::head(&mut view.conn()).await.unwrap();
        let slice = log::after(&mut view.conn(), read.len() as i64, 100_000, true).await.unwrap();
        drop(view);
        for entry in slice {
            assert_eq!(entry.seq, read.len() as i64 + 1, "a gap, or an entry behind the reader");
            read.push(entry);
        }
        assert_eq!(head, read.len() as i64, "the head is the position of the newest entry");
        if last_look {
            return read;
        }
        tokio::task::yield_now().await;
    }
}

async fn count(view: &mut Snapshot, sql: &'static str) -> i64 {
    view.conn().one(sql, []).await.unwrap().get("n").unwrap()
}

/// Log, versions, released rows, lists and the calendar tell one story.
async fn assert_whole(node: &Publication) {
    let mut view = node.db.snapshot().await.unwrap();
    let entries = log::after(&mut view.conn(), 0, 1_000_000, true).await.unwrap();
    for (entry, seq) in entries.iter().zip(1..) {
        assert_eq!(entry.seq, seq, "the log has a gap");
    }
    assert_eq!(log::head(&mut view.conn()).await.unwrap(), entries.len() as i64);
    let mut versions: BTreeMap<StoryNumber, i64> = BTreeMap::new();
    for entry in entries.iter().filter(|entry| entry.number.is_some()) {
        let version = versions.entry(entry.number.unwrap()).or_default();
        *version += 1;
        assert_eq!(entry.version, Some(*version), "versions of {:?} in the log's order", entry.number);
    }
    let rows = view.conn().all("SELECT number, version FROM story", []).await.unwrap();
    for row in rows {
        let number = row.parsed("number", StoryNumber::new).unwrap();
        let version: i64 = row.get("version").unwrap();
        assert_eq!(version, versions.get(&number).copied().unwrap_or(0), "story {number}");
    }
    let kept = count(&mut view, "SELECT count(*) AS n FROM version").await;
    assert_eq!(kept, entries.len() as i64, "as many versions as entries");
    let public = count(&mut view, "SELECT count(*) AS n FROM released WHERE state = 'public'").await;
    let counted =
        count(&mut view, "SELECT CAST(coalesce(sum(stories), 0) AS BIGINT) AS n FROM calendar").await;
    assert_eq!(counted, public, "the calendar counts what is public");
    let listed = "SELECT count(DISTINCT number) AS n FROM listing";
    assert_eq!(count(&mut view, listed).await, public, "lists name what is public");
    let strangers = "SELECT count(*) AS n FROM listing WHERE number NOT IN \
                     (SELECT number FROM released WHERE state = 'public')";
    assert_eq!(count(&mut view, strangers).await, 0);
}

/// A future that is dropped after it has been polled so often.
struct GivenUp<F> {
    act: Pin<Box<F>>,
    polls: usize,
}

impl<F: Future> Future for GivenUp<F> {
    type Output = Option<F::Output>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<F::Output>> {
        if self.polls == 0 {
            return Poll::Ready(None);
        }
        self.polls -= 1;
        self.act.as_mut().poll(context).map(Some)
    }
}

async fn given_up<F: Future>(act: F, polls: usize) -> Option<F::Output> {
    GivenUp { act: Box::pin(act), polls }.await
}

/// One writer's working day: new stories, translations, running stories, and acts on what it has. An act that others'
/// were in the way of is begun again, as every caller does.
async fn write(node: Publication, mut dice: StdRng, acts: usize) -> Vec<Entry> {
    let mut own: Vec<Story> = Vec::new();
    let mut told = Vec::new();
    let begun = AtomicBool::new(false);
    for _ in 0..acts {
        let known = (!own.is_empty()).then(|| own[dice.random_range(0..own.len())].clone());
        let acted = match (dice.random_range(0..10), known) {
            (0..5, None) | (0..3, Some(_)) | (_, None) => {
                let copy = busy_copy(&mut dice, None);
                release_new(&node, dice.random(), copy, Group::New, "en", &begun).await.map(|(new, told)| {
                    own.push(new);
                    told
                })
            }
            (3..5, Some(older)) => {
                let copy = busy_copy(&mut dice, Some(older.number));
                release_new(&node, dice.random(), copy, Group::New, "en", &begun).await.map(|(new, told)| {
                    own.push(new);
                    told
                })
            }
            (5, Some(original)) => {
                let copy = busy_copy(&mut dice, None);
                let group = Group::Of(original.group);
                let lane = node.lane_of(StoryRef::Number(original.number)).await.unwrap();
                release_new(&node, lane, copy, group, "az", &begun).await.map(|(_, told)| told)
            }
            (roll, Some(story)) => {
                let act = match roll {
                    6 => StoryAct::Correction,
                    7 => StoryAct::Hold,
                    8 => StoryAct::Lift,
                    _ => StoryAct::Update,
                };
                match perform(&node, story.number, &order(act), &begun).await {
                    Err(StoryError::NotNow { .. } | StoryError::Behind { .. }) => continue,
                    other => other,
                }
            }
        };
        told.extend(acted.expect("nobody is refused for somebody else's act"));
    }
    told
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_nodes_write_one_log_and_no_reader_ever_sees_a_gap() {
    let room = TestNewsroom::open().await;
    let nodes = [room.publication.clone(), room.second_node().await];
    let stop = Arc::new(AtomicBool::new(false));
    let readers: Vec<_> = nodes.iter().map(|node| tokio::spawn(follow(node.clone(), stop.clone()))).collect();
    let mut writers = JoinSet::new();
    for (number, node) in (0..16).zip(nodes.iter().cycle()) {
        writers.spawn(write(node.clone(), dice(number), 40));
    }
    let told: Vec<Entry> = writers.join_all().await.into_iter().flatten().collect();
    stop.store(true, Ordering::SeqCst);
    let whole = room.log().await;
    for reader in readers {
        assert_eq!(reader.await.unwrap(), whole, "what readers saw while it grew is what stands");
    }
    for entry in &told {
        let kept = &whole[entry.seq as usize - 1];
        assert_eq!((kept.number, kept.version, &kept.act), (entry.number, entry.version, &entry.act));
    }
    assert_eq!(told.len(), whole.len(), "every entry has been answered to somebody");
    assert_whole(&room.publication).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn acts_given_up_at_any_moment_leave_no_trace_and_stop_nobody() {
    let room = TestNewsroom::open().await;
    let node = room.publication.clone();
    let patient = JoinSet::from_iter((0..4).map(|number| write(node.clone(), dice(number), 60)));
    let mut hasty = JoinSet::new();
    for number in 10..18 {
        hasty.spawn(give_up(node.clone(), dice(number), 80));
    }
    let traceless: u64 = hasty.join_all().await.into_iter().sum();
    assert!(traceless > 0, "some were given up before their commit");
    patient.join_all().await;
    assert_whole(&node).await;
}

/// Begins acts and gives each of them up, after some polls or some microseconds. An act given up before its commit
/// began must never be seen; how many there were.
async fn give_up(node: Publication, mut dice: StdRng, acts: usize) -> u64 {
    let mut never = 0;
    let story = {
        let copy = busy_copy(&mut dice, None);
        let begun = AtomicBool::new(false);
        release_new(&node, dice.random(), copy, Group::New, "en", &begun).await.unwrap().0
    };
    let (mut least, mut certain) = (1, true);
    for _ in 0..acts {
        let begun = AtomicBool::new(false);
        let update = order(StoryAct::Update);
        let act = perform(&node, story.number, &update, &begun);
        let outcome = match dice.random_range(0..2) {
            0 => given_up(act, dice.random_range(1..60)).await,
            _ => {
                let patience = Duration::from_micros(dice.random_range(0..4000));
                tokio::time::timeout(patience, act).await.ok()
            }
        };
        let committing = begun.load(Ordering::SeqCst);
        if let Some(done) = &outcome {
            let entries = done.as_ref().expect("acts of others that were given up stop nobody");
            (least, certain) = (entries[0].version.unwrap(), true);
        } else if committing {
            // It is there whole, or not at all, and perhaps a little later.
            certain = false;
        } else {
            never += 1;
        }
        let (version, entries) = standing(&node, story.number, least).await;
        assert!(version >= least, "what was answered stays");
        assert_eq!(version - least, entries, "what nobody was answered is there with its entries");
        if certain {
            assert_eq!(version, least, "given up before its commit began, it never was");
        }
    }
    never
}

/// The version a story is at, and how many entries above another version it has.
async fn standing(node: &Publication, number: StoryNumber, above: i64) -> (i64, i64) {
    let mut view = node.db.snapshot().await.unwrap();
    let found = story::store::find(&mut view.conn(), StoryRef::Number(number)).await.unwrap();
    let sql = "SELECT count(*) AS n FROM log WHERE number = $1 AND version > $2";
    let row = view.conn().one(sql, [number.into(), above.into()]).await.unwrap();
    (found.unwrap().version, row.get("n").unwrap())
}

#[tokio::test]
async fn an_act_given_up_at_each_of_its_steps_never_was_and_the_next_one_is_done() {
    let room = TestNewsroom::open().await;
    let node = &room.publication;
    let mut polls = 0;
    loop {
        let story = room.draft("en", Group::New).await;
        let begun = AtomicBool::new(false);
        let release = Order::new(StoryAct::Release);
        // Somebody else's act is in the same batch and must be done whatever happens to this one.
        let other = room.draft("en", Group::New).await;
        let other_begun = AtomicBool::new(false);
        let (outcome, innocent) = tokio::join!(
            given_up(perform(node, story.number, &release, &begun), polls),
            perform(node, other.number, &release, &other_begun)
        );
        innocent.expect("the other act is done");
        let finished = outcome.is_some();
        if let Some(done) = outcome {
            done.unwrap();
        }
        let next = room.draft("en", Group::New).await;
        room.perform(&next, release.clone()).await.expect("the next act is done");
        let (version, entries) = standing(node, story.number, 0).await;
        if !begun.load(Ordering::SeqCst) {
            assert_eq!(version, 0, "given up after {polls} polls, before its commit");
        }
        assert_eq!(version, entries, "act and entry are there together, or neither");
        if finished {
            break;
        }
        polls += 1;
    }
    // How many polls it takes is the scheduler's matter; that it was given up at least once is ours.
    assert!(polls > 0, "an act was done at its first poll, and never given up");
    assert_whole(node).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_killed_connection_costs_only_the_acts_under_way() {
    let room = TestNewsroom::open().await;
    if room.publication.db.engine() != Engine::Postgres {
        return;
    }
    let node = room.publication.clone();
    let stop = Arc::new(AtomicBool::new(false));
    let killer = tokio::spawn(kill_connections(room.url.clone(), stop.clone()));
    let failed = Arc::new(AtomicU64::new(0));
    let mut writers = JoinSet::new();
    for number in 0..8 {
        let (node, failed) = (node.clone(), failed.clone());
        writers.spawn(async move {
            let mut dice = dice(number);
            let mut told = Vec::new();
            for _ in 0..60 {
                let copy = busy_copy(&mut dice, None);
                let begun = AtomicBool::new(false);
                match release_new(&node, dice.random(), copy, Group::New, "en", &begun).await {
                    Ok((_, entries)) => told.extend(entries),
                    Err(_) => drop(failed.fetch_add(1, Ordering::SeqCst)),
                }
            }
            told
        });
    }
    let told: Vec<Entry> = writers.join_all().await.into_iter().flatten().collect();
    stop.store(true, Ordering::SeqCst);
    let kills = killer.await.unwrap();
    println!("{kills} connections killed, {} acts failed", failed.load(Ordering::SeqCst));
    let whole = room.log().await;
    for entry in told {
        assert_eq!(whole[entry.seq as usize - 1].number, entry.number, "what was answered is there");
    }
    // A connection that has rested is tried before it is used.
    tokio::time::sleep(Duration::from_millis(1200)).await;
    for _ in 0..32 {
        room.released("en", StoryCopy::new("politics", "Nothing is left broken")).await;
    }
    assert_whole(&node).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn connections_that_died_while_nobody_used_them_are_noticed_by_nobody() {
    let room = TestNewsroom::open().await;
    if room.publication.db.engine() != Engine::Postgres {
        return;
    }
    let begun = AtomicBool::new(false);
    for _ in 0..5 {
        // As after a restart of the server: every connection of the pool is dead.
        let views = futures_util::future::join_all((0..8).map(|_| room.publication.db.snapshot())).await;
        drop(views);
        kill_once(&room.url, 1000).await;
        room.publication.db.snapshot().await.expect("a reader finds a connection that works");
        let copy = StoryCopy::new("politics", "After the restart");
        release_new(&room.publication, 0, copy, Group::New, "en", &begun)
            .await
            .expect("and so does a writer");
    }
    assert_whole(&room.publication).await;
}

/// Ends a connection of the newsroom's now and then; how many.
async fn kill_connections(url: String, stop: Arc<AtomicBool>) -> i64 {
    let mut kills = 0;
    while !stop.load(Ordering::SeqCst) {
        kills += kill_once(&url, 1).await;
        tokio::time::sleep(Duration::from_millis(15)).await;
    }
    kills
}

async fn kill_once(url: &str, most: i64) -> i64 {
    let mut own = pin!(<sqlx::PgConnection as sqlx::Connection>::connect(url)).await.unwrap();
    let sql = "SELECT count(pg_terminate_backend(pid)) FROM (SELECT pid FROM pg_stat_activity \
               WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend' \
               ORDER BY random() LIMIT $1) AS chosen";
    sqlx::query_scalar(sql).bind(most).fetch_one(&mut own).await.unwrap()
}
