//! Text for people that ends up in the log of a CI job, where some lines would be taken for commands.

/// Breaks what a runner would obey: `::` at the start of a line (GitHub), and `##[` or `##vso[` anywhere (GitHub,
/// Azure). A blank is put in, so that people see the difference. Colours do not count: a stream may take them out.
pub fn guard(text: &str) -> String {
    let mut guarded = String::with_capacity(text.len() + 16);
    for line in text.split_inclusive('\n') {
        let content = visible(line);
        match content.strip_prefix("::") {
            None => guarded.push_str(line),
            Some(rest) => {
                guarded.push_str(&line[..line.len() - content.len()]);
                guarded.push_str(": :");
                guarded.push_str(rest);
            }
        }
    }
    guarded.replace("##[", "## [").replace("##vso[", "## vso[")
}

/// The line without blanks and colours in front.
fn visible(line: &str) -> &str {
    let line = line.trim_start();
    let colour =
        line.strip_prefix("\x1b[").map(|rest| rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == ';'));
    match colour.and_then(|rest| rest.strip_prefix('m')) {
        Some(rest) => visible(rest),
        None => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_a_command() {
        assert_eq!(
            guard("::error::x\n \u{3000}::a\nb ::c:: d\n x ##[stop-commands]y ##vso[a]\n"),
            ": :error::x\n \u{3000}: :a\nb ::c:: d\n x ## [stop-commands]y ## vso[a]\n"
        );
        assert_eq!(guard(""), "");
        assert_eq!(guard("\x1b[1m ::a\x1b[0m\n\x1b[1;31m\x1b[4m::b\n"), "\x1b[1m : :a\x1b[0m\n\x1b[1;31m\x1b[4m: :b\n");
    }
}
