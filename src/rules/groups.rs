//! Which files have to do with each other: those that share a name or a text, directly or by way of others.

use crate::rules::Outline;

/// For every file the first one of its group, which is itself where it is alone.
pub(crate) fn groups<'f>(outlines: impl ExactSizeIterator<Item = &'f Outline>) -> Vec<usize> {
    let mut groups = Groups { before: (0..outlines.len()).collect() };
    let mut ties: Vec<(u64, usize)> =
        outlines.enumerate().flat_map(|(file, outline)| outline.ties().map(move |tie| (tie, file))).collect();
    ties.sort_unstable();
    for pair in ties.windows(2).filter(|pair| pair[0].0 == pair[1].0) {
        groups.join(pair[0].1, pair[1].1);
    }
    (0..groups.before.len()).map(|file| groups.first(file)).collect()
}

struct Groups {
    /// For every file one of its group that is not behind it; itself where it is the first.
    before: Vec<usize>,
}

impl Groups {
    fn first(&mut self, mut file: usize) -> usize {
        while self.before[file] != file {
            // The way is halved for who comes next.
            self.before[file] = self.before[self.before[file]];
            file = self.before[file];
        }
        file
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.first(one), self.first(other));
        self.before[one.max(other)] = one.min(other);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::FileId;
    use crate::input::Source;
    use crate::rules::File;

    fn outline(name: &str, body: &str) -> Outline {
        let text =
            format!("{{name: {name}, language: en, category: UTILITY, components: [{{type: BODY, text: {body}}}]}}");
        File::read(FileId(0), Source::new("a.yaml", text.into()), true).outline
    }

    #[test]
    fn a_name_or_a_text_is_enough_and_others_may_stand_between() {
        let outlines = [
            outline("one", "Your order is here"),
            outline("two", "Something else"),
            outline("three", "Your  order is here"),
            outline("four", "All the rest"),
            outline(" three ", "Nobody else says that"),
            outline("five", "Something else"),
        ];
        assert_eq!(groups(outlines.iter()), [0, 1, 0, 3, 0, 1]);
        assert_eq!(groups(outlines.iter().rev().collect::<Vec<_>>().into_iter()), [0, 1, 2, 1, 0, 1]);
    }

    #[test]
    fn a_group_is_known_by_its_first_file_in_whatever_order_it_is_joined() {
        for between in 0..9 {
            let (name, text) = (format!("name_{between}"), format!("Text {between}"));
            let outlines = [outline(&name, "Hello"), outline("other", &text), outline(&name, &text)];
            assert_eq!(groups(outlines.iter()), [0, 0, 0]);
        }
    }

    #[test]
    fn a_name_is_not_a_text() {
        let outlines = [outline("hello", "goodbye"), outline("goodbye", "hello")];
        assert_eq!(groups(outlines.iter()), [0, 1]);
    }
}
