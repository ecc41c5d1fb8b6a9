//! The `walint` program: hands the process over to the library and its answer back.

use std::process::ExitCode;

fn main() -> ExitCode {
    walint::cli::run(std::env::args_os()).into()
}
