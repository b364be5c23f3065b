//! A picture, video or audio file as it is sent: as a form, or as the body itself.

use axum::body::Bytes;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::{StatusCode, header};
use serde_json::{Value, json};

use super::Problem;
use super::media::MAX_BODY_BYTES;
use crate::blob::ContentHash;
use crate::media::FocalPoint;
use crate::publication::NewFile;

/// A file as it was sent.
#[derive(Clone, Debug)]
pub struct Sent {
    /// The file, with what the form says of it.
    pub file: NewFile,
    /// What is said over what the file says of itself.
    pub fields: Option<Value>,
}

impl Sent {
    /// What must be the same when the request is sent again, whatever the form is cut with.
    pub async fn content(&self) -> Vec<u8> {
        let file = &self.file;
        let focal = file.focal.map(|focal| (focal.x(), focal.y()));
        let bytes = file.bytes.clone();
        let hashed = tokio::task::spawn_blocking(move || ContentHash::of(&bytes).to_string()).await;
        let bytes = hashed.expect("hashing does not panic");
        json!([file.name, bytes, focal, file.expires_at, self.fields]).to_string().into_bytes()
    }

    /// From the body: a form, or the file itself under `name`.
    pub async fn read(request: Request, name: Option<String>) -> Result<Sent, Problem> {
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
        if kind.is_some_and(|kind| kind.starts_with("multipart/form-data")) {
            let form = Multipart::from_request(request, &()).await;
            return Sent::read_form(
                form.map_err(|refused| too_large_or(refused.status(), refused.body_text()))?,
            )
            .await;
        }
        let bytes = Bytes::from_request(request, &()).await;
        let bytes = bytes.map_err(|refused| too_large_or(refused.status(), refused.body_text()))?;
        let name = name.ok_or_else(|| Problem::bad_field("name", "Send the file's name in the query."))?;
        Ok(Sent { file: NewFile { name, bytes, focal: None, expires_at: None }, fields: None })
    }

    async fn read_form(mut form: Multipart) -> Result<Sent, Problem> {
        let (mut file, mut fields, mut focal, mut expires_at) = (None, None, None, None);
        while let Some(part) = form.next_field().await.map_err(unreadable)? {
            match part.name().unwrap_or_default() {
                "file" => {
                    let name = part.file_name().unwrap_or_default().to_owned();
                    file = Some((name, part.bytes().await.map_err(unreadable)?));
                }
                "fields" => {
                    let text = part.text().await.map_err(unreadable)?;
                    let patch = serde_json::from_str(&text);
                    fields = Some(patch.map_err(|error| Problem::bad_field("fields", error.to_string()))?);
                }
                "focal" => focal = Some(parse_focal(&part.text().await.map_err(unreadable)?)?),
                "expires_at" => {
                    let at = part.text().await.map_err(unreadable)?.parse();
                    expires_at =
                        Some(at.map_err(|_| {
                            Problem::bad_field("expires_at", "An instant as RFC 3339 has it.")
                        })?);
                }
                other => return Err(Problem::bad_field(other, "The form has no such part.")),
            }
        }
        let (name, bytes) = file.ok_or_else(|| Problem::bad_field("file", "The form has no file."))?;
        Ok(Sent { file: NewFile { name, bytes, focal, expires_at }, fields })
    }
}

fn parse_focal(text: &str) -> Result<FocalPoint, Problem> {
    let pair = text.split_once(',').and_then(|(x, y)| Some((x.trim().parse().ok()?, y.trim().parse().ok()?)));
    let focal = pair.and_then(|(x, y)| FocalPoint::new(x, y));
    focal.ok_or_else(|| Problem::bad_field("focal", "Two numbers from 0 to 1 with a comma between."))
}

fn unreadable(error: axum::extract::multipart::MultipartError) -> Problem {
    too_large_or(error.status(), error.body_text())
}

fn too_large_or(status: StatusCode, detail: String) -> Problem {
    if status == StatusCode::PAYLOAD_TOO_LARGE {
        return Problem::too_large(MAX_BODY_BYTES);
    }
    Problem::bad_request(format!("{detail}."))
}
