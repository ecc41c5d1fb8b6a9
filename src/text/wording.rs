//! Numbers and lists in sentences for people.

/// `1031` as `1,031`.
pub fn number(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// `1 button`, `2 buttons`; the plural is the noun with an `s`.
pub fn counted(count: usize, noun: &str) -> String {
    format!("{} {noun}{}", number(count), if count == 1 { "" } else { "s" })
}

/// `a`, `a or b`, `a, b or c`.
pub fn any_of<S: AsRef<str>>(words: &[S]) -> String {
    joined(words, "or")
}

/// `a`, `a and b`, `a, b and c`.
pub fn all_of<S: AsRef<str>>(words: &[S]) -> String {
    joined(words, "and")
}

fn joined<S: AsRef<str>>(words: &[S], last_word: &str) -> String {
    match words {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} {last_word} {}", first.join(", "), last.as_ref())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_lists_read_well() {
        assert_eq!([number(7), number(1031), number(1_048_576)], ["7", "1,031", "1,048,576"]);
        assert_eq!([counted(1, "button"), counted(2, "button")], ["1 button", "2 buttons"]);
        assert_eq!(all_of(&["a", "b", "c"]), "a, b and c");
        assert_eq!([any_of(&["a"]), any_of(&["a", "b", "c"])], ["a", "a, b or c"]);
    }
}
