//! What makes a message promotional, first of all, and what to do about it.

use super::class::Class;
use super::reading::Reading;

/// What makes a message promotional, first of all: of the many things that can, one rule tells one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// What a button says, and nothing else.
    Button,
    /// A survey that names nothing the reader did.
    Survey,
    /// The wish that the reader renews something.
    Renewal,
    /// Promotion beside something that is the reader's own.
    Mixed,
    /// Anything else.
    Promotion,
}

impl Cause {
    /// What it is in a message that reads as promotion.
    pub fn of(reading: &Reading) -> Self {
        let strongest =
            reading.of(Class::Marketing).find(|evidence| evidence.tag != "wording").map(|evidence| evidence.tag);
        match strongest {
            _ if reading.on_buttons => Self::Button,
            Some("brandsurvey") => Self::Survey,
            Some("renewal") => Self::Renewal,
            _ if reading.mixed => Self::Mixed,
            _ => Self::Promotion,
        }
    }

    /// What to write instead: the pattern that kept its category in recorded verdicts.
    pub fn advice(self) -> &'static str {
        match self {
            Self::Button => {
                "let the button lead to the reader's own order, booking or account (\"View order\"), or file the template as MARKETING"
            }
            Self::Survey => {
                "name what it is about (\"your visit on {{1}}\") and promise nothing in return, or file the template as MARKETING"
            }
            Self::Renewal => {
                "say only when it ends (\"your access ends on {{1}}\") and leave out the request, or file the template as MARKETING"
            }
            Self::Mixed => {
                "one promotional sentence makes the whole message MARKETING; take it out and send it as a template of its own"
            }
            Self::Promotion => {
                "say what happened to the reader's own order, account or request, without asking for anything new, or file the template as MARKETING"
            }
        }
    }
}
