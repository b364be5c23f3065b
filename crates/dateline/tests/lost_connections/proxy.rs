//! Stands between a node and its PostgreSQL, and cuts the line when it is told to.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// A line to a database server that can be cut.
pub struct Proxy {
    /// The address of the database behind it.
    pub url: String,
    armed: Arc<AtomicBool>,
}

impl Proxy {
    /// A line to the database at `url`.
    pub async fn before(url: &str) -> Proxy {
        let (credentials, place) = url.rsplit_once('@').unwrap();
        let (server, database) = place.split_once('/').unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("{credentials}@{}/{database}", listener.local_addr().unwrap());
        let armed = Arc::new(AtomicBool::new(false));
        tokio::spawn(accept(listener, server.to_owned(), armed.clone()));
        Proxy { url, armed }
    }

    /// Cuts the line over which the next commit is answered, before the answer has passed.
    pub fn cut_at_next_commit(&self) {
        self.armed.store(true, Ordering::SeqCst);
    }

    /// Whether the line is still to be cut.
    pub fn is_armed(&self) -> bool {
        self.armed.load(Ordering::SeqCst)
    }
}

async fn accept(listener: TcpListener, server: String, armed: Arc<AtomicBool>) {
    while let Ok((client, _)) = listener.accept().await {
        let Ok(server) = TcpStream::connect(&server).await else { continue };
        tokio::spawn(join(client, server, armed.clone()));
    }
}

/// Passes bytes both ways until one side ends, or the line is cut.
async fn join(client: TcpStream, server: TcpStream, armed: Arc<AtomicBool>) {
    let (mut from_client, mut to_client) = client.into_split();
    let (mut from_server, mut to_server) = server.into_split();
    let there = async move { tokio::io::copy(&mut from_client, &mut to_server).await };
    let back = async move {
        let mut bytes = vec![0; 64 * 1024];
        while let Ok(read @ 1..) = from_server.read(&mut bytes).await {
            // The server says that it has committed: a CommandComplete message.
            let committed = bytes[..read].windows(7).any(|window| window == b"COMMIT\0");
            if committed && armed.swap(false, Ordering::SeqCst) {
                return;
            }
            if to_client.write_all(&bytes[..read]).await.is_err() {
                return;
            }
        }
    };
    tokio::select! {
        _ = there => {}
        () = back => {}
    }
}
