//! The program: one command a run.

use std::process::ExitCode;

fn main() -> ExitCode {
    // One TLS provider in the whole program, before anything asks for one.
    if rustls::crypto::ring::default_provider().install_default().is_err() {
        eprintln!("error: another TLS provider is installed already");
        return ExitCode::FAILURE;
    }
    dateline::cli::run(std::env::args_os()).into()
}
