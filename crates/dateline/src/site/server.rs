//! The doors of the house: connections, TLS, and the answers that need no router.
//!
//! A few threads with a Tokio runtime each hold the connections. A page that is in memory and fresh is answered there
//! and then; every other request goes to the router, as a task of the runtime that [`serve`] was called in, where the
//! database pools live. One accept loop a door hands each connection to the thread with the fewest: unlike
//! `SO_REUSEPORT` this keeps the threads even, and a second server on the same address is an error and not a silent
//! partner.

use std::convert::Infallible;
use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::ConnectInfo;
use futures_util::FutureExt;
use tokio::net::TcpListener;
use tokio::sync::{Semaphore, watch};
use tokio_rustls::TlsAcceptor;

use super::connection::{Arrival, Reception, Thread};
use super::proxies::Proxies;
use crate::page_cache::PageCache;

/// Bounds of the server.
#[derive(Clone, Debug)]
pub struct ServerSettings {
    /// Threads that hold connections; as many as there are cores unless said otherwise.
    pub threads: usize,
    /// Connections open at once; more wait to be accepted.
    pub connections: usize,
    /// A request's head, and the next one on an idle connection, must have arrived within this time.
    pub head_limit: Duration,
    /// Bytes of a request's head.
    pub head_bytes: usize,
    /// A connection whose other end takes nothing for this time is closed (Linux).
    pub stalled_limit: Duration,
    /// A request's body must have arrived within this time, and a second more for each 16 KiB of it; else it is
    /// answered 408.
    pub body_limit: Duration,
    /// After the signal to stop, requests in flight have this long to finish.
    pub grace: Duration,
    /// Proxies in front whose word is taken.
    pub proxies: Proxies,
}

impl Default for ServerSettings {
    fn default() -> ServerSettings {
        ServerSettings {
            threads: std::thread::available_parallelism().map_or(2, usize::from),
            connections: 10_000,
            head_limit: Duration::from_secs(20),
            head_bytes: 32 * 1024,
            stalled_limit: Duration::from_secs(60),
            body_limit: Duration::from_secs(30),
            grace: Duration::from_secs(20),
            proxies: Proxies::default(),
        }
    }
}

/// How a request came in; an extension of every request, beside `axum::extract::ConnectInfo<SocketAddr>`. Both are
/// of the caller where a trusted proxy speaks for them. A third is a `watch::Receiver<bool>` that turns true when the
/// server stops: whoever waits for something answers then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Transport {
    /// As it is.
    Plain,
    /// Under TLS.
    Tls,
}

/// The address a request came from: the caller's, where a trusted proxy speaks for them. One that did not come through the
/// server is from this machine.
pub fn caller(request: &http::request::Parts) -> IpAddr {
    let peer = request.extensions.get::<ConnectInfo<SocketAddr>>();
    peer.map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |peer| peer.0.ip())
}

/// An address we listen on.
pub struct Door {
    listener: TcpListener,
    tls: Option<TlsAcceptor>,
}

impl Door {
    /// A door for HTTP/1.1.
    pub fn plain(listener: TcpListener) -> Door {
        Door { listener, tls: None }
    }

    /// A door for HTTP/2 and HTTP/1.1 under TLS.
    pub fn tls(listener: TcpListener, acceptor: TlsAcceptor) -> Door {
        Door { listener, tls: Some(acceptor) }
    }

    /// Where it is, with the port the system chose.
    pub fn address(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }
}

/// Serves `router`, with the pages of `cache` in front of it, at every one of `doors` until `stop` is done. Then no
/// connection is accepted any more, streams of events end, requests in flight finish within the grace, and this returns.
///
/// A GET or HEAD whose client goes away is dropped where it stands; other requests run to their end, because they may
/// be halfway through an act. A handler that panics answers 500.
///
/// Fails when a thread cannot be started.
pub async fn serve(
    cache: Option<PageCache>,
    router: Router,
    doors: Vec<Door>,
    settings: ServerSettings,
    stop: impl Future<Output = ()>,
) -> io::Result<()> {
    let reception = Reception::new(cache, router, tokio::runtime::Handle::current(), &settings);
    let (closing, closed) = watch::channel(false);
    let threads = (0..settings.threads.max(1))
        .map(|number| Thread::start(number, reception.clone(), closed.clone()))
        .collect::<io::Result<Vec<_>>>()?;
    let threads = Arc::new(threads);
    let room = Arc::new(Semaphore::new(settings.connections.clamp(1, Semaphore::MAX_PERMITS)));
    let mut accepting = tokio::task::JoinSet::new();
    for door in doors {
        accepting.spawn(accept(door, threads.clone(), room.clone(), closed.clone()));
    }
    stop.await;
    closing.send_replace(true);
    while accepting.join_next().await.is_some() {}
    drain(&room, &settings).await;
    let Some(threads) = Arc::into_inner(threads) else { return Ok(()) };
    let ended = tokio::task::spawn_blocking(move || threads.into_iter().for_each(Thread::end));
    ended.await.map_err(io::Error::other)
}

/// Waits until every connection is closed, or the grace is over.
async fn drain(room: &Semaphore, settings: &ServerSettings) {
    let everything = settings.connections.clamp(1, Semaphore::MAX_PERMITS);
    let empty = async {
        // In steps, because many permits at once are counted in 32 bits.
        for _ in 0..everything {
            if let Ok(permit) = room.acquire().await {
                permit.forget();
            }
        }
    };
    if tokio::time::timeout(settings.grace, empty).await.is_err() {
        tracing::warn!("requests were still going on when the time to finish was over");
    }
}

async fn accept(
    door: Door,
    threads: Arc<Vec<Thread>>,
    room: Arc<Semaphore>,
    mut closed: watch::Receiver<bool>,
) {
    loop {
        let next = async {
            let permit = room.clone().acquire_owned().await;
            (permit, door.listener.accept().await)
        };
        let (permit, accepted) = tokio::select! {
            next = next => next,
            _ = closed.wait_for(|closed| *closed) => break,
        };
        match (permit, accepted) {
            (Ok(permit), Ok((stream, peer))) => {
                hand_over(&threads, Arrival { stream, peer, tls: door.tls.clone(), permit });
            }
            (_, Err(cause)) => rest_after(&cause).await,
            (Err(_), _) => break,
        }
    }
    // Those who had already been let in by the system are served as well.
    while let (Ok(permit), Some(Ok((stream, peer)))) =
        (room.clone().try_acquire_owned(), door.listener.accept().now_or_never())
    {
        hand_over(&threads, Arrival { stream, peer, tls: door.tls.clone(), permit });
    }
}

fn hand_over(threads: &[Thread], arrival: Arrival) {
    let Some(idlest) = threads.iter().min_by_key(|thread| thread.open()) else { return };
    idlest.take(arrival);
}

/// A client that was gone before it was accepted is nothing; running out of descriptors needs a moment.
async fn rest_after(cause: &io::Error) {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    if matches!(cause.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset) {
        return;
    }
    tracing::error!(%cause, "a connection could not be accepted");
    tokio::time::sleep(Duration::from_millis(100)).await;
}

/// Nothing goes wrong in the service itself: a failure is an answer.
pub(super) type Never = Infallible;

#[cfg(test)]
mod tests;
