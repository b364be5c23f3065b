//! The server as an operator runs it: started, asked, told of what other processes did, and stopped.

mod installation;
mod newsroom;

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::time::{Duration, Instant};

use installation::{AGENCY, Installation, get};

/// Long enough on any machine; a test that waits for it has failed.
const PATIENCE: Duration = Duration::from_secs(30);

fn until(mut holds: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !holds() {
        assert!(begun.elapsed() < PATIENCE, "it did not come about");
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[tokio::test]
async fn a_server_answers_and_ends_well_when_it_is_told_to() {
    let here = Installation::made().await;
    for signal in ["TERM", "INT"] {
        let mut server = here.serve(&[]);
        assert_eq!(server.get("/healthz"), (200, "ok\n".to_owned()));
        assert_eq!(server.get("/readyz").0, 200);
        assert_eq!(server.get("/en").0, 200);
        assert_eq!(server.get("/en/nothing-is-here").0, 404);
        server.signal(signal);
        assert!(server.ended().success());
        assert!(TcpStream::connect(&server.address).is_err());
    }
}

#[tokio::test]
async fn a_request_that_is_being_sent_when_the_server_is_told_to_stop_is_answered() {
    let here = Installation::made().await;
    let mut server = here.serve(&[]);
    let mut caller = TcpStream::connect(&server.address).unwrap();
    caller.set_read_timeout(Some(PATIENCE)).unwrap();
    caller.write_all(b"GET /healthz HTTP/1.1\r\nHost: a.example\r\n\r\n").unwrap();
    let mut first = [0; 12];
    caller.read_exact(&mut first).unwrap();
    assert_eq!(&first, b"HTTP/1.1 200");
    caller
        .write_all(b"POST /api/v1/stories HTTP/1.1\r\nHost: a.example\r\nContent-Length: 2\r\n\r\n")
        .unwrap();
    server.signal("TERM");
    std::thread::sleep(Duration::from_millis(100));
    // The server may close a connection between two requests, and this one may not have begun for it: then there is
    // no answer at all, and the caller knows that nothing was done.
    let mut rest = String::new();
    if caller.write_all(b"{}").is_ok() {
        let _ = caller.read_to_string(&mut rest);
    }
    let answered = rest.contains("HTTP/1.1 401");
    assert!(answered || !rest.contains("HTTP/1.1"), "{rest}");
    assert!(server.ended().success());
}

#[tokio::test]
async fn whoever_waits_for_the_log_does_not_keep_the_server_from_stopping() {
    let here = Installation::made().await;
    // Far longer than this test waits for its end.
    let mut server = here.serve(&[("DATELINE_SERVER__GRACE_SECONDS", "600")]);
    let token = here.run(&["token", "create", "--name", "reader", "--scope", "log:read"]).out;
    let ask = |path: &str| {
        let mut caller = TcpStream::connect(&server.address).unwrap();
        caller.set_read_timeout(Some(PATIENCE)).unwrap();
        let token = token.trim();
        let request =
            format!("GET {path} HTTP/1.1\r\nHost: a.example\r\nAuthorization: Bearer {token}\r\n\r\n");
        caller.write_all(request.as_bytes()).unwrap();
        caller
    };
    let mut stream = ask("/api/v1/log/stream?after=1000000");
    let mut first = [0; 12];
    stream.read_exact(&mut first).unwrap();
    assert_eq!(&first, b"HTTP/1.1 200");
    let mut poll = ask("/api/v1/log?after=1000000&wait=60");
    // Until the server has taken the question up.
    std::thread::sleep(Duration::from_millis(300));
    server.signal("TERM");
    let (mut streamed, mut polled) = (String::new(), String::new());
    stream.read_to_string(&mut streamed).unwrap();
    assert!(streamed.ends_with("0\r\n\r\n"), "the stream has an end: {streamed}");
    poll.read_to_string(&mut polled).unwrap();
    assert!(polled.starts_with("HTTP/1.1 200") && polled.contains("\"entries\":[]"), "{polled}");
    assert!(server.ended().success());
}

#[tokio::test]
async fn what_a_command_does_beside_the_server_is_seen_at_once() {
    let here = Installation::made().await;
    let server = here.serve(&[]);
    assert!(server.get("/en").1.contains("POLITICS"));
    let agency = here.file("agency.toml");
    std::fs::write(&agency, AGENCY.replace("POLITICS", "STATE AFFAIRS")).unwrap();
    assert_eq!(here.run(&["apply", &agency]).code, 0);
    until(|| server.get("/en").1.contains("STATE AFFAIRS"));
    let token = here.run(&["token", "create", "--name", "reader", "--scope", "log:read"]).out;
    let header = format!("Authorization: Bearer {}\r\n", token.trim());
    let (status, log) = get(&server.address, "/api/v1/log", &header);
    assert_eq!(status, 200, "{log}");
    assert!(log.contains("\"apply\""), "{log}");
    assert_eq!(here.run(&["token", "revoke", "reader"]).code, 0);
    assert_eq!(get(&server.address, "/api/v1/log", &header).0, 401);
}

#[tokio::test]
async fn metrics_are_for_this_machine_or_the_address_of_the_administration() {
    let here = Installation::made().await;
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string();
    let server = here.serve(&[("DATELINE_SERVER__ADMIN_LISTEN", &free)]);
    let (status, text) = server.get("/metrics");
    assert_eq!(status, 200);
    for name in
        ["dateline_log_head ", "dateline_answers_total{status=\"2xx\"} ", "process_resident_memory_bytes "]
    {
        assert!(text.contains(&format!("\n{name}")), "{name} in\n{text}");
    }
    let through_a_proxy = get(&server.address, "/metrics", "X-Forwarded-For: 192.0.2.1\r\n");
    assert_eq!(through_a_proxy.0, 404);
    assert_eq!(get(&free, "/metrics", "X-Forwarded-For: 192.0.2.1\r\n").0, 200);
    assert_eq!(get(&free, "/en", "").0, 404, "the site is not there");
}

#[tokio::test]
async fn the_origin_of_the_settings_stands_for_the_agencys() {
    let here = Installation::made().await;
    assert!(here.serve(&[]).get("/en").1.contains("http://arna.example/en"));
    let server = here.serve(&[("DATELINE_SERVER__ORIGIN", "https://news.example")]);
    let page = server.get("/en").1;
    assert!(page.contains("https://news.example/en") && !page.contains("arna.example"), "{page}");
}

#[tokio::test]
async fn an_address_that_is_taken_is_said() {
    let here = Installation::made().await;
    let server = here.serve(&[]);
    let second = here.run(&["serve", "--listen", &server.address]);
    assert_eq!(second.code, 1);
    assert!(second.err.contains(&server.address), "{second:?}");
}
