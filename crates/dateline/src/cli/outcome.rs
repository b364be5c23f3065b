//! How a command ends.

use std::process::ExitCode;

use crate::config::ConfigError;

/// What became of a command: its exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Done.
    Done,
    /// Failed, and nothing changed.
    Failed,
    /// It was not clear what to do.
    WrongUsage,
    /// Done in part; what was refused has been listed.
    InPart,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> ExitCode {
        ExitCode::from(match outcome {
            Outcome::Done => 0,
            Outcome::Failed => 1,
            Outcome::WrongUsage => 2,
            Outcome::InPart => 3,
        })
    }
}

/// Why a command ended without doing anything.
#[derive(Debug)]
pub enum Failure {
    /// What was asked cannot be meant.
    Usage(String),
    /// It did not work.
    Failed(anyhow::Error),
}

impl Failure {
    /// Says why on standard error, and gives the outcome.
    pub fn tell(self) -> Outcome {
        match self {
            Failure::Usage(reason) => {
                eprintln!("error: {reason}\n\nFor more information, try '--help'.");
                Outcome::WrongUsage
            }
            Failure::Failed(error) => {
                eprintln!("error: {error:#}");
                Outcome::Failed
            }
        }
    }
}

impl From<anyhow::Error> for Failure {
    fn from(error: anyhow::Error) -> Failure {
        // A wrong settings file is wrong usage, like a wrong argument.
        match error.downcast::<ConfigError>() {
            Ok(wrong) => Failure::Usage(wrong.to_string()),
            Err(error) => Failure::Failed(error),
        }
    }
}

macro_rules! failed_by {
    ($($error:ty),*) => {$(
        impl From<$error> for Failure {
            fn from(error: $error) -> Failure {
                anyhow::Error::from(error).into()
            }
        }
    )*};
}
failed_by!(
    ConfigError,
    crate::db::DbError,
    crate::people::PeopleError,
    crate::publication::DescriptionError,
    std::io::Error
);
