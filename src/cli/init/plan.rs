//! What is to be set up: from what was said, what is there, and what is usual.

use std::io;
use std::path::{Component, Path};

use crate::init::{Ci, Starter, starters};
use crate::rules::identity::language::meant;
use crate::text::similar::nearest;
use crate::text::wording::{all_of, any_of};

use super::args::{InitArgs, Purpose, Service, Whether};
use super::ask::Asker;
use super::surroundings::Surroundings;

/// All that was decided.
#[derive(Debug, PartialEq, Eq)]
pub struct Plan {
    /// The languages of the team; none where nobody said.
    pub languages: Vec<String>,
    /// The template to start from, and the languages it is written in.
    pub starter: Option<(&'static Starter, Vec<String>)>,
    /// Whether there is a hook.
    pub hook: bool,
    /// The service that checks the repository.
    pub ci: Option<Ci>,
}

/// What was said on the command line, as far as it can be followed.
///
/// # Errors
/// A sentence that says what can not be followed.
pub fn mistake(args: &InitArgs) -> Result<(), String> {
    languages(&args.language)?;
    if let Some(name) = &args.template {
        starter(name)?;
    }
    let inside = Path::new(&args.templates).components().all(|part| matches!(part, Component::Normal(_)));
    if !inside || args.templates.is_empty() || args.templates.contains(['\\', '\n']) {
        return Err(format!("--templates is to name a folder within the project, and `{}` does not", args.templates));
    }
    Ok(())
}

/// Decides without asking.
///
/// # Errors
/// When the languages or the category leave no template.
pub fn decide(args: &InitArgs, around: &Surroundings) -> Result<Plan, String> {
    let languages = languages(&args.language)?;
    let wanted = args.template.as_deref();
    let starter = match wanted {
        Some(name) => starter(name)?,
        None if around.has_templates => None,
        None => offered(args.category, &languages).first().copied(),
    };
    if let (Some(starter), Some(purpose)) = (starter, args.category)
        && starter.category != purpose.category()
    {
        return Err(format!("{} belongs to {}, not to {}", starter.name, starter.category, purpose.category()));
    }
    // Of a project that has templates, nobody knows yet which languages it is to have.
    let assumed = languages.is_empty() && !around.has_templates;
    let languages = if assumed { vec!["en_US".to_owned()] } else { languages };
    Ok(Plan {
        starter: starter.map(|starter| (starter, written(starter, &languages))),
        languages,
        hook: args.hook.map_or(around.is_repository, |whether| whether == Whether::Yes),
        ci: args.ci.map_or(around.ci, service),
    })
}

/// Decides with the person at the terminal.
///
/// # Errors
/// When no more answers come.
pub fn discuss(args: &InitArgs, around: &Surroundings, asker: &mut Asker<'_>) -> io::Result<Plan> {
    let languages = match languages(&args.language) {
        Ok(said) if !said.is_empty() => said,
        _ => asker.ask("In which languages do you write? Codes such as en_US, es, pt_BR:", "en_US", |answer| {
            languages(&answer.split(',').map(str::to_owned).collect::<Vec<_>>())
        })?,
    };
    let example = "There are templates here already. Add an example?";
    let starter = match args.template.as_deref().map(starter) {
        Some(said) => said.unwrap_or_default(),
        None if around.has_templates && !asker.agrees(example, false)? => None,
        None => Some(choose(args, &languages, asker)?),
    };
    let hook = match args.hook {
        Some(whether) => whether == Whether::Yes,
        None => asker.agrees("\nCheck templates before each commit, with pre-commit?", around.is_repository)?,
    };
    let ci = match args.ci {
        Some(said) => service(said),
        None => ask_for_ci(around, asker)?,
    };
    Ok(Plan { starter: starter.map(|starter| (starter, written(starter, &languages))), languages, hook, ci })
}

fn choose(args: &InitArgs, languages: &[String], asker: &mut Asker<'_>) -> io::Result<&'static Starter> {
    let purpose = match args.category {
        Some(said) => said,
        None => {
            let choices = Purpose::ALL.map(|(_, name, about)| (name, about.to_owned()));
            let chosen = asker.choose("What is your first template for?", &choices, 0)?;
            Purpose::ALL.get(chosen).map_or(Purpose::Utility, |(purpose, ..)| *purpose)
        }
    };
    let offered = offered(Some(purpose), languages);
    let about = |starter: &Starter| match missing(starter, languages).as_slice() {
        [] => starter.about().to_owned(),
        missing => format!("{} (not in {})", starter.about(), any_of(missing)),
    };
    let choices: Vec<(&str, String)> = offered.iter().map(|starter| (starter.name, about(starter))).collect();
    let chosen = asker.choose("Which template do you want to start from?", &choices, 0)?;
    offered.get(chosen).copied().ok_or_else(|| io::ErrorKind::UnexpectedEof.into())
}

fn ask_for_ci(around: &Surroundings, asker: &mut Asker<'_>) -> io::Result<Option<Ci>> {
    let usual = match around.ci {
        Some(Ci::Github) => "github",
        Some(Ci::Gitlab) => "gitlab",
        None => "none",
    };
    asker.ask("Check the repository in CI: github, gitlab or none?", usual, |answer| {
        match answer.to_lowercase().as_str() {
            "github" => Ok(Some(Ci::Github)),
            "gitlab" => Ok(Some(Ci::Gitlab)),
            "none" | "no" => Ok(None),
            _ => Err("answer with github, gitlab or none".to_owned()),
        }
    })
}

/// The templates of a category, those with all the languages and the most usual first.
fn offered(purpose: Option<Purpose>, languages: &[String]) -> Vec<&'static Starter> {
    let category = purpose.unwrap_or(Purpose::Utility).category();
    let mut offered: Vec<_> = starters().iter().filter(|starter| starter.category == category).collect();
    // Those in the most languages are those that most people look for.
    let others = |starter: &Starter| usize::MAX - starter.languages().len();
    offered
        .sort_by_key(|starter| (missing(starter, languages).len(), others(starter), starter.name != "order_shipped"));
    offered
}

fn starter(name: &str) -> Result<Option<&'static Starter>, String> {
    let name = name.trim().trim_end_matches(".yaml");
    if name == "none" {
        return Ok(None);
    }
    Starter::named(name).map(Some).ok_or_else(|| {
        let near = nearest(name, starters().iter().map(|starter| starter.name));
        let hint = near.map_or("`walint init --list` shows them".to_owned(), |near| format!("did you mean `{near}`?"));
        format!("there is no template `{name}` to start from; {hint}")
    })
}

fn service(said: Service) -> Option<Ci> {
    match said {
        Service::Github => Some(Ci::Github),
        Service::Gitlab => Some(Ci::Gitlab),
        Service::None => None,
    }
}

/// Language codes, each once.
fn languages(said: &[String]) -> Result<Vec<String>, String> {
    let mut codes: Vec<String> = Vec::new();
    for code in said.iter().map(|code| code.trim()).filter(|code| !code.is_empty()) {
        if let Err(right) = meant(code) {
            let named: Vec<String> = right.iter().map(|code| format!("`{code}`")).collect();
            let hint = if named.is_empty() { String::new() } else { format!("; did you mean {}?", any_of(&named)) };
            return Err(format!("`{code}` is not one of Meta's language codes{hint}"));
        }
        if codes.iter().all(|known| known != code) {
            codes.push(code.to_owned());
        }
    }
    Ok(codes)
}

/// The languages that a template lacks.
pub fn missing<'l>(starter: &Starter, languages: &'l [String]) -> Vec<&'l str> {
    let has = starter.languages();
    languages.iter().map(String::as_str).filter(|code| !has.contains(code)).collect()
}

/// In which of the languages a template is written; where in none of them, in its first, as a text to translate.
fn written(starter: &Starter, languages: &[String]) -> Vec<String> {
    let has = starter.languages();
    let both: Vec<String> = languages.iter().filter(|code| has.contains(&code.as_str())).cloned().collect();
    if both.is_empty() { has.first().map(ToString::to_string).into_iter().collect() } else { both }
}

/// What a person reads about languages: `English (US) and Spanish`.
pub fn named(codes: &[impl AsRef<str>]) -> String {
    let names: Vec<&str> = codes.iter().map(|code| crate::init::language_name(code.as_ref())).collect();
    all_of(&names)
}
