//! JUnit's XML: a suite for each file, a test for each finding.

use std::io;

use crate::check::{FileStatus, Report};
use crate::finding::{Finding, Severity, extent};
use crate::input::Source;
use crate::report::{Paths, human, words, xml::escape};

/// A suite of tests.
#[derive(Default)]
struct Suite {
    name: String,
    cases: Vec<String>,
    failures: usize,
    errors: usize,
}

/// Writes all files. What `fails` says decides which findings are failures; the others are tests that pass and have
/// something to say. What could not be checked is an error.
///
/// # Errors
/// What the writer says.
pub fn write_junit(
    report: &Report,
    paths: &Paths,
    fails: &dyn Fn(Severity) -> bool,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let files = report.files.iter().filter(|file| report.status(file) != FileStatus::Other);
    let mut suites: Vec<Suite> = files
        .map(|file| {
            let mut suite = Suite { name: paths.name(file.source.path()), ..Suite::default() };
            for finding in words::of_file(report, file.id) {
                suite.finding(&file.source, finding, fails(finding.severity));
            }
            if report.status(file) == FileStatus::Unchecked {
                suite.error("the file can be checked", "the file could not be checked, or not wholly");
            }
            suite
        })
        .collect();
    suites.extend(over_the_run(report));
    writeln!(
        out,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <testsuites name=\"walint\" tests=\"{}\" failures=\"{}\" errors=\"{}\">",
        suites.iter().map(Suite::tests).sum::<usize>(),
        suites.iter().map(|suite| suite.failures).sum::<usize>(),
        suites.iter().map(|suite| suite.errors).sum::<usize>(),
    )?;
    for suite in &suites {
        suite.write(out)?;
    }
    writeln!(out, "</testsuites>")
}

/// Rules that failed by themselves and have no file to be told under.
fn over_the_run(report: &Report) -> Option<Suite> {
    let mut suite = Suite { name: "walint".to_owned(), ..Suite::default() };
    for (_, failure) in report.failures.iter().filter(|(file, _)| file.is_none()) {
        suite.error(failure.rule, &failure.message);
    }
    (suite.errors > 0).then_some(suite)
}

impl Suite {
    /// A suite without findings is one test that passes: a reader should see that the file was looked at.
    fn tests(&self) -> usize {
        self.cases.len().max(1)
    }

    fn finding(&mut self, source: &Source, finding: &Finding, fails: bool) {
        let start = extent(source, finding.place.span).start;
        let place = format!("{}:{}:{}{}", self.name, start.line, start.column, human::whose(finding));
        // With the place, because servers take tests of one name for one test.
        let name = format!("{} {}:{}{}", finding.rule.id, start.line, start.column, human::whose(finding));
        let severity = finding.severity.name();
        let text = [
            format!("{place}: {severity}"),
            words::sentences(finding),
            finding.meta.map(|code| format!("Meta: {code}")).unwrap_or_default(),
            format!("More: walint explain {}", finding.rule.id),
        ];
        let text: Vec<String> = text.iter().filter(|line| !line.is_empty()).map(|line| escape(line)).collect();
        let text = text.join("\n");
        let outcome = if fails {
            self.failures += 1;
            format!("<failure type=\"{severity}\" message=\"{}\">{text}</failure>", escape(&finding.message))
        } else {
            format!("<system-out>{text}</system-out>")
        };
        self.case(&name, &outcome);
    }

    fn error(&mut self, name: &str, message: &str) {
        self.errors += 1;
        self.case(name, &format!("<error type=\"unchecked\" message=\"{}\"/>", escape(message)));
    }

    fn case(&mut self, name: &str, outcome: &str) {
        let (name, class) = (escape(name), escape(&self.name));
        self.cases.push(format!("<testcase name=\"{name}\" classname=\"{class}\" time=\"0\">{outcome}</testcase>"));
    }

    fn write(&self, out: &mut dyn io::Write) -> io::Result<()> {
        let name = escape(&self.name);
        writeln!(
            out,
            "  <testsuite name=\"{name}\" file=\"{name}\" tests=\"{}\" failures=\"{}\" errors=\"{}\" skipped=\"0\" time=\"0\">",
            self.tests(),
            self.failures,
            self.errors
        )?;
        for case in &self.cases {
            writeln!(out, "    {case}")?;
        }
        if self.cases.is_empty() {
            writeln!(out, "    <testcase name=\"no findings\" classname=\"{name}\" time=\"0\"/>")?;
        }
        writeln!(out, "  </testsuite>")
    }
}
