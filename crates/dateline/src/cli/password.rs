//! A password from standard input or from the keyboard, never from an argument, which others can read.

use std::io::{BufRead, IsTerminal, Read};

use anyhow::{Context, bail};

use crate::people::Password;

/// The longest line read as a password, in bytes.
const MOST_BYTES: u64 = 8 * 1024;

/// Where a password comes from.
#[derive(Clone, Debug, clap::Args)]
pub struct PasswordArgs {
    /// Read the password from the first line of standard input
    #[arg(long)]
    password_stdin: bool,
}

impl PasswordArgs {
    /// Whether there is anybody or anything to read a password from.
    pub fn given(&self) -> bool {
        self.password_stdin || std::io::stdin().is_terminal()
    }

    /// Reads the password, or asks for it twice.
    pub fn read(&self) -> anyhow::Result<Password> {
        let text =
            if self.password_stdin || !std::io::stdin().is_terminal() { first_line()? } else { asked()? };
        Ok(Password::parse(&text)?)
    }
}

fn first_line() -> anyhow::Result<String> {
    let mut line = String::new();
    std::io::stdin()
        .lock()
        .take(MOST_BYTES)
        .read_line(&mut line)
        .context("reading the password from standard input")?;
    let password = line.trim_end_matches(['\n', '\r']);
    if password.is_empty() {
        bail!("standard input held no password");
    }
    Ok(password.to_owned())
}

fn asked() -> anyhow::Result<String> {
    let first = rpassword::prompt_password("Password: ").context("asking for the password")?;
    let second = rpassword::prompt_password("Once more: ").context("asking for the password")?;
    if first != second {
        bail!("the two passwords differ");
    }
    Ok(first)
}
