//! What somebody who waits at a terminal sees.

use std::io::IsTerminal;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use tokio::task::JoinHandle;

/// Nothing is drawn for what is done sooner.
const SHOWN_AFTER: Duration = Duration::from_secs(1);
/// How often it is drawn.
const DRAWN_EVERY: Duration = Duration::from_millis(200);

/// Work under way, of which a terminal is told after a second; gone without a trace when it is dropped.
pub(super) struct Working {
    bar: ProgressBar,
    drawing: Option<JoinHandle<()>>,
}

impl Working {
    /// Work that counts nothing: `exporting`.
    pub fn on(doing: &'static str) -> Working {
        Working::drawn(doing, "{spinner} {msg}, {elapsed}")
    }

    /// Work that counts `things` as they are done.
    pub fn counting(things: &'static str) -> Working {
        Working::drawn(things, "{spinner} {pos} {msg}, {elapsed}")
    }

    fn drawn(message: &'static str, template: &str) -> Working {
        let style = ProgressStyle::with_template(template).expect("a literal");
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden()).with_style(style);
        bar.set_message(message);
        let drawing = std::io::stderr().is_terminal().then(|| {
            let bar = bar.clone();
            tokio::spawn(async move {
                tokio::time::sleep(SHOWN_AFTER).await;
                bar.set_draw_target(ProgressDrawTarget::stderr());
                bar.enable_steady_tick(DRAWN_EVERY);
            })
        });
        Working { bar, drawing }
    }

    /// So many are done.
    pub fn done(&self, count: u64) {
        self.bar.set_position(count);
    }
}

impl Drop for Working {
    fn drop(&mut self) {
        if let Some(drawing) = &self.drawing {
            drawing.abort();
        }
        self.bar.finish_and_clear();
    }
}
