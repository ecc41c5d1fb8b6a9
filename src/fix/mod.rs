//! Putting things right: the edits that fixes offer are applied until nothing more can be, each text is checked
//! again, and what would do harm is left out.

mod choose;
mod diff;
mod encode;
mod judge;
mod removal;
mod run;
mod sift;
mod track;

pub use diff::unified;
pub use encode::{double_quoted, encode};
pub use judge::Harm;
pub use removal::{remove_entry, remove_item};
pub use run::{Applied, Change, Fixed, Refused, fix};
pub use track::Region;
