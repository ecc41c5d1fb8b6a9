//! A text in another language than the one it is filed under.

use super::shared::{declared, main_place, quoted, share, write_or_refile};
use crate::language::Verdict;
use crate::rules::prelude::*;

/// `language/wrong-language`
pub struct WrongLanguage;

impl Rule for WrongLanguage {
    fn variant(&self, _variant: &Variant, _template: &Template, cx: &mut Context<'_>) {
        let Some(reading) = cx.reading() else { return };
        let Verdict::Foreign { names, codes, romanised, words, against } = &reading.verdict else { return };
        let Some((place, component)) = main_place(&reading, cx) else { return };
        let wrong_letters = !reading.declared.scripts.contains(&reading.letters.0);
        let what = names.join(" or ");
        let what = if *romanised { format!("{what} in Latin letters") } else { what };
        let evidence = match (words.is_empty(), wrong_letters) {
            (true, _) => share(&reading),
            (false, true) => format!("{}, with words such as {}", share(&reading), quoted(words)),
            (false, false) if *against == 0 => format!("it has words such as {}", quoted(words)),
            (false, false) => {
                let against = if *against == 1 { "1 says".to_owned() } else { format!("{against} say") };
                format!("{} words say so, such as {}, and {against} otherwise", words.len(), quoted(words))
            }
        };
        let message = format!("the text is filed under {} and reads as {what}: {evidence}", declared(&reading));
        let confidence = if wrong_letters || words.len() > 4 { Confidence::High } else { Confidence::Medium };
        cx.report(place, message).confidence(confidence).component(component).help(write_or_refile(&reading, codes));
    }
}
