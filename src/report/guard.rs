//! Text for people that ends up in the log of a CI job, where some lines would be taken for commands.

/// Breaks what a runner would obey: `::` at the start of a line (GitHub), and `##[` or `##vso[` anywhere (GitHub,
/// Azure). A blank is put in, so that people see the difference.
pub fn guard(text: &str) -> String {
    let mut guarded = String::with_capacity(text.len() + 16);
    for line in text.split_inclusive('\n') {
        let content = line.trim_start();
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
    }
}
