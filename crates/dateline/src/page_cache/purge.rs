//! Telling a cache in front of us what to forget.

use std::collections::BTreeSet;
use std::sync::{Arc, Weak};
use std::time::Duration;

use http::{HeaderName, HeaderValue, Method};
use parking_lot::Mutex;
use tokio::sync::{Notify, watch};

use super::Dep;
use super::page::{ALL, CACHE_TAG, MANY, SURROGATE_KEY};

/// Names that may wait while the hook does not answer; beyond, everything is purged instead.
const LONGEST_QUEUE: usize = 10_000;
const FIRST_PAUSE: Duration = Duration::from_millis(200);
const LONGEST_PAUSE: Duration = Duration::from_secs(60);
const ANSWER_LIMIT: Duration = Duration::from_secs(10);

/// Where to send purges, and how.
///
/// One request names up to `batch` names three times over, so that each kind of receiver finds them: in
/// `Surrogate-Key` with spaces between (Fastly, Varnish), in `Cache-Tag` with commas between, and in the body as
/// `{"tags":["story:1", …]}` (Cloudflare).
#[derive(Clone, Debug)]
pub struct PurgeSettings {
    /// The address that takes purges.
    pub url: url::Url,
    /// `POST`, `PURGE`, `BAN`: as the receiver has it.
    pub method: Method,
    /// A header that proves who we are.
    pub secret: Option<(HeaderName, HeaderValue)>,
    /// Names in one request: Cloudflare takes 30, Fastly 256.
    pub batch: usize,
}

/// Sends what was touched to the purge address: in the background, gathered, tried again until it is taken.
///
/// What waits is in memory only, so a start begins by purging everything. Clones are handles to one queue; the work
/// ends with the last of them.
#[derive(Clone, Debug)]
pub struct PurgeHook(Arc<Queue>);

#[derive(Debug)]
struct Queue {
    waiting: Mutex<BTreeSet<Box<str>>>,
    filled: Arc<Notify>,
    idle: watch::Sender<bool>,
}

impl PurgeHook {
    /// Starts the background work in the present Tokio runtime; its first purge is of everything.
    pub fn start(settings: PurgeSettings, client: reqwest::Client) -> PurgeHook {
        let filled = Arc::new(Notify::new());
        let queue = Arc::new(Queue {
            waiting: Mutex::new(BTreeSet::from([ALL.into()])),
            filled: filled.clone(),
            idle: watch::Sender::new(false),
        });
        filled.notify_one();
        tokio::spawn(work(Arc::downgrade(&queue), filled, settings, client));
        PurgeHook(queue)
    }

    /// Queues names; those that wait already are not sent twice.
    pub fn touched(&self, deps: &[Dep]) {
        if deps.is_empty() {
            return;
        }
        let mut waiting = self.0.waiting.lock();
        waiting.extend(deps.iter().map(|dep| Box::from(dep.as_str())));
        if waiting.len() > LONGEST_QUEUE {
            *waiting = BTreeSet::from([ALL.into()]);
        }
        self.0.idle.send_replace(false);
        drop(waiting);
        self.0.filled.notify_one();
    }

    /// Waits until everything queued so far has been taken.
    pub async fn settled(&self) {
        let mut idle = self.0.idle.subscribe();
        // The sender lives as long as this handle.
        let _ = idle.wait_for(|idle| *idle).await;
    }
}

impl Drop for Queue {
    fn drop(&mut self) {
        self.filled.notify_one();
    }
}

async fn work(queue: Weak<Queue>, filled: Arc<Notify>, settings: PurgeSettings, client: reqwest::Client) {
    let mut pause = FIRST_PAUSE;
    loop {
        filled.notified().await;
        while let Some(names) = queue.upgrade().map(|queue| queue.take(settings.batch.max(1))) {
            if names.is_empty() {
                break;
            }
            match send(&settings, &client, &names).await {
                Ok(()) => pause = FIRST_PAUSE,
                Err(cause) => {
                    tracing::warn!(names = names.len(), %cause, "purge was not taken; it is tried again");
                    tokio::time::sleep(pause).await;
                    pause = (pause * 2).min(LONGEST_PAUSE);
                    if let Some(queue) = queue.upgrade() {
                        queue.give_back(names);
                    }
                }
            }
        }
        if queue.strong_count() == 0 {
            return;
        }
    }
}

impl Queue {
    fn take(&self, count: usize) -> Vec<Box<str>> {
        let mut waiting = self.waiting.lock();
        let taken: Vec<_> = std::iter::from_fn(|| waiting.pop_first()).take(count).collect();
        if taken.is_empty() {
            self.idle.send_replace(true);
        }
        taken
    }

    fn give_back(&self, names: Vec<Box<str>>) {
        self.waiting.lock().extend(names);
    }
}

/// Sends one request. Pages that depend on more than a header holds stand under one name of their own, which goes
/// with every purge.
async fn send(
    settings: &PurgeSettings,
    client: &reqwest::Client,
    names: &[Box<str>],
) -> Result<(), reqwest::Error> {
    let mut names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    names.push(MANY);
    let mut request = client
        .request(settings.method.clone(), settings.url.clone())
        .timeout(ANSWER_LIMIT)
        .header(SURROGATE_KEY, names.join(" "))
        .header(CACHE_TAG, names.join(","))
        .json(&serde_json::json!({ "tags": names }));
    if let Some((name, value)) = &settings.secret {
        request = request.header(name, value);
    }
    request.send().await?.error_for_status()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::Router;
    use axum::extract::{Request, State};
    use http::StatusCode;

    type Heard = Arc<Mutex<Vec<String>>>;

    /// A receiver that refuses every other purge.
    async fn receiver() -> (url::Url, Heard) {
        async fn hear(State(heard): State<Heard>, request: Request) -> StatusCode {
            let mut heard = heard.lock();
            assert_eq!(
                (request.method().as_str(), &request.headers()["key"]),
                ("PURGE", &"s3cret".parse().unwrap())
            );
            heard.push(request.headers()[SURROGATE_KEY].to_str().unwrap().to_owned());
            if heard.len() % 2 == 1 { StatusCode::BAD_GATEWAY } else { StatusCode::OK }
        }
        let heard = Heard::default();
        let router = Router::new().fallback(hear).with_state(heard.clone());
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/purge", listener.local_addr().unwrap()).parse().unwrap();
        tokio::spawn(async move { axum::serve(listener, router).await });
        (url, heard)
    }

    #[tokio::test]
    async fn names_are_gathered_and_sent_until_they_are_taken() {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let (url, heard) = receiver().await;
        let secret = Some((HeaderName::from_static("key"), HeaderValue::from_static("s3cret")));
        let method = Method::from_bytes(b"PURGE").unwrap();
        let hook = PurgeHook::start(PurgeSettings { url, method, secret, batch: 2 }, reqwest::Client::new());
        hook.settled().await;
        hook.touched(&[Dep::story(1), Dep::story(1), Dep::front("en"), Dep::story(2)]);
        hook.settled().await;
        let heard = heard.lock().clone();
        assert_eq!(heard[..2], ["all many", "all many"]);
        let taken: Vec<&str> = heard.iter().skip(1).step_by(2).map(String::as_str).collect();
        assert_eq!(taken[1..], ["front:en story:1 many", "story:2 many"]);
    }

    #[tokio::test]
    async fn too_many_names_become_one() {
        let queue = PurgeHook(Arc::new(Queue {
            waiting: Mutex::default(),
            filled: Arc::default(),
            idle: watch::Sender::new(true),
        }));
        let deps: Vec<Dep> = (0..=LONGEST_QUEUE as u64).map(Dep::story).collect();
        queue.touched(&deps);
        assert_eq!(queue.0.take(10), [ALL.into()]);
    }
}
