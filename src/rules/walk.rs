//! One walk over the model drives all rules.

use std::time::Duration;

use crate::caught::caught;
use crate::finding::{FileId, Finding, Outcome, Severity};
use crate::observe::Observer;
use crate::rules::roster::{LEVELS, Level, Roster};
use crate::rules::{Context, Entry, File, Files, Surroundings};
use crate::suppress::Ignore;
use crate::template::{Body, Buttons, Header, Surface, Template, Text, Variant};

/// A rule that failed by itself, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The rule's id.
    pub rule: &'static str,
    /// What it said.
    pub message: String,
}

/// What rules found, and those that failed.
pub type Told = (Vec<Finding>, Vec<Failure>);

/// Checks one file with every rule but those that look at several.
pub fn check_file(file: &File, rules: &Roster, surroundings: Surroundings<'_>) -> Told {
    told(Files::new(&[file]), file.id, rules, surroundings, |walk, cx| {
        walk.each(Level::File, cx, |entry, cx| entry.rule.file(file, cx));
        for template in &file.content().templates {
            walk.template(template, cx);
        }
    })
}

/// Checks files that have to do with each other, or one that has to do with no other.
pub fn check_group(files: Files<'_>, rules: &Roster, surroundings: Surroundings<'_>) -> Told {
    told(files, FileId::default(), rules, surroundings, |walk, cx| {
        walk.each(Level::Group, cx, |entry, cx| entry.rule.group(files, cx));
    })
}

/// Checks what can only be seen over all files together.
pub fn check_run(files: Files<'_>, rules: &Roster, surroundings: Surroundings<'_>) -> Told {
    told(files, FileId::default(), rules, surroundings, |walk, cx| {
        walk.each(Level::Run, cx, |entry, cx| entry.rule.run(files, cx));
    })
}

/// Checks the comments for walint in a file, after they have silenced what all others say.
pub fn check_comments(file: &File, ignores: &[Ignore], rules: &Roster, surroundings: Surroundings<'_>) -> Told {
    told(Files::new(&[file]), file.id, rules, surroundings, |walk, cx| {
        walk.each(Level::Comments, cx, |entry, cx| entry.rule.comments(ignores, cx));
    })
}

/// What the rules say on a walk.
fn told<'r>(
    files: Files<'r>,
    file: FileId,
    rules: &Roster,
    surroundings: Surroundings<'r>,
    go: impl FnOnce(&mut Walk<'_>, &mut Context<'r>),
) -> Told {
    let mut failures = Vec::new();
    let mut cx = Context::new(files, file, surroundings);
    let mut walk = Walk::new(rules, &mut failures, surroundings.observer);
    go(&mut walk, &mut cx);
    walk.tell_times();
    (cx.findings, failures)
}

struct Walk<'w> {
    rules: &'w Roster,
    failures: &'w mut Vec<Failure>,
    observer: &'w dyn Observer,
    /// What each rule took so far; empty where nobody asks.
    times: Vec<(&'static str, Duration)>,
    /// Whether Meta has approved the template the walk is in.
    approved: bool,
    /// By level, the rules that look at it, each with its place among all; nothing before the first look.
    looking: [Option<Vec<(usize, &'w Entry)>>; LEVELS],
}

impl<'w> Walk<'w> {
    fn new(rules: &'w Roster, failures: &'w mut Vec<Failure>, observer: &'w dyn Observer) -> Self {
        let times = || rules.entries().map(|entry| (entry.metadata.id, Duration::ZERO)).collect();
        let times = observer.clock().map_or_else(Vec::new, |_| times());
        Self { rules, failures, observer, times, approved: false, looking: Default::default() }
    }

    /// Adds the time since the last look at the clock to that of a rule.
    fn count(&mut self, rule: usize, last: &mut Option<Duration>) {
        let Some((_, time)) = self.times.get_mut(rule) else { return };
        let now = self.observer.clock();
        if let (Some(start), Some(end)) = (*last, now) {
            *time += end.saturating_sub(start);
        }
        *last = now;
    }

    fn tell_times(&self) {
        if !self.times.is_empty() {
            self.observer.spent_in_rules(&self.times);
        }
    }

    /// Lets every rule of a level have a look.
    fn each<'r>(&mut self, level: Level, cx: &mut Context<'r>, mut look: impl FnMut(&Entry, &mut Context<'r>)) {
        let mut last = if self.times.is_empty() { None } else { self.observer.clock() };
        let looking = self.looking[level as usize].take();
        let mut looking = looking.unwrap_or_else(|| self.rules.looking_at(level).collect());
        // Who shows to have no look of its own at this level is asked for the last time.
        looking.retain(|(at, entry)| {
            self.ask(entry, cx, &mut look);
            self.count(*at, &mut last);
            let looks = !std::mem::take(&mut cx.left_out);
            if !looks {
                self.rules.leave_out(*at, level);
            }
            looks
        });
        self.looking[level as usize] = Some(looking);
    }

    /// Lets a rule have a look. One that panics is told, and the others go on.
    fn ask<'r>(&mut self, entry: &Entry, cx: &mut Context<'r>, look: &mut impl FnMut(&Entry, &mut Context<'r>)) {
        let before = cx.findings.len();
        cx.rule = Some(entry.metadata);
        if let Err(message) = caught(|| look(entry, cx)) {
            self.failures.push(Failure { rule: entry.metadata.id, message });
        }
        if self.approved {
            cx.findings[before..].iter_mut().for_each(soften_for_approved);
        }
    }

    fn template<'r>(&mut self, template: &'r Template, cx: &mut Context<'r>) {
        cx.enter(Some(template));
        self.approved = template.is_approved();
        self.each(Level::Template, cx, |entry, cx| entry.rule.template(template, cx));
        for variant in &template.variants {
            self.variant(variant, template, cx);
        }
        cx.enter(None);
        self.approved = false;
    }

    fn variant<'r>(&mut self, variant: &'r Variant, template: &'r Template, cx: &mut Context<'r>) {
        cx.variant = Some(variant);
        self.each(Level::Variant, cx, |entry, cx| entry.rule.variant(variant, template, cx));
        if let Some(header) = &variant.header {
            self.header(header, cx);
        }
        if let Some(body) = &variant.body {
            self.body(body, Surface::Body, cx);
        }
        if let Some(text) = variant.footer.as_ref().and_then(|footer| footer.text.as_ref()) {
            self.text(text, Surface::Footer, cx);
        }
        if let Some(text) = variant.offer.as_ref().and_then(|offer| offer.text.as_ref()) {
            self.text(text, Surface::Offer, cx);
        }
        if let Some(buttons) = &variant.buttons {
            self.buttons(buttons, cx);
        }
        for card in variant.carousel.iter().flat_map(|carousel| &carousel.cards) {
            if let Some(header) = &card.header {
                self.header(header, cx);
            }
            if let Some(body) = &card.body {
                self.body(body, Surface::CardBody, cx);
            }
            if let Some(buttons) = &card.buttons {
                self.buttons(buttons, cx);
            }
        }
        cx.component = None;
        cx.variant = None;
    }

    fn header<'r>(&mut self, header: &'r Header, cx: &mut Context<'r>) {
        if let Some(text) = &header.text {
            self.text(text, Surface::Header, cx);
        }
    }

    fn body<'r>(&mut self, body: &'r Body, surface: Surface, cx: &mut Context<'r>) {
        if let Some(text) = &body.text {
            self.text(text, surface, cx);
        }
    }

    fn buttons<'r>(&mut self, buttons: &'r Buttons, cx: &mut Context<'r>) {
        cx.component = Some("buttons");
        self.each(Level::Buttons, cx, |entry, cx| entry.rule.buttons(&buttons.list, cx));
        for button in &buttons.list {
            cx.button = Some(button);
            cx.component = Some("buttons");
            self.each(Level::Button, cx, |entry, cx| entry.rule.button(button, cx));
            for (text, surface) in [(&button.label, Surface::Label), (&button.url, Surface::Url)] {
                if let Some(text) = text {
                    self.text(text, surface, cx);
                }
            }
            cx.button = None;
        }
    }

    fn text<'r>(&mut self, text: &'r Text, surface: Surface, cx: &mut Context<'r>) {
        cx.component = Some(surface.component());
        self.each(Level::Text, cx, |entry, cx| entry.rule.text(text, surface, cx));
        cx.component = None;
    }
}

/// What Meta has already approved would only be refused if it were submitted again.
fn soften_for_approved(finding: &mut Finding) {
    let refused = matches!(finding.outcome, Outcome::ApiRejection | Outcome::ReviewRejection);
    if refused && finding.severity == Severity::Error {
        finding.severity = Severity::Warning;
        finding.message.push_str(" (Meta has approved this template; it would be refused if submitted today)");
    }
}
