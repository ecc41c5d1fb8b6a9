//! The conversation with the person at the terminal.

use std::io::ErrorKind;
use std::path::PathBuf;

use super::ask::Asker;
use super::plan::{Plan, discuss};
use super::surroundings::Surroundings;
use super::{InitArgs, args};
use crate::init::Ci;

fn around(has_templates: bool, ci: Option<Ci>) -> Surroundings {
    let folder = PathBuf::from("/nowhere");
    Surroundings { project: folder.clone(), root: folder, is_repository: ci.is_some(), ci, has_templates }
}

fn talk(args: &InitArgs, around: &Surroundings, answers: &str) -> (std::io::Result<Plan>, String) {
    let mut said = Vec::new();
    let mut answers = answers.as_bytes();
    let plan = discuss(args, around, &mut Asker::new(&mut answers, &mut said));
    (plan, String::from_utf8(said).unwrap())
}

fn starter(plan: &Plan) -> (&str, Vec<&str>) {
    plan.starter
        .as_ref()
        .map(|(starter, languages)| (starter.name, languages.iter().map(String::as_str).collect()))
        .unwrap_or_default()
}

#[test]
fn enter_takes_what_is_usual() {
    let (plan, said) = talk(&InitArgs::default(), &around(false, None), "\n\n\n\n\n");
    let plan = plan.unwrap();
    assert_eq!(starter(&plan), ("order_shipped", vec!["en_US"]));
    assert_eq!((plan.hook, plan.ci), (false, None), "{said}");
    let (plan, _) = talk(&InitArgs::default(), &around(false, Some(Ci::Github)), "\n\n\n\n\n");
    assert_eq!(plan.map(|plan| (plan.hook, plan.ci)).unwrap(), (true, Some(Ci::Github)));
}

#[test]
fn answers_are_numbers_or_names() {
    let (plan, said) = talk(&InitArgs::default(), &around(false, None), "es, en_US\nmarketing\n2\ny\nGitLab\n");
    let plan = plan.unwrap();
    assert_eq!(plan.languages, ["es", "en_US"]);
    assert!(said.contains(" 2  limited_time_offer "), "{said}");
    assert_eq!(starter(&plan), ("limited_time_offer", vec!["es", "en_US"]));
    assert_eq!((plan.hook, plan.ci), (true, Some(Ci::Gitlab)));
}

#[test]
fn an_answer_that_can_not_be_read_is_asked_for_again() {
    let (plan, said) =
        talk(&InitArgs::default(), &around(false, None), "en-US\nen_US\n7\n3\n0\n1\nmaybe\nno\nx\nnone\n");
    assert_eq!(starter(&plan.unwrap()).0, "login_code");
    for hint in ["did you mean `en_US`?", "from 1 to 3", "yes or no", "github, gitlab or none\n"] {
        assert!(said.contains(hint), "{hint}: {said}");
    }
    let (_, said) = talk(&InitArgs::default(), &around(false, None), "\u{1b}[31m\n");
    assert!(!said.contains('\u{1b}'), "{said}");
}

#[test]
fn what_was_said_is_not_asked() {
    let said = InitArgs {
        language: vec!["de".to_owned()],
        template: Some("refund_issued".to_owned()),
        hook: Some(args::Whether::No),
        ci: Some(args::Service::None),
        ..InitArgs::default()
    };
    let (plan, asked) = talk(&said, &around(false, None), "");
    assert_eq!((starter(&plan.unwrap()), asked.as_str()), (("refund_issued", vec!["de"]), ""));
}

#[test]
fn a_template_that_has_all_the_languages_is_the_usual_choice() {
    let (plan, said) = talk(&InitArgs::default(), &around(false, None), "id\nutility\n\n\n\n");
    assert_eq!(starter(&plan.unwrap()).1, ["id"], "{said}");
    assert!(said.contains("(not in id)"), "{said}");
}

#[test]
fn templates_that_are_there_need_no_example() {
    let (plan, said) = talk(&InitArgs::default(), &around(true, None), "\n\n\n\n");
    assert_eq!(plan.unwrap().starter, None, "{said}");
}

#[test]
fn without_an_answer_there_is_no_plan() {
    let (plan, _) = talk(&InitArgs::default(), &around(false, None), "es\n");
    assert_eq!(plan.unwrap_err().kind(), ErrorKind::UnexpectedEof);
}
