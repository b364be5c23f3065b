//! When a page cannot be rendered.

use std::error::Error;
use std::fmt::{self, Display};
use std::time::Duration;

use bytes::Bytes;
use http::header::{CACHE_CONTROL, CONTENT_TYPE, RETRY_AFTER};
use http::{HeaderMap, HeaderValue, Response, StatusCode};

use super::Body;
use super::accept::{Ask, Want};

/// Why a page could not be rendered, and what to say instead when no earlier page may stand in for it.
#[derive(Debug)]
pub struct RenderError {
    /// Shown when there is no good page: a story whose template is broken may be known to be 410 all the same.
    pub plain: PlainPage,
    /// What went wrong, for the log.
    pub cause: Box<dyn Error + Send + Sync>,
}

impl RenderError {
    /// A failure that is answered with the built-in 503.
    pub fn new(cause: impl Into<Box<dyn Error + Send + Sync>>) -> RenderError {
        RenderError { plain: PlainPage::default(), cause: cause.into() }
    }

    /// The failure, answered with `plain` instead.
    pub fn saying(mut self, plain: PlainPage) -> RenderError {
        self.plain = plain;
        self
    }

    pub(super) fn too_slow(limit: Duration) -> RenderError {
        RenderError::new(format!("rendering took longer than {} s", limit.as_secs_f32()))
    }

    pub(super) fn panicked() -> RenderError {
        RenderError::new("rendering panicked")
    }

    pub(super) fn outrun() -> RenderError {
        RenderError::new("every rendering showed a log position from before its request")
    }
}

impl Display for RenderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.cause)
    }
}

impl Error for RenderError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.cause.source()
    }
}

impl<E: Error + Send + Sync + 'static> From<Box<E>> for RenderError {
    fn from(cause: Box<E>) -> RenderError {
        RenderError::new(cause as Box<dyn Error + Send + Sync>)
    }
}

/// The built-in page: a heading and a sentence that need no template, no database and no setting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlainPage {
    /// Its status, 4xx or 5xx.
    pub status: StatusCode,
    /// The language of its words, a BCP 47 tag.
    pub language: String,
    /// `ltr` or `rtl`
    pub direction: &'static str,
    /// Title and only heading.
    pub heading: String,
    /// One sentence.
    pub sentence: String,
}

impl Default for PlainPage {
    fn default() -> PlainPage {
        PlainPage {
            status: StatusCode::SERVICE_UNAVAILABLE,
            language: "en".to_owned(),
            direction: "ltr",
            heading: "This page cannot be shown at the moment".to_owned(),
            sentence: "Please try again in a minute.".to_owned(),
        }
    }
}

impl PlainPage {
    /// The page as an answer; never kept by anyone.
    pub fn answer(&self, ask: &Ask<'_>) -> Response<Body> {
        let body = Bytes::from(self.html());
        let mut headers = HeaderMap::with_capacity(4);
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        headers.insert(http::header::CONTENT_LENGTH, HeaderValue::from(body.len()));
        if self.status == StatusCode::SERVICE_UNAVAILABLE {
            headers.insert(RETRY_AFTER, HeaderValue::from_static("5"));
        }
        let mut answer = Response::new(match ask.want {
            Want::Body => Body::new(body),
            Want::Head => Body::default(),
        });
        *answer.status_mut() = self.status;
        *answer.headers_mut() = headers;
        answer
    }

    fn html(&self) -> String {
        let [language, heading, sentence] =
            [&self.language, &self.heading, &self.sentence].map(|text| escaped(text));
        let direction = if self.direction == "rtl" { "rtl" } else { "ltr" };
        format!(
            "<!doctype html>\n<html lang=\"{language}\" dir=\"{direction}\">\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width\">\n<title>{heading}</title>\n\
             <main>\n<h1>{heading}</h1>\n<p>{sentence}</p>\n</main>\n</html>\n"
        )
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_the_built_in_page_are_text() {
        let page = PlainPage { heading: "<b>&".to_owned(), ..PlainPage::default() };
        assert!(page.html().contains("<h1>&lt;b&gt;&amp;</h1>"));
        let answer = page.answer(&Ask::plain());
        assert_eq!(answer.status(), StatusCode::SERVICE_UNAVAILABLE);
        assert_eq!(answer.headers()[CACHE_CONTROL], "no-store");
    }
}
