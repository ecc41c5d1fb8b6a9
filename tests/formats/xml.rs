//! JUnit's XML, held against its schema, and Checkstyle's.

use std::collections::{BTreeMap, BTreeSet};

use roxmltree::{Document, Node};
use walint::{Report, Severity};

use super::{all_that_is_wrong, all_that_means_harm, report_on, schema, written};

/// What an XSD says about one element.
#[derive(Default)]
struct Element {
    children: BTreeSet<String>,
    attributes: BTreeSet<String>,
    required: BTreeSet<String>,
    text: bool,
}

/// The elements of an XSD that is as plain as JUnit's: all of them global, all attributes written out.
fn elements(xsd: &str) -> BTreeMap<String, Element> {
    let document = Document::parse(xsd).unwrap();
    let globals = document.root_element().children().filter(|node| node.tag_name().name() == "element");
    let element = |node: Node<'_, '_>| {
        let mut element = Element { text: node.attribute("type") == Some("xs:string"), ..Element::default() };
        for part in node.descendants() {
            match part.tag_name().name() {
                "element" => element.children.extend(part.attribute("ref").map(str::to_owned)),
                "attribute" => {
                    let name = part.attribute("name").unwrap().to_owned();
                    if part.attribute("use") == Some("required") {
                        element.required.insert(name.clone());
                    }
                    element.attributes.insert(name);
                }
                "complexType" => element.text |= part.attribute("mixed") == Some("true"),
                _ => {}
            }
        }
        (node.attribute("name").unwrap().to_owned(), element)
    };
    globals.map(element).collect()
}

fn mistakes(xsd: &BTreeMap<String, Element>, document: &Document<'_>) -> Vec<String> {
    let mut mistakes = Vec::new();
    for node in document.descendants().filter(Node::is_element) {
        let name = node.tag_name().name();
        let Some(known) = xsd.get(name) else {
            mistakes.push(format!("<{name}> is unknown"));
            continue;
        };
        let attributes: BTreeSet<String> = node.attributes().map(|attribute| attribute.name().to_owned()).collect();
        mistakes.extend(attributes.difference(&known.attributes).map(|more| format!("<{name} {more}> is unknown")));
        mistakes.extend(known.required.difference(&attributes).map(|less| format!("<{name}> lacks {less}")));
        for child in node.children() {
            if child.is_element() && !known.children.contains(child.tag_name().name()) {
                mistakes.push(format!("<{}> in <{name}>", child.tag_name().name()));
            }
            if child.is_text() && !known.text && !child.text().unwrap().trim().is_empty() {
                mistakes.push(format!("text in <{name}>"));
            }
        }
    }
    mistakes
}

fn with_junit(report: &Report, look: impl Fn(Node<'_, '_>)) {
    let text = written(report, "junit");
    let document = Document::parse(&text).unwrap();
    let mistakes = mistakes(&elements(&schema("junit-10.xsd")), &document);
    assert!(mistakes.is_empty(), "{}", mistakes.join("\n"));
    look(document.root_element());
}

fn number(node: Node<'_, '_>, attribute: &str) -> usize {
    node.attribute(attribute).unwrap().parse().unwrap()
}

fn count(node: Node<'_, '_>, name: &str) -> usize {
    node.descendants().filter(|node| node.tag_name().name() == name).count()
}

#[test]
fn the_schema_of_junit_refuses_what_is_wrong() {
    let xsd = elements(&schema("junit-10.xsd"));
    let wrong =
        Document::parse("<testsuites><testsuite name='a'>x<testcase line='1'/></testsuite></testsuites>").unwrap();
    assert_eq!(mistakes(&xsd, &wrong).len(), 6, "{:?}", mistakes(&xsd, &wrong));
}

#[test]
fn junit_counts_what_it_holds_and_no_two_tests_have_one_name() {
    for report in [all_that_is_wrong(), all_that_means_harm()] {
        let errors = report.findings.iter().filter(|finding| finding.severity == Severity::Error).count();
        with_junit(&report, |root| {
            assert_eq!(number(root, "failures"), errors);
            assert_eq!(number(root, "errors"), report.summary().unchecked);
            for node in root.children().filter(Node::is_element).chain([root]) {
                assert_eq!(number(node, "tests"), count(node, "testcase"));
                assert_eq!(number(node, "failures"), count(node, "failure"));
                assert_eq!(number(node, "errors"), count(node, "error"));
            }
            let mut names = BTreeSet::new();
            for case in root.descendants().filter(|node| node.tag_name().name() == "testcase") {
                assert!(names.insert((case.attribute("classname"), case.attribute("name"))), "{case:?}");
            }
        });
    }
}

#[test]
fn junit_shows_a_clean_file_as_a_test_that_passes() {
    let clean = include_bytes!("../../templates/utility/order_shipped.yaml");
    with_junit(&report_on(&[("a.yaml", clean)]), |root| {
        assert_eq!((number(root, "tests"), number(root, "failures"), number(root, "errors")), (1, 0, 0));
    });
}

#[test]
fn checkstyle_holds_every_finding_below_its_file() {
    for report in [all_that_is_wrong(), all_that_means_harm()] {
        let text = written(&report, "checkstyle");
        let document = Document::parse(&text).unwrap();
        assert_eq!(document.root_element().tag_name().name(), "checkstyle");
        let mut findings = report.findings.iter();
        for error in document.descendants().filter(|node| node.tag_name().name() == "error") {
            let finding = findings.next().unwrap();
            let path = walint::finding::sanitize(report.source(finding.place.file).unwrap().path()).into_owned();
            assert_eq!(error.parent().unwrap().attribute("name").unwrap(), path.replace('\u{FFFF}', "\u{FFFD}"));
            let severity = finding.severity.name().replace("note", "info");
            assert_eq!(error.attribute("severity"), Some(&*severity));
            assert_eq!(error.attribute("source"), Some(&*format!("walint.{}", finding.rule.id)));
            assert!(number(error, "line") >= 1 && number(error, "column") >= 1);
            assert!(!error.attribute("message").unwrap().is_empty());
        }
        assert!(findings.next().is_none());
    }
}
