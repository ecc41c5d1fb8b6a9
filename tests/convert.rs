//! There and back between the two forms is the identity, in any mixture of texts, shapes and unknown keys.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "convert/templates.rs"]
mod templates;

use proptest::prelude::*;
use serde_json::Value;
use walint::convert::{Node, in_one, read, reads_back, to_authoring, to_graph, write_json, write_yaml};
use walint::finding::FileId;
use walint::input::Source;
use walint::rules::File;
use walint::template::{Buttons, Example, Header, Template, Text, Variant};

fn file(name: &str, text: &str) -> File {
    File::read(FileId::default(), Source::new(name, text.as_bytes().to_vec()), true)
}

fn graph(file: &File) -> (Vec<Node>, String) {
    let written = read(file).unwrap();
    let requests: Vec<Node> = written.iter().flat_map(|template| to_graph(template).unwrap()).collect();
    let mut out = Vec::new();
    write_json(&in_one(requests.clone()).unwrap(), &mut out);
    (requests, String::from_utf8(out).unwrap())
}

fn authoring(file: &File) -> (Vec<Node>, String) {
    let nodes = to_authoring(&read(file).unwrap()).unwrap();
    let mut out = Vec::new();
    write_yaml(&nodes, &mut out);
    (nodes, String::from_utf8(out).unwrap())
}

/// What the rules see of the templates, without places.
fn model(file: &File) -> Vec<String> {
    let mut seen: Vec<String> = file
        .content()
        .templates
        .iter()
        .flat_map(|template| template.variants.iter().map(move |variant| seen(template, variant)))
        .collect();
    seen.sort();
    seen
}

fn seen(template: &Template, variant: &Variant) -> String {
    let leaf = |leaf: &Option<walint::template::Leaf>| leaf.as_ref().map(|leaf| leaf.value.to_string());
    let cards = variant.carousel.iter().flat_map(|carousel| &carousel.cards).map(|card| {
        let body = card.body.as_ref().map(|body| (text(&body.text), example(&body.example)));
        format!("{:?} {body:?} {:?}", header(&card.header), buttons(&card.buttons))
    });
    let body = variant.body.as_ref().map(|body| (text(&body.text), example(&body.example)));
    format!(
        "{:?} {:?} {:?} {:?} | {:?} | {body:?} | {:?} | {:?} | {:?} | {:?} | {}",
        leaf(&template.name),
        leaf(&template.category),
        leaf(&template.parameter_format),
        leaf(&variant.language),
        header(&variant.header),
        variant.footer.as_ref().map(|footer| text(&footer.text)),
        buttons(&variant.buttons),
        cards.collect::<Vec<_>>(),
        variant.offer.as_ref().map(|offer| text(&offer.text)),
        variant.call_permission_request.is_some(),
    )
}

fn text(text: &Option<Text>) -> Option<String> {
    text.as_ref().map(|text| text.value().to_owned())
}

fn example(example: &Option<Example>) -> Option<Vec<(Option<String>, String)>> {
    let samples = &example.as_ref()?.samples;
    Some(
        samples
            .iter()
            .map(|one| (one.name.as_ref().map(|name| name.value.to_string()), one.value.value.to_string()))
            .collect(),
    )
}

fn header(header: &Option<Header>) -> Option<String> {
    let header = header.as_ref()?;
    let handles: Vec<&str> = header.handles.iter().map(|handle| &*handle.value).collect();
    let media = header.media.as_ref().map(|media| media.value.to_string());
    Some(format!("{:?} {:?} {:?} {handles:?} {media:?}", header.format, text(&header.text), example(&header.example)))
}

fn buttons(buttons: &Option<Buttons>) -> Option<Vec<String>> {
    let all = buttons.as_ref()?.list.iter().map(|button| {
        let phone = button.phone_number.as_ref().map(|number| number.value.to_string());
        format!(
            "{:?} {:?} {:?} {phone:?} {:?}",
            button.kind,
            text(&button.label),
            text(&button.url),
            example(&button.example)
        )
    });
    Some(all.collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn there_and_back_is_the_identity(listing in templates::listing()) {
        let source = file("source.json", &templates::json(&listing));
        let (requests, json) = graph(&source);
        let (nodes, yaml) = authoring(&source);
        prop_assert!(reads_back("a.yaml", yaml.as_bytes(), &nodes), "{}", yaml);
        prop_assert!(reads_back("a.json", json.as_bytes(), &requests), "{}", json);

        // Languages of a name may have been written between those of another.
        let authored = file("authored.yaml", &yaml);
        let (mut again, _) = graph(&authored);
        let mut before = requests.clone();
        let by_text = |node: &Node| { let mut out = Vec::new(); write_json(node, &mut out); out };
        before.sort_by_key(by_text);
        again.sort_by_key(by_text);
        prop_assert_eq!(&before, &again, "{}", yaml);
        // Nothing is in the model of one that is not in that of the other.
        prop_assert_eq!(model(&file("normal.json", &json)), model(&authored), "{}", yaml);

        let (_, yaml_again) = authoring(&file("again.json", &graph(&authored).1));
        prop_assert_eq!(&yaml, &yaml_again);
        let (_, formatted) = authoring(&authored);
        prop_assert_eq!(&yaml, &formatted);
    }

    #[test]
    fn other_readers_of_yaml_read_the_same(listing in templates::listing()) {
        let (nodes, yaml) = authoring(&file("source.json", &templates::json(&listing)));
        // libyaml: another code base, of YAML 1.1.
        let mut documents = serde_yaml::Deserializer::from_str(&yaml);
        for node in &nodes {
            let mut json = Vec::new();
            write_json(node, &mut json);
            let ours: Value = serde_json::from_slice(&json).unwrap();
            let theirs: Value = serde::Deserialize::deserialize(documents.next().unwrap()).unwrap();
            prop_assert_eq!(ours, theirs, "{}", yaml);
        }
    }

    #[test]
    fn every_comment_is_carried(listing in templates::listing(), places in prop::collection::vec((0_usize..400, any::<bool>()), 1..8)) {
        // The Graph form in YAML, with comments between its lines and behind them.
        let (requests, _) = graph(&file("source.json", &templates::json(&listing)));
        let mut plain = Vec::new();
        write_yaml(&requests, &mut plain);
        let plain = String::from_utf8(plain).unwrap();
        prop_assume!(!plain.contains("|-"));
        let mut lines: Vec<String> = plain.lines().map(str::to_owned).collect();
        for (index, (place, trailing)) in places.iter().enumerate() {
            let at = place % lines.len();
            if *trailing && lines[at] != "---" && !lines[at].contains("# note") {
                lines[at].push_str(&format!(" # note {index}"));
            } else {
                lines.insert(at, format!("# note {index}"));
            }
        }
        let commented = file("commented.yaml", &lines.join("\n"));
        prop_assert!(commented.complete, "{}", lines.join("\n"));
        let (_, yaml) = authoring(&commented);
        for index in 0..places.len() {
            let count = yaml.matches(&format!("# note {index}")).count();
            prop_assert_eq!(count, 1, "note {}\n{}\n{}", index, lines.join("\n"), yaml);
        }
        let authored = file("authored.yaml", &yaml);
        prop_assert_eq!(authored.tree().comments().len(), places.len(), "{}", yaml);
        // And it says what it says without them.
        let bare = |file: &File| { let mut nodes = graph(file).0; nodes.sort_by_key(|node| { let mut out = Vec::new(); write_json(node, &mut out); out }); nodes };
        prop_assert_eq!(bare(&authored), bare(&commented));
    }
}

#[test]
fn the_exemplary_templates_survive_in_their_own_shape() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/templates");
    let mut seen = 0;
    for found in walint::input::walk(&[root.into()]) {
        let text = std::fs::read_to_string(&found.path).unwrap();
        let source = file(&found.name, &text);
        // A journey names templates and has none.
        if source.outline.templates == 0 {
            continue;
        }
        let (_, json) = graph(&source);
        let (_, back) = authoring(&file("back.json", &json));
        let (_, formatted) = authoring(&source);
        assert_eq!(model(&source), model(&file("formatted.yaml", &formatted)), "{}", found.name);
        let comments = |text: &str| {
            text.lines().filter(|line| line.trim_start().starts_with('#')).map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(comments(&text), comments(&formatted), "{}", found.name);
        // There and back is the same file, but for what JSON has no room for and the format it wants to hear.
        let bare = |text: &str| -> Vec<String> {
            let lines = text
                .lines()
                .filter(|line| !line.trim_start().starts_with('#') && !line.starts_with("parameter_format"));
            lines.map(str::to_owned).collect()
        };
        assert_eq!(bare(&formatted), bare(&back), "{}", found.name);
        seen += 1;
    }
    assert!(seen > 20);
}
