use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering::SeqCst};

use axum::extract::ConnectInfo;
use axum::routing::{get, post};
use axum::{Extension, Router};
use http::{HeaderMap, Method, StatusCode, Version};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::{Notify, oneshot};
use tokio::task::JoinHandle;

use super::*;
use crate::clock::Clock;
use crate::config::{Network, SettingValue};
use crate::page_cache::{Ask, CacheSettings, Dep, PageKey, Rendered};
use crate::site::tls::{BadCertificate, Certificate};

struct House {
    address: SocketAddr,
    stop: oneshot::Sender<()>,
    served: JoinHandle<io::Result<()>>,
}

async fn open(
    cache: Option<PageCache>,
    router: Router,
    tls: Option<TlsAcceptor>,
    settings: ServerSettings,
) -> House {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let door = match tls {
        Some(acceptor) => Door::tls(listener, acceptor),
        None => Door::plain(listener),
    };
    let address = door.address().unwrap();
    let (stop, stopped) = oneshot::channel::<()>();
    let stopped = async move {
        let _ = stopped.await;
    };
    let served = tokio::spawn(serve(cache, router, vec![door], settings, stopped));
    House { address, stop, served }
}

fn few() -> ServerSettings {
    ServerSettings { threads: 2, ..ServerSettings::default() }
}

impl House {
    async fn close(self) {
        self.stop.send(()).unwrap();
        self.served.await.unwrap().unwrap();
    }

    async fn ask(&self, request: &str) -> String {
        let mut stream = TcpStream::connect(self.address).await.unwrap();
        stream.write_all(request.as_bytes()).await.unwrap();
        heard(&mut stream).await
    }

    async fn get(&self, path: &str) -> String {
        self.ask(&format!("GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")).await
    }
}

/// Everything until the other end closes.
async fn heard(stream: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    // A connection that was cut has said what it had to say.
    let _ = stream.read_to_end(&mut bytes).await;
    String::from_utf8(bytes).unwrap()
}

#[tokio::test]
async fn a_page_in_memory_is_answered_before_the_router() {
    let cache = PageCache::new(CacheSettings::default(), Clock::System, 0);
    let routed = Arc::new(AtomicU64::new(0));
    let route = {
        let (cache, routed) = (cache.clone(), routed.clone());
        async move |method: Method, headers: HeaderMap| {
            routed.fetch_add(1, SeqCst);
            let render = async || Ok(Rendered::html("the front", 0).on(Dep::front("en")));
            cache.serve(&PageKey::from_path("/en", None, &[]), Ask::of(&method, &headers), render).await
        }
    };
    let house = open(Some(cache.clone()), Router::new().route("/en", get(route)), None, few()).await;
    for _ in 0..3 {
        let answer = house.get("/en").await;
        assert!(
            answer.starts_with("HTTP/1.1 200 OK\r\n") && answer.ends_with("\r\n\r\nthe front"),
            "{answer}"
        );
    }
    assert_eq!(routed.load(SeqCst), 1);
    let head = house.ask("HEAD /en HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").await;
    assert!(head.contains("content-length: 9\r\n") && head.ends_with("\r\n\r\n"), "{head}");
    cache.note(&[Dep::front("en")], 1);
    house.get("/en").await;
    assert_eq!(routed.load(SeqCst), 2);
    assert!(house.get("/nowhere").await.starts_with("HTTP/1.1 404"));
    house.close().await;
}

#[tokio::test]
async fn the_router_learns_who_asks_and_how() {
    let route = async |ConnectInfo(peer): ConnectInfo<SocketAddr>, Extension(how): Extension<Transport>| {
        format!("{} {how:?}", peer.ip())
    };
    let house = open(None, Router::new().route("/", get(route)), None, few()).await;
    let answer = house.get("/").await;
    assert!(answer.ends_with("127.0.0.1 Plain"));
    assert!(!answer.contains("strict-transport-security"));
    let claim = "GET / HTTP/1.1\r\nHost: a.example\r\nConnection: close\r\nX-Forwarded-For: 192.0.2.1\r\n\
                 X-Forwarded-Proto: https\r\n\r\n";
    assert!(house.ask(claim).await.ends_with("127.0.0.1 Plain"), "a stranger's word is not taken");
    house.close().await;

    let proxies = Proxies::new(&Vec::<Network>::read("127.0.0.1").unwrap());
    let route = Router::new().route("/", get(route));
    let house = open(None, route, None, ServerSettings { proxies, ..few() }).await;
    let answer = house.ask(claim).await;
    assert!(answer.ends_with("192.0.2.1 Tls"), "{answer}");
    assert!(answer.contains("strict-transport-security: "), "{answer}");
    house.close().await;
}

#[tokio::test]
async fn a_panic_is_answered_and_the_house_stays_open() {
    async fn broken() -> &'static str {
        panic!("a broken invariant, made for this test")
    }
    let house = open(None, Router::new().route("/", get(broken)), None, few()).await;
    for _ in 0..2 {
        assert!(house.get("/").await.starts_with("HTTP/1.1 500"));
    }
    house.close().await;
}

/// A route that says when it was entered and waits at a gate.
fn gated(method: fn(Gate) -> axum::routing::MethodRouter) -> (Router, Gate) {
    let gate = Gate::default();
    (Router::new().route("/", method(gate.clone())), gate)
}

#[derive(Clone, Default)]
struct Gate {
    entered: Arc<Notify>,
    open: Arc<Notify>,
    left: Arc<Notify>,
}

impl Gate {
    async fn pass(self) -> &'static str {
        self.entered.notify_one();
        self.open.notified().await;
        self.left.notify_one();
        "passed"
    }
}

#[tokio::test]
async fn requests_in_flight_finish_and_nobody_else_is_let_in() {
    let (router, gate) = gated(|gate| get(move || gate.pass()));
    let house = open(None, router, None, few()).await;
    // One that never asks anything must not hold up the others.
    let silent = TcpStream::connect(house.address).await.unwrap();
    let mut stream = TcpStream::connect(house.address).await.unwrap();
    stream.write_all(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n").await.unwrap();
    gate.entered.notified().await;
    let House { address, stop, served } = house;
    stop.send(()).unwrap();
    while TcpStream::connect(address).await.is_ok() {
        tokio::task::yield_now().await;
    }
    assert!(!served.is_finished());
    gate.open.notify_one();
    assert!(heard(&mut stream).await.ends_with("passed"));
    served.await.unwrap().unwrap();
    drop(silent);
}

#[tokio::test]
async fn a_request_that_never_ends_is_cut_when_the_grace_is_over() {
    let (router, gate) = gated(|gate| get(move || gate.pass()));
    let settings = ServerSettings { grace: Duration::from_millis(20), ..few() };
    let house = open(None, router, None, settings).await;
    let mut stream = TcpStream::connect(house.address).await.unwrap();
    stream.write_all(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n").await.unwrap();
    gate.entered.notified().await;
    house.close().await;
    assert_eq!(heard(&mut stream).await, "");
}

#[tokio::test]
async fn an_act_is_finished_when_its_client_goes_away() {
    let (router, gate) = gated(|gate| post(move || gate.pass()));
    let house = open(None, router, None, few()).await;
    let mut stream = TcpStream::connect(house.address).await.unwrap();
    stream.write_all(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n").await.unwrap();
    gate.entered.notified().await;
    drop(stream);
    gate.open.notify_one();
    gate.left.notified().await;
    house.close().await;
}

#[tokio::test]
async fn a_question_is_dropped_when_its_client_goes_away() {
    struct Dropped(Arc<Notify>);
    impl Drop for Dropped {
        fn drop(&mut self) {
            self.0.notify_one();
        }
    }
    let (entered, dropped) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    let route = {
        let (entered, dropped) = (entered.clone(), dropped.clone());
        async move || {
            let _dropped = Dropped(dropped);
            entered.notify_one();
            std::future::pending::<&'static str>().await
        }
    };
    let house = open(None, Router::new().route("/", get(route)), None, few()).await;
    let mut stream = TcpStream::connect(house.address).await.unwrap();
    stream.write_all(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n").await.unwrap();
    entered.notified().await;
    drop(stream);
    dropped.notified().await;
    house.close().await;
}

#[tokio::test]
async fn heads_are_bounded_in_bytes_and_time() {
    let settings = ServerSettings { head_bytes: 8 * 1024, head_limit: Duration::from_millis(50), ..few() };
    let house = open(None, Router::new(), None, settings).await;
    let long = format!("GET / HTTP/1.1\r\nHost: x\r\nCookie: {}\r\n\r\n", "x".repeat(20_000));
    let refused = house.ask(&long).await;
    assert!(refused.is_empty() || refused.starts_with("HTTP/1.1 431"), "{refused}");
    let path = format!("GET /{} HTTP/1.1\r\nHost: x\r\n\r\n", "x".repeat(20_000));
    let refused = house.ask(&path).await;
    assert!(refused.is_empty() || refused.starts_with("HTTP/1.1 4"), "{refused}");
    // Never finished: the connection is closed, or this would wait for ever.
    house.ask("GET / HTTP/1.1\r\nHos").await;
    house.ask("").await;
    assert!(house.get("/").await.starts_with("HTTP/1.1 404"));
    house.close().await;
}

#[tokio::test]
async fn connections_beyond_the_bound_wait_for_a_place() {
    let settings = ServerSettings { connections: 1, ..few() };
    let house = open(None, Router::new().route("/", get(async || "well")), None, settings).await;
    let mut first = TcpStream::connect(house.address).await.unwrap();
    first.write_all(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n").await.unwrap();
    let mut answer = [0; 12];
    first.read_exact(&mut answer).await.unwrap();
    {
        let mut second = std::pin::pin!(house.get("/"));
        let early = tokio::time::timeout(Duration::from_millis(50), second.as_mut()).await;
        assert!(early.is_err(), "answered beside the first");
        drop(first);
        assert!(second.await.ends_with("well"));
    }
    house.close().await;
}

fn fixture(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/tls").join(name)
}

#[tokio::test]
async fn tls_speaks_both_versions_of_http() {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let certificate = Certificate::read(&fixture("localhost.pem"), &fixture("localhost.key.pem")).unwrap();
    certificate.read_again().unwrap();
    let route = async |Extension(how): Extension<Transport>| format!("{how:?}");
    let router = Router::new().route("/", get(route));
    let house = open(None, router, Some(certificate.acceptor()), few()).await;
    let address = format!("https://localhost:{}/", house.address.port());
    for (builder, version) in [
        (reqwest::Client::builder(), Version::HTTP_2),
        (reqwest::Client::builder().http1_only(), Version::HTTP_11),
    ] {
        let client = builder.danger_accept_invalid_certs(true).build().unwrap();
        let answer = client.get(&address).send().await.unwrap();
        assert_eq!((answer.version(), answer.status()), (version, StatusCode::OK));
        assert_eq!(answer.headers()["strict-transport-security"], "max-age=31536000");
        assert_eq!(answer.text().await.unwrap(), "Tls");
    }
    // Plain HTTP at this door gets no further than the handshake.
    assert!(!house.get("/").await.starts_with("HTTP"));
    house.close().await;
}

#[test]
fn a_certificate_that_cannot_be_used_is_named() {
    let (chain, key) = (fixture("localhost.pem"), fixture("localhost.key.pem"));
    let missing = Certificate::read(&fixture("none.pem"), &key).unwrap_err();
    assert!(missing.to_string().contains("none.pem"), "{missing}");
    assert!(matches!(Certificate::read(&key, &key).unwrap_err(), BadCertificate::Empty { .. }));
    assert!(matches!(Certificate::read(&chain, &chain).unwrap_err(), BadCertificate::Unreadable { .. }));
}

#[tokio::test]
async fn a_body_that_comes_too_slowly_is_given_up() {
    let router = Router::new()
        .route("/api/echo", post(async |body: String| body))
        .route("/echo", post(async |body: String| body));
    let settings = ServerSettings { body_limit: Duration::from_millis(300), ..few() };
    let house = open(None, router, None, settings).await;
    for (path, kind) in [("/api/echo", "application/problem+json"), ("/echo", "text/html")] {
        let mut stream = TcpStream::connect(house.address).await.unwrap();
        let head = format!("POST {path} HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n");
        stream.write_all(head.as_bytes()).await.unwrap();
        let (mut reading, mut writing) = stream.into_split();
        // It never stops coming, a byte at a time.
        let dripping = tokio::spawn(async move {
            while writing.write_all(b"a").await.is_ok() {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        });
        let mut bytes = Vec::new();
        let _ = reading.read_to_end(&mut bytes).await;
        let answer = String::from_utf8(bytes).unwrap();
        assert!(answer.starts_with("HTTP/1.1 408 ") && answer.contains(kind), "{answer}");
        dripping.await.unwrap();
    }
    let whole = house
        .ask("POST /echo HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 3\r\n\r\nabc")
        .await;
    assert!(whole.starts_with("HTTP/1.1 200 ") && whole.ends_with("abc"), "{whole}");
    house.close().await;
}
