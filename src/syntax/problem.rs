//! What can be wrong with a file as YAML or JSON, before anything is known of templates.

use granit_parser::ErrorKind;

use super::Span;
use super::pitfall::Pitfall;

/// One thing that is wrong with a file as YAML or JSON. The rules of family `syntax` put it into words.
#[derive(Clone, Debug)]
pub enum Problem {
    /// Neither YAML nor JSON: reading stopped here.
    Invalid {
        /// The character where reading stopped.
        at: Span,
        /// What is wrong, in plain words.
        what: &'static str,
        /// What to do about it.
        help: &'static str,
    },
    /// A tab where YAML counts spaces.
    Tab {
        /// The tab.
        at: Span,
    },
    /// Text that YAML takes for syntax.
    Pitfall(Pitfall),
    /// A key that was already there.
    DuplicateKey {
        /// The key that stands first.
        first: Span,
        /// The same key again.
        again: Span,
    },
    /// A reference to another place of the file, which is not followed.
    Alias {
        /// The alias, with its `*`.
        at: Span,
    },
    /// Nested too deeply.
    TooDeep {
        /// Where the limit was passed.
        at: Span,
    },
    /// Too many values.
    TooLarge {
        /// Where the limit was passed.
        at: Span,
        /// How many values a file may hold.
        limit: usize,
    },
}

impl Problem {
    pub(super) fn move_places(&mut self, mut original: impl FnMut(Span) -> Span) {
        match self {
            Self::Invalid { at, .. }
            | Self::Tab { at }
            | Self::Alias { at }
            | Self::TooDeep { at }
            | Self::TooLarge { at, .. } => *at = original(*at),
            Self::DuplicateKey { first, again } => {
                *first = original(*first);
                *again = original(*again);
            }
            Self::Pitfall(_) => {} // Already in places of the file.
        }
    }
}

/// A parser error in words that need no knowledge of YAML.
pub(super) fn describe(kind: &ErrorKind, text: &str, offset: usize) -> Problem {
    let length = text[offset..].chars().next().filter(|c| !matches!(c, '\n' | '\r')).map_or(0, char::len_utf8);
    let at = Span::new(offset, offset + length);
    let (what, help) = match kind {
        ErrorKind::RecursionLimitExceeded => return Problem::TooDeep { at },
        ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation
        | ErrorKind::TabNotAllowed
        | ErrorKind::TabAtBlockScalarStart
        | ErrorKind::TabInPlainScalar => return Problem::Tab { at: tab_near(text, offset).unwrap_or(at) },
        ErrorKind::UnclosedQuotedScalar
        | ErrorKind::DocumentIndicatorInQuotedScalar
        | ErrorKind::InvalidQuotedScalarIndent => (
            "the text that starts with this quote is not closed, or its next line is not indented",
            "add the closing quote; inside '...' a quote is written twice",
        ),
        ErrorKind::InvalidTrailingSingleQuotedScalar | ErrorKind::InvalidTrailingDoubleQuotedScalar => (
            "something stands behind the closing quote",
            "put the whole value inside the quotes, or add the comma that is missing",
        ),
        ErrorKind::UnknownQuotedScalarEscape
        | ErrorKind::InvalidQuotedScalarHexEscape
        | ErrorKind::InvalidLowSurrogateHexEscape
        | ErrorKind::InvalidLowSurrogate
        | ErrorKind::MissingLowSurrogate
        | ErrorKind::UnpairedLowSurrogate
        | ErrorKind::InvalidUnicodeEscape => (
            "this text in double quotes holds a backslash that starts no known escape",
            "write `\\\\` for a backslash, or use single quotes, where a backslash is just a character",
        ),
        ErrorKind::UnclosedFlowCollection { .. }
        | ErrorKind::UnexpectedEofFlowSequence
        | ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::UnexpectedEofImplicitFlowMapping
        | ErrorKind::MismatchedFlowCollectionEnd { .. }
        | ErrorKind::MisplacedFlowCollectionEnd => {
            ("a bracket or brace has no partner", "close every `[` with `]` and every `{` with `}`")
        }
        ErrorKind::ExpectedFlowMappingSeparator | ErrorKind::ExpectedFlowSequenceSeparator => (
            "a comma or a closing bracket is missing here",
            "separate the entries with commas; quote texts that hold `,` `:` `{` or `[`",
        ),
        ErrorKind::MappingValueNotAllowed => (
            "a `:` stands where no key can be",
            "indent the line like its neighbours; put a text that holds `: ` in quotes",
        ),
        ErrorKind::SimpleKeyExpected | ErrorKind::ExpectedBlockMappingKey | ErrorKind::InvalidSimpleKey => (
            "this line is neither a `key: value` nor the continuation of the text before it",
            "indent it like its neighbours, or put the text before it in quotes or under `|`",
        ),
        ErrorKind::InvalidIndentation
        | ErrorKind::InvalidBlockScalarIndent
        | ErrorKind::InvalidFlowScalarIndent
        | ErrorKind::ExpectedBlockSequenceEntry => (
            "this line is indented unlike its neighbours",
            "use the same number of spaces for lines that belong together",
        ),
        ErrorKind::UnexpectedCharacter { .. } => {
            ("a text can not start with this character unless it is quoted", "put the whole text in quotes")
        }
        _ => ("this is neither YAML nor JSON", "put texts in quotes and indent lines that belong together alike"),
    };
    Problem::Invalid { at, what, help }
}

/// The tab at or just before `offset`, on the same line.
fn tab_near(text: &str, offset: usize) -> Option<Span> {
    let line = text[..offset].rfind('\n').map_or(0, |at| at + 1);
    let until = text[offset..].find(['\n', '\r']).map_or(text.len(), |at| offset + at);
    let tab = text[line..until].find('\t')? + line;
    Some(Span::new(tab, tab + 1))
}
