//! walint checks WhatsApp message templates before they are submitted to Meta.
//!
//! [`check`] takes the sources of a run and says, at the exact character, what Meta will refuse, recategorise or
//! render badly, why, and what to write instead:
//!
//! ```
//! use walint::{Settings, Source, check};
//!
//! let text = r#"
//! name: order_shipped
//! category: UTILITY
//! variants:
//!   en:
//!     body: {text: "{{1}}, your order has left our warehouse today.", example: [Ana]}
//! "#;
//! let report = check(vec![Source::new("order_shipped.yaml", text.into())], &Settings::default());
//! assert_eq!(report.findings[0].rule.id, "variables/edge");
//! assert_eq!(report.marked(&report.findings[0]), "{{1}}");
//! ```
//!
//! The library never prints, exits, reads the clock or touches the disk; `main.rs` and [`cli`] do.

pub mod category;
pub mod cli;
pub mod config;
pub mod convert;
pub mod finding;
pub mod fix;
pub mod init;
pub mod input;
pub mod journey;
pub mod language;
pub mod media;
pub mod policy;
pub mod preview;
pub mod report;
pub mod rules;
pub mod schema;
pub mod stream;
pub mod suppress;
pub mod syntax;
pub mod template;
pub mod text;
pub mod variants;
pub mod vocabulary;
pub mod windows;

mod caught;
mod check;
mod observe;
mod related;
mod settings;

pub use check::{Checker, FileStatus, Report, check};
pub use finding::{Finding, Severity};
pub use input::Source;
pub use observe::Observer;
pub use settings::{Selector, Settings};
