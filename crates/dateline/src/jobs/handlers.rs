//! Who does which kind of job.

use std::collections::BTreeMap;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use super::Job;

/// Does one kind of job. It may be called again for the same job, which must do no harm; an error has it tried
/// again later. What it writes, it writes in transactions of its own.
pub type Handler = Arc<dyn Fn(Job) -> Pin<Box<dyn Future<Output = anyhow::Result<()>> + Send>> + Send + Sync>;

/// The handlers of a node, by kind. Cheap to clone.
#[derive(Clone, Default)]
pub struct Handlers(Arc<BTreeMap<&'static str, Handler>>);

impl Handlers {
    /// These, and `handler` for `kind`.
    pub fn with<F, Work>(self, kind: &'static str, handler: F) -> Handlers
    where
        F: Fn(Job) -> Work + Send + Sync + 'static,
        Work: Future<Output = anyhow::Result<()>> + Send + 'static,
    {
        let mut handlers = (*self.0).clone();
        handlers.insert(kind, Arc::new(move |job| Box::pin(handler(job))));
        Handlers(Arc::new(handlers))
    }

    /// Does a job by its kind.
    pub async fn perform(&self, job: Job) -> anyhow::Result<()> {
        match self.0.get(job.kind.as_str()) {
            Some(handler) => handler(job).await,
            None => anyhow::bail!("this program has no handler for jobs of kind {:?}", job.kind),
        }
    }
}

impl fmt::Debug for Handlers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.keys()).finish()
    }
}
