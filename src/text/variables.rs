//! `{{1}}` and `{{name}}`: where the variables of a text stand, and braces that make none.

use std::ops::Range;

/// The variables of a text, and what is wrong with its braces.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Variables {
    /// Every variable, in the order of the text; those with damaged braces too, as far as their name shows.
    pub list: Vec<Variable>,
    /// Braces that do not make a variable.
    pub mistakes: Vec<BraceMistake>,
}

/// One variable of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variable {
    /// Its bytes, braces included.
    pub range: Range<usize>,
    /// The bytes between the braces, without blanks.
    pub name: Range<usize>,
    /// Which kind it is.
    pub kind: VariableKind,
    /// Whether blanks stand between the braces and the name.
    pub padded: bool,
}

/// What stands between the braces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VariableKind {
    /// Digits only: `{{1}}`.
    Positional(u32),
    /// Lower-case letters, digits and underscores: `{{order_id}}`.
    Named,
    /// Anything else, which neither format allows.
    Invalid,
}

/// What is wrong with a group of braces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BraceMistake {
    /// The bytes, braces included.
    pub range: Range<usize>,
    /// What is wrong.
    pub kind: BraceMistakeKind,
}

/// Ways to get braces wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BraceMistakeKind {
    /// `{1}` or `{name}`: one brace on each side.
    Single,
    /// `{{1}`, `{1}}`, or `{{` without an end.
    Unbalanced,
    /// `{{{1}}}`: more than two.
    TooMany,
    /// `{{}}`: nothing inside.
    Empty,
}

impl Variables {
    /// Finds the variables of a text. Linear in its length.
    pub fn parse(text: &str) -> Self {
        let mut variables = Self::default();
        let mut from = 0;
        while let Some(found) = memchr::memchr2(b'{', b'}', &text.as_bytes()[from..]) {
            from = variables.group(text, from + found);
        }
        variables.list.shrink_to_fit();
        variables
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Reads one group of braces that starts at `start`; returns where to go on.
    fn group(&mut self, text: &str, start: usize) -> usize {
        let bytes = text.as_bytes();
        let run = |from: usize, brace: u8| bytes[from..].iter().take_while(|&&byte| byte == brace).count();
        let opening = run(start, b'{');
        if opening == 0 {
            let closing = run(start, b'}');
            if closing >= 2 {
                self.mistake(start..start + closing, BraceMistakeKind::Unbalanced);
            }
            return start + closing;
        }
        let inner_start = start + opening;
        let inner_end =
            memchr::memchr3(b'{', b'}', b'\n', &bytes[inner_start..]).map_or(bytes.len(), |at| inner_start + at);
        let closing = run(inner_end, b'}');
        let end = inner_end + closing;
        let inner = &text[inner_start..inner_end];
        let name = inner.trim();
        match (opening, closing) {
            (1, 0) => return inner_start,
            (_, 0) => {
                // No end on this line: the mark goes up to the first blank, where the name would end.
                let word = inner.find(char::is_whitespace).unwrap_or(inner.len());
                self.mistake(start..inner_start + word, BraceMistakeKind::Unbalanced);
                return inner_start;
            }
            (1, 1) => {
                if is_name(inner) {
                    self.mistake(start..end, BraceMistakeKind::Single);
                }
                return end;
            }
            (2, 2) if name.is_empty() => {
                self.mistake(start..end, BraceMistakeKind::Empty);
                return end;
            }
            (2, 2) => {}
            (a, b) if a == b || (a > 2 && b > 2) => self.mistake(start..end, BraceMistakeKind::TooMany),
            _ => self.mistake(start..end, BraceMistakeKind::Unbalanced),
        }
        if !name.is_empty() {
            let name_start = inner_start + (inner.len() - inner.trim_start().len());
            self.list.push(Variable {
                range: start..end,
                name: name_start..name_start + name.len(),
                kind: kind_of(name),
                padded: name.len() != inner.len(),
            });
        }
        end
    }

    fn mistake(&mut self, range: Range<usize>, kind: BraceMistakeKind) {
        self.mistakes.push(BraceMistake { range, kind });
    }
}

/// Whether a word in single braces looks like a variable somebody meant.
fn is_name(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '.' | '-'))
}

fn kind_of(name: &str) -> VariableKind {
    if name.bytes().all(|byte| byte.is_ascii_digit()) {
        name.parse().map_or(VariableKind::Invalid, VariableKind::Positional)
    } else if name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_') {
        VariableKind::Named
    } else {
        VariableKind::Invalid
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<&str> {
        Variables::parse(text).list.into_iter().map(|variable| &text[variable.name]).collect()
    }

    fn mistakes(text: &str) -> Vec<(&str, BraceMistakeKind)> {
        Variables::parse(text).mistakes.into_iter().map(|mistake| (&text[mistake.range], mistake.kind)).collect()
    }

    #[test]
    fn variables_are_found_with_their_kind() {
        let text = "नमस्ते {{1}}, {{ first_name }} और {{Name}}";
        let found = Variables::parse(text);
        assert_eq!(names(text), ["1", "first_name", "Name"]);
        let kinds: Vec<_> = found.list.iter().map(|v| (v.kind.clone(), v.padded)).collect();
        assert_eq!(
            kinds,
            [(VariableKind::Positional(1), false), (VariableKind::Named, true), (VariableKind::Invalid, false)]
        );
        assert_eq!(&text[found.list[0].range.clone()], "{{1}}");
        assert!(found.mistakes.is_empty());
    }

    #[test]
    fn damaged_braces_are_told_and_still_count_as_a_variable() {
        assert_eq!(mistakes("a {1} b"), [("{1}", BraceMistakeKind::Single)]);
        assert_eq!(mistakes("a {{1} b"), [("{{1}", BraceMistakeKind::Unbalanced)]);
        assert_eq!(mistakes("a {1}} b"), [("{1}}", BraceMistakeKind::Unbalanced)]);
        assert_eq!(mistakes("a {{{1}}} b"), [("{{{1}}}", BraceMistakeKind::TooMany)]);
        assert_eq!(mistakes("a {{}} b"), [("{{}}", BraceMistakeKind::Empty)]);
        assert_eq!(mistakes("a {{name b"), [("{{name", BraceMistakeKind::Unbalanced)]);
        assert_eq!(mistakes("a 1}} b"), [("}}", BraceMistakeKind::Unbalanced)]);
        assert_eq!(names("a {{1} {2}} {{{3}}}"), ["1", "2", "3"]);
    }

    #[test]
    fn braces_in_prose_are_left_alone() {
        assert!(mistakes("a { b } } {").is_empty());
        assert!(mistakes("set {a, b}").is_empty());
    }
}
