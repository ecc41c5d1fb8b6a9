//! The rules over several files, for all files of a run.
//!
//! Every file is asked about alone while it is in hand. Nearly always that is all: only files that share a name or a
//! text are understood once more, and asked about together.

use rayon::prelude::*;

use crate::check::Looked;
use crate::observe::timed;
use crate::rules::{self, File, Files, Roster, Surroundings, Told};

/// What the rules over several files say about one by itself.
pub fn alone(file: &File, rules: &Roster, surroundings: Surroundings<'_>) -> Told {
    if file.outline.is_empty() { Told::default() } else { ask(Files::new(&[file]), rules, surroundings) }
}

/// Asks about those together that have to do with each other, in place of what was found about each of them alone.
pub fn together(looked: &mut [Looked], rules: &Roster, surroundings: Surroundings<'_>) {
    let complete = looked.iter().all(|looked| looked.file.complete);
    let first = rules::groups(looked.iter().map(|looked| &looked.file.outline));
    let group = |looked: &Looked| first[looked.file.id.0 as usize];
    looked.sort_unstable_by_key(|looked| (group(looked), looked.file.id));
    let groups = looked.chunk_by_mut(|one, next| group(one) == group(next));
    // Where files could not be read to their end, there may be more of a group than was seen, and less can be said.
    let again: Vec<&mut [Looked]> = groups.filter(|group| group.len() > 1 || !complete).collect();
    again.into_par_iter().for_each(|group| ask_again(group, complete, rules, surroundings));
    looked.sort_unstable_by_key(|looked| looked.file.id);
}

fn ask_again(group: &mut [Looked], complete: bool, rules: &Roster, surroundings: Surroundings<'_>) {
    // What nothing was said about when all was taken to be known, nothing is said about now.
    if let [Looked { alone: (found, failed), .. }] = group
        && found.is_empty()
        && failed.is_empty()
    {
        return;
    }
    let files: Vec<&File> = group.iter().map(|looked| &looked.file).collect();
    timed(surroundings.observer, "understanding the files", || {
        files.iter().for_each(|file| {
            file.content();
        });
    });
    let told = ask(Files::some(&files, complete), rules, surroundings);
    for looked in group.iter_mut() {
        looked.file.forget();
        looked.alone = Told::default();
    }
    if let Some(first) = group.first_mut() {
        first.alone = told;
    }
}

fn ask(files: Files<'_>, rules: &Roster, surroundings: Surroundings<'_>) -> Told {
    timed(surroundings.observer, "the rules over all files", || rules::check_group(files, rules, surroundings))
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use rayon::ThreadPoolBuilder;

    use super::*;
    use crate::config::Config;
    use crate::finding::FileId;
    use crate::media::Shelf;
    use crate::observe::Unobserved;
    use crate::rules::{Context, Entry, Rule};
    use crate::{Finding, Report, Settings, Source, check};

    const HELLO: &str = "Hello Ana, your order is on its way to you.";
    const HOLA: &str = "Hola Ana, tu pedido ya va de camino a tu casa.";

    fn template(path: &str, name: &str, language: &str, body: &str) -> (String, String) {
        let text = format!("name: {name}\ncategory: UTILITY\nvariants:\n  {language}:\n    body: {body}\n");
        (path.to_owned(), text)
    }

    fn sources(files: &[(String, String)]) -> Vec<Source> {
        files.iter().map(|(path, text)| Source::new(path, text.clone().into())).collect()
    }

    /// Notes which files it is asked about.
    struct Notes(Mutex<Vec<Vec<u32>>>);

    impl Rule for Notes {
        fn group(&self, files: Files<'_>, _: &mut Context<'_>) {
            self.0.lock().unwrap().push(files.iter().map(|file| file.id.0).collect());
        }
    }

    /// Which files rules were asked about, sorted.
    fn asked(files: &[(String, String)]) -> (Vec<Vec<u32>>, Report) {
        let notes: &Notes = Box::leak(Box::new(Notes(Mutex::default())));
        let extra = vec![Entry { metadata: rules::all()[0].metadata, rule: notes }];
        let report = check(sources(files), &Settings { extra, ..Settings::default() });
        let mut asked = notes.0.lock().unwrap().clone();
        asked.sort();
        (asked, report)
    }

    #[test]
    fn only_files_that_share_something_are_looked_at_again_and_together() {
        let files = [
            template("a.yaml", "one", "en", HELLO),
            template("b.yaml", "two", "en", "Your table is booked for tonight, see you."),
            template("c.yaml", "one", "es", HOLA),
            template("d.yaml", "three", "en", "Hello  Ana, your order\n      is on its way to you."),
            ("e.yaml".to_owned(), "something: else\n".to_owned()),
        ];
        let (asked, report) = asked(&files);
        assert_eq!(asked, [vec![0], vec![0, 2, 3], vec![1], vec![2], vec![3]]);
        assert!(report.files.iter().all(File::is_forgotten));
        assert_eq!((report.summary().templates, report.summary().variants), (4, 4));
        assert!(report.files.iter().all(File::is_forgotten), "who counts does not understand anything again");
        let twins: Vec<u32> = of("policy/duplicate-content", &report.findings).map(|one| one.place.file.0).collect();
        assert_eq!(twins, [3]);
    }

    fn of<'f>(rule: &str, findings: &'f [Finding]) -> impl Iterator<Item = &'f Finding> {
        findings.iter().filter(move |finding| finding.rule.id == rule)
    }

    #[test]
    fn what_was_missing_from_a_file_alone_may_stand_in_another() {
        let config = Config::read(&Source::new("walint.yaml", "languages: {required: [en, es]}".into())).unwrap();
        let settings = Settings { config, ..Settings::default() };
        let missing = |files: &[(String, String)]| -> Vec<u32> {
            let report = check(sources(files), &settings);
            of("variants/language-missing", &report.findings).map(|one| one.place.file.0).collect()
        };
        let mut files = vec![
            template("a.yaml", "one", "en", HELLO),
            template("b.yaml", "one", "es", HOLA),
            template("c.yaml", "two", "en", "Your table is booked for tonight, see you."),
        ];
        assert_eq!(missing(&files), [2]);
        files.push(("d.yaml".to_owned(), "name: [not closed\n".to_owned()));
        assert!(missing(&files).is_empty(), "the other language may stand in what could not be read");
    }

    /// A few names, languages and texts in a few folders, so that nearly every file has to do with some other.
    fn crowd(seed: usize) -> Vec<(String, String)> {
        let one = |index: usize| {
            let pick = |step: usize, of: usize| (seed * 31 + index * step) / 7 % of;
            let path = format!("{}{index}.yaml", ["", "en/", "shop/", "shop/es/"][pick(5, 4)]);
            let name = [format!("n{}", pick(11, 9)), format!("alone_{index}")][pick(3, 2)].clone();
            let body = format!("{} {}", [HELLO, HOLA][pick(13, 2)], pick(17, 6));
            template(&path, &name, ["en", "es", "de"][pick(19, 3)], &body)
        };
        let mut files: Vec<_> = (0..40).map(one).collect();
        if seed % 3 == 2 {
            files.push(("broken.yaml".to_owned(), "name: [not closed\n".to_owned()));
        }
        files
    }

    fn in_words(mut findings: Vec<Finding>) -> Vec<String> {
        findings.sort_by_key(|finding| (finding.place, finding.rule.id));
        findings.iter().map(|finding| format!("{finding:?}")).collect()
    }

    #[test]
    fn the_same_is_found_as_if_all_files_were_one_group() {
        let config = Config::read(&Source::new("walint.yaml", "languages: {required: [en, es]}".into())).unwrap();
        let (shelf, rules) = (Shelf::new(None), Roster::new(rules::all().to_vec()));
        let surroundings = Surroundings { config: &config, shelf: &shelf, observer: &Unobserved };
        for seed in 0..6 {
            let mut files = crowd(seed);
            for _ in 0..3 {
                files.rotate_left(13);
                let read = |(id, source)| File::read(FileId(id), source, true);
                let whole: Vec<File> = (0..).zip(sources(&files)).map(read).collect();
                let list: Vec<&File> = whole.iter().collect();
                let expected = in_words(rules::check_group(Files::new(&list), &rules, surroundings).0);
                assert!(expected.len() > 10, "{expected:?}");
                for threads in [1, 2, 8] {
                    let mut looked: Vec<Looked> = (0..)
                        .zip(sources(&files))
                        .map(|(id, source)| Looked::at(FileId(id), source, true, &rules, surroundings))
                        .collect();
                    looked.iter_mut().for_each(|looked| looked.file.forget());
                    let pool = ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
                    pool.install(|| together(&mut looked, &rules, surroundings));
                    assert!(looked.iter().enumerate().all(|(at, looked)| looked.file.id.0 as usize == at));
                    assert!(looked.iter().all(|looked| looked.file.is_forgotten()), "one group after another");
                    let found = looked.into_iter().flat_map(|looked| looked.alone.0).collect();
                    assert_eq!(in_words(found), expected, "seed {seed}, {threads} threads");
                }
            }
        }
    }
}
