//! Outgoing mail: to a server, or as files in a folder.
//!
//! Owns the writing and sending of letters. What they say, and to whom, is said by whoever queues the errand.

use std::path::{Path, PathBuf};

use lettre::message::{Mailbox, header::ContentType};
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use serde::{Deserialize, Serialize};

/// The kind of errand that sends a [`Letter`].
pub const SEND: &str = "mail.send";

/// A letter in plain text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// The receiver's address.
    pub to: String,
    /// One line.
    pub subject: String,
    /// What it says.
    pub text: String,
}

/// Why mail cannot be sent.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    /// The address of the service is neither `smtp://`, `smtps://` nor `file:`.
    #[error("the address of the mail service is neither smtp://…, smtps://… nor file:DIR")]
    BadUrl,
    /// A sender or receiver is no address.
    #[error("{0:?} is no mail address")]
    BadAddress(String),
    /// The letter cannot be written as mail.
    #[error("writing a letter: {0}")]
    Unwritable(#[from] lettre::error::Error),
    /// The server.
    #[error("sending a letter: {0}")]
    Smtp(#[from] lettre::transport::smtp::Error),
    /// The folder.
    #[error("keeping a letter: {0}")]
    File(#[from] std::io::Error),
}

/// Where letters go. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Post {
    way: Way,
    from: String,
}

#[derive(Clone, Debug)]
enum Way {
    Folder(PathBuf),
    Server(AsyncSmtpTransport<Tokio1Executor>),
}

impl Post {
    /// The way of `url`: `smtp://…`, `smtps://…`, or `file:DIR` in the folder `beside`.
    pub fn open(url: &str, beside: &Path, from: &str) -> Result<Post, MailError> {
        let way = match url.strip_prefix("file:") {
            Some(folder) => Way::Folder(beside.join(folder)),
            None if url.starts_with("smtp://") || url.starts_with("smtps://") => {
                Way::Server(AsyncSmtpTransport::<Tokio1Executor>::from_url(url)?.build())
            }
            None => return Err(MailError::BadUrl),
        };
        Ok(Post { way, from: from.to_owned() })
    }

    /// Sends a letter, or keeps it as a file of its own.
    pub async fn send(&self, letter: &Letter) -> Result<(), MailError> {
        let message = self.message(letter)?;
        match &self.way {
            Way::Server(server) => server.send(message).await.map(|_| ()).map_err(MailError::from),
            Way::Folder(folder) => keep(folder, &message.formatted()).await,
        }
    }

    fn message(&self, letter: &Letter) -> Result<Message, MailError> {
        let address = |raw: &str| raw.parse::<Mailbox>().map_err(|_| MailError::BadAddress(raw.to_owned()));
        // A line break in a subject would begin another header.
        let subject: String = letter.subject.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        Ok(Message::builder()
            .from(address(&self.from)?)
            .to(address(&letter.to)?)
            .subject(subject)
            .header(ContentType::TEXT_PLAIN)
            .body(letter.text.clone())?)
    }
}

async fn keep(folder: &Path, message: &[u8]) -> Result<(), MailError> {
    tokio::fs::create_dir_all(folder).await?;
    let name = uuid::Uuid::now_v7();
    // Whoever looks into the folder finds whole letters only.
    let (begun, whole) = (folder.join(format!("{name}.part")), folder.join(format!("{name}.eml")));
    tokio::fs::write(&begun, message).await?;
    tokio::fs::rename(&begun, &whole).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter() -> Letter {
        Letter {
            to: "lea@arna.example".to_owned(),
            subject: "Welcome\r\nBcc: all@arna.example".to_owned(),
            text: "Bakı, salam".to_owned(),
        }
    }

    #[tokio::test]
    async fn a_letter_is_kept_as_one_file() {
        let folder = tempfile::tempdir().unwrap();
        let post = Post::open("file:outbox", folder.path(), "ARNA <desk@arna.example>").unwrap();
        post.send(&letter()).await.unwrap();
        let files: Vec<_> = std::fs::read_dir(folder.path().join("outbox")).unwrap().collect();
        assert_eq!(files.len(), 1);
        let text = std::fs::read_to_string(files[0].as_ref().unwrap().path()).unwrap();
        assert!(text.contains("To: lea@arna.example"), "{text}");
        assert!(!text.contains("\nBcc:"), "a subject is one line: {text}");
    }

    #[test]
    fn other_ways_are_refused() {
        assert!(matches!(Post::open("pop://x", Path::new("."), "a@b"), Err(MailError::BadUrl)));
    }

    #[tokio::test]
    async fn a_receiver_who_is_no_address_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let post = Post::open("file:outbox", folder.path(), "desk@arna.example").unwrap();
        let wrong = Letter { to: "nobody".to_owned(), ..letter() };
        assert!(matches!(post.send(&wrong).await, Err(MailError::BadAddress(_))));
    }
}
