//! One connection, and the threads that hold them.

use std::io;
use std::net::SocketAddr;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::Router;
use axum::body::Body as RouterBody;
use axum::extract::ConnectInfo;
use bytes::Bytes;
use futures_util::future::{Either, Ready, ready};
use http::header::{HeaderValue, STRICT_TRANSPORT_SECURITY};
use http::{Request, Response, StatusCode};
use http_body_util::Full;
use hyper::body::{Body as _, Incoming};
use hyper::server::conn::{http1, http2};
use hyper::service::Service;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::runtime::Handle;
use tokio::sync::{OwnedSemaphorePermit, mpsc, watch};
use tokio::task::JoinHandle;
use tokio_rustls::TlsAcceptor;

use super::body::{self, Late, Timely};
use super::proxies::{Asking, Proxies};
use super::server::{Never, ServerSettings, Transport};
use crate::page_cache::{Ask, PageCache, PlainPage};

/// A connection that has just been accepted.
pub(super) struct Arrival {
    pub stream: TcpStream,
    pub peer: SocketAddr,
    pub tls: Option<TlsAcceptor>,
    pub permit: OwnedSemaphorePermit,
}

/// What every connection needs.
#[derive(Clone)]
pub(super) struct Reception(Arc<Shared>);

struct Shared {
    cache: Option<PageCache>,
    router: Router,
    /// Where requests for the router run.
    runtime: Handle,
    http1: http1::Builder,
    http2: http2::Builder<TokioExecutor>,
    head_limit: Duration,
    stalled_limit: Duration,
    body_limit: Duration,
    proxies: Proxies,
}

/// A connection that nobody has asked anything on has this long to do so after the signal to stop.
const LAST_WORD: Duration = Duration::from_millis(500);

impl Reception {
    pub(super) fn new(
        cache: Option<PageCache>,
        router: Router,
        runtime: Handle,
        settings: &ServerSettings,
    ) -> Reception {
        let mut http1 = http1::Builder::new();
        // hyper refuses buffers under 8 KiB.
        http1.timer(TokioTimer::new()).header_read_timeout(settings.head_limit);
        http1.max_buf_size(settings.head_bytes.max(8 * 1024)).pipeline_flush(true);
        let mut http2 = http2::Builder::new(TokioExecutor::new());
        http2.timer(TokioTimer::new()).max_concurrent_streams(100);
        http2.max_header_list_size(u32::try_from(settings.head_bytes).unwrap_or(u32::MAX));
        http2.keep_alive_interval(settings.head_limit).keep_alive_timeout(settings.head_limit);
        let (head_limit, stalled_limit) = (settings.head_limit, settings.stalled_limit);
        let body_limit = settings.body_limit;
        let proxies = settings.proxies.clone();
        Reception(Arc::new(Shared {
            cache,
            router,
            runtime,
            http1,
            http2,
            head_limit,
            stalled_limit,
            body_limit,
            proxies,
        }))
    }

    /// Holds one connection to its end.
    async fn hold(
        self,
        stream: TcpStream,
        peer: SocketAddr,
        tls: Option<TlsAcceptor>,
        closed: watch::Receiver<bool>,
    ) {
        // Both only fail on a connection that is already gone.
        let _ = stream.set_nodelay(true);
        close_when_stalled(&stream, self.0.stalled_limit);
        let Some(acceptor) = tls else {
            let caller = Caller::new(&self, peer, Transport::Plain, closed.clone());
            return self.over_http1(stream, caller, closed).await;
        };
        let Ok(Ok(stream)) = tokio::time::timeout(self.0.head_limit, acceptor.accept(stream)).await else {
            return;
        };
        let caller = Caller::new(&self, peer, Transport::Tls, closed.clone());
        if stream.get_ref().1.alpn_protocol() == Some(b"h2") {
            return self.over_http2(stream, caller, closed).await;
        }
        self.over_http1(stream, caller, closed).await;
    }

    async fn over_http1<S>(&self, stream: S, caller: Caller, mut closed: watch::Receiver<bool>)
    where
        S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
    {
        let asked = caller.asked.clone();
        let mut connection =
            pin!(self.0.http1.serve_connection(TokioIo::new(stream), caller).with_upgrades());
        tokio::select! {
            biased;
            // How a connection ends is between hyper and the client.
            _ = connection.as_mut() => return,
            _ = closed.wait_for(|closed| *closed) => connection.as_mut().graceful_shutdown(),
        }
        if asked.load(Ordering::Relaxed) {
            let _ = connection.await;
            return;
        }
        if tokio::time::timeout(LAST_WORD, connection.as_mut()).await.is_err()
            && asked.load(Ordering::Relaxed)
        {
            let _ = connection.await;
        }
    }

    async fn over_http2<S>(&self, stream: S, caller: Caller, mut closed: watch::Receiver<bool>)
    where
        S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
    {
        let mut connection = pin!(self.0.http2.serve_connection(TokioIo::new(stream), caller));
        tokio::select! {
            biased;
            _ = connection.as_mut() => return,
            _ = closed.wait_for(|closed| *closed) => connection.as_mut().graceful_shutdown(),
        }
        let _ = connection.await;
    }
}

/// Whoever is at the other end of a connection.
struct Caller {
    reception: Reception,
    peer: SocketAddr,
    transport: Transport,
    /// Whether anything was asked on this connection yet.
    asked: Arc<AtomicBool>,
    /// True once the server stops.
    closed: watch::Receiver<bool>,
}

impl Caller {
    fn new(
        reception: &Reception,
        peer: SocketAddr,
        transport: Transport,
        closed: watch::Receiver<bool>,
    ) -> Caller {
        Caller { reception: reception.clone(), peer, transport, asked: Arc::default(), closed }
    }
}

type SiteBody = http_body_util::Either<Full<Bytes>, RouterBody>;
type Answer = Result<Response<SiteBody>, Never>;

impl Service<Request<Incoming>> for Caller {
    type Response = Response<SiteBody>;
    type Error = Never;
    type Future = Either<Ready<Answer>, Forwarded>;

    fn call(&self, request: Request<Incoming>) -> Self::Future {
        if !self.asked.load(Ordering::Relaxed) {
            self.asked.store(true, Ordering::Relaxed);
        }
        let shared = &self.reception.0;
        let asking = shared.proxies.asking(self.peer, self.transport, request.headers());
        let in_memory = shared.cache.as_ref();
        if let Some(answer) =
            in_memory.and_then(|cache| cache.hit(request.method(), request.uri(), request.headers()))
        {
            return Either::Left(ready(Ok(sealed(answer.map(SiteBody::Left), asking.transport))));
        }
        Either::Right(Forwarded::begin(shared, asking, request, self.closed.clone()))
    }
}

/// For a year, only encrypted: said on encrypted answers alone (RFC 6797 §7.2).
const ENCRYPTED_ONLY: HeaderValue = HeaderValue::from_static("max-age=31536000");

/// The answer with what every answer over this transport says.
fn sealed(mut answer: Response<SiteBody>, transport: Transport) -> Response<SiteBody> {
    if transport == Transport::Tls {
        answer.headers_mut().insert(STRICT_TRANSPORT_SECURITY, ENCRYPTED_ONLY);
    }
    answer
}

/// A request on its way through the router, in the main runtime.
struct Forwarded {
    task: JoinHandle<Response<RouterBody>>,
    transport: Transport,
    /// Whether the work may be left undone when nobody waits for it.
    idle: Idle,
}

#[derive(PartialEq, Eq)]
enum Idle {
    Dropped,
    Finished,
}

impl Forwarded {
    fn begin(
        shared: &Shared,
        asking: Asking,
        request: Request<Incoming>,
        closed: watch::Receiver<bool>,
    ) -> Forwarded {
        let idle = if request.method().is_safe() { Idle::Dropped } else { Idle::Finished };
        let (late, path) = (Late::default(), request.uri().path().to_owned());
        let mut request = request.map(|body| match body.is_end_stream() {
            true => RouterBody::empty(),
            false => RouterBody::new(Timely::new(body, shared.body_limit, late.clone())),
        });
        request.extensions_mut().insert(ConnectInfo(asking.address));
        request.extensions_mut().insert(asking.transport);
        request.extensions_mut().insert(closed.clone());
        let mut router = shared.router.clone();
        let task = shared.runtime.spawn(async move {
            let Ok(answer) = tower::Service::call(&mut router, request).await;
            match late.is_late() {
                true => body::too_slow(&path).map(RouterBody::new),
                false => body::until_closed(answer, closed),
            }
        });
        Forwarded { task, transport: asking.transport, idle }
    }
}

impl Future for Forwarded {
    type Output = Answer;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Answer> {
        let answer = std::task::ready!(Pin::new(&mut self.task).poll(context));
        let answer = match answer {
            Ok(answer) => answer.map(SiteBody::Right),
            Err(cause) => {
                tracing::error!(%cause, "a request ended in a panic");
                let broken = PlainPage { status: StatusCode::INTERNAL_SERVER_ERROR, ..PlainPage::default() };
                broken.answer(&Ask::plain()).map(SiteBody::Left)
            }
        };
        Poll::Ready(Ok(sealed(answer, self.transport)))
    }
}

impl Drop for Forwarded {
    fn drop(&mut self) {
        if self.idle == Idle::Dropped {
            self.task.abort();
        }
    }
}

/// A thread that holds connections, with a runtime of its own.
pub(super) struct Thread {
    arrivals: mpsc::UnboundedSender<(std::net::TcpStream, SocketAddr, Option<TlsAcceptor>, Place)>,
    open: Arc<AtomicUsize>,
    thread: std::thread::JoinHandle<()>,
}

/// A connection's place in the counts, given up when it ends.
struct Place {
    open: Arc<AtomicUsize>,
    _permit: OwnedSemaphorePermit,
}

impl Drop for Place {
    fn drop(&mut self) {
        self.open.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Thread {
    pub(super) fn start(
        number: usize,
        reception: Reception,
        closed: watch::Receiver<bool>,
    ) -> io::Result<Thread> {
        let (arrivals, mut arriving) = mpsc::unbounded_channel();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let work = move || {
            runtime.block_on(async move {
                while let Some((stream, peer, tls, place)) = arriving.recv().await {
                    let (reception, closed) = (reception.clone(), closed.clone());
                    tokio::spawn(async move {
                        let _place: Place = place;
                        match TcpStream::from_std(stream) {
                            Ok(stream) => reception.hold(stream, peer, tls, closed).await,
                            Err(cause) => tracing::error!(%cause, "a connection could not be taken over"),
                        }
                    });
                }
            });
            runtime.shutdown_background();
        };
        let thread = std::thread::Builder::new().name(format!("door-{number}")).spawn(work)?;
        Ok(Thread { arrivals, open: Arc::default(), thread })
    }

    /// Connections it holds.
    pub(super) fn open(&self) -> usize {
        self.open.load(Ordering::Relaxed)
    }

    /// Gives it a connection.
    pub(super) fn take(&self, arrival: Arrival) {
        self.open.fetch_add(1, Ordering::Relaxed);
        let place = Place { open: self.open.clone(), _permit: arrival.permit };
        match arrival.stream.into_std() {
            // The thread lives as long as this end of the channel.
            Ok(stream) => drop(self.arrivals.send((stream, arrival.peer, arrival.tls, place))),
            Err(cause) => tracing::error!(%cause, "a connection could not be handed over"),
        }
    }

    /// Ends the thread; connections it still holds are cut.
    pub(super) fn end(self) {
        drop(self.arrivals);
        if self.thread.join().is_err() {
            tracing::error!("a thread that held connections had panicked");
        }
    }
}

/// Has the system close a connection whose other end acknowledges nothing, or never makes room, for `limit`.
#[cfg(target_os = "linux")]
fn close_when_stalled(stream: &TcpStream, limit: Duration) {
    let milliseconds = u32::try_from(limit.as_millis()).unwrap_or(u32::MAX);
    let _ = rustix::net::sockopt::set_tcp_user_timeout(stream, milliseconds);
}

#[cfg(not(target_os = "linux"))]
fn close_when_stalled(_stream: &TcpStream, _limit: Duration) {}
