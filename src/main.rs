//! The front door: hands the arguments to the shell and its answer to the operating system.
//!
//! Deliberately absent: everything else.

use std::process::ExitCode;

fn main() -> ExitCode {
    beschermd::shell::command::run(std::env::args_os()).into()
}
