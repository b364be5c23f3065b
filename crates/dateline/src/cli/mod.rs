//! The commands of the program.
//!
//! Owns what is typed and what is printed; what a command does is a verb of a domain folder. One file a command:
//! its arguments, and `run`. Every command takes `--config` and `--data`, works beside a running server on the same
//! data, and ends with an [`Outcome`].

mod apply;
mod backup;
mod check;
mod checkup;
mod demo;
mod doctor;
mod export;
mod import;
mod init;
mod migrate;
mod move_to;
mod outcome;
mod password;
mod place;
mod progress;
mod section;
mod serve;
mod token;
mod user;
mod vocabulary;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Parser, Subcommand};

pub use outcome::{Failure, Outcome};
pub use place::Place;

/// A whole news agency in one program.
#[derive(Debug, Parser)]
#[command(name = "dateline", version, propagate_version = true, arg_required_else_help = true)]
#[command(after_help = "Exit codes: 0 done, 1 failed and nothing changed, 2 wrong usage, 3 done in part.")]
pub struct Cli {
    #[command(flatten)]
    place: PlaceArgs,
    #[command(subcommand)]
    command: Command,
}

/// Where the installation is.
#[derive(Clone, Debug, clap::Args)]
pub struct PlaceArgs {
    /// Settings file; `dateline.toml` in the data folder where it is not named
    #[arg(long, global = true, value_name = "FILE", env = "DATELINE_CONFIG")]
    config: Option<PathBuf>,
    /// Data folder; the settings file's folder, or this one, where it is not named
    #[arg(long, global = true, value_name = "DIR", env = "DATELINE_DATA")]
    data: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
enum Command {
    Init(init::Args),
    Apply(apply::Args),
    Demo(demo::Args),
    Import(import::Args),
    Export(export::Args),
    Vocabulary(vocabulary::Args),
    User(user::Args),
    Section(section::Args),
    Token(token::Args),
    Migrate(migrate::Args),
    Check(check::Args),
    Doctor(doctor::Args),
    Serve(serve::Args),
    Backup(backup::BackupArgs),
    Restore(backup::RestoreArgs),
    Move(move_to::Args),
}

impl Command {
    async fn run(self, place: Place) -> Result<Outcome, Failure> {
        match self {
            Command::Init(args) => init::run(args, place).await,
            Command::Apply(args) => apply::run(args, place).await,
            Command::Demo(args) => demo::run(args, place).await,
            Command::Import(args) => import::run(args, place).await,
            Command::Export(args) => export::run(args, place).await,
            Command::Vocabulary(args) => vocabulary::run(args, place).await,
            Command::User(args) => user::run(args, place).await,
            Command::Section(args) => section::run(args, place).await,
            Command::Token(args) => token::run(args, place).await,
            Command::Migrate(args) => migrate::run(args, place).await,
            Command::Check(args) => check::run(args, place).await,
            Command::Doctor(args) => doctor::run(args, place).await,
            Command::Serve(args) => serve::run(args, place).await,
            Command::Backup(args) => backup::run(args, place).await,
            Command::Restore(args) => backup::restore(args, place).await,
            Command::Move(args) => move_to::run(args, place).await,
        }
    }
}

/// Reads the arguments and does what they ask. Wrong usage, help and version are printed here too.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Outcome {
    let cli = match Cli::try_parse_from(arguments) {
        Ok(cli) => cli,
        Err(told) => {
            // Help and version go to standard output and are no error.
            let wrong = told.use_stderr();
            let _ = told.print();
            return if wrong { Outcome::WrongUsage } else { Outcome::Done };
        }
    };
    let place = Place::of(&cli.place);
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return Failure::from(anyhow::Error::from(error)).tell(),
    };
    match runtime.block_on(cli.command.run(place)) {
        Ok(outcome) => outcome,
        Err(failure) => failure.tell(),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_definition_of_the_commands_holds() {
        Cli::command().debug_assert();
    }

    #[test]
    fn config_and_data_are_taken_after_any_command() {
        for arguments in [
            ["dateline", "user", "list", "--data", "d"],
            ["dateline", "--data", "d", "user", "list"],
            ["dateline", "user", "--data", "d", "list"],
        ] {
            let cli = Cli::try_parse_from(arguments).unwrap();
            assert_eq!(cli.place.data, Some(PathBuf::from("d")));
        }
    }
}
