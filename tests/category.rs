//! What a message reads as: words that look promotional and are not, words that are, and what a team says itself.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use walint::config::Config;
use walint::{Settings, Severity, Source, check};

/// The category findings that are more than notes, as `rule: marked words`.
fn told(category: &str, language: &str, body: &str, config: &str) -> Vec<String> {
    let file = serde_json::json!({"name": "note_12", "language": language, "category": category,
        "components": [{"type": "BODY", "text": body}]});
    let config = Config::read(&Source::new("walint.yaml", config.as_bytes().to_vec())).unwrap();
    let settings = Settings { config, ..Settings::default() };
    let report = check(vec![Source::new("note.json", file.to_string().into_bytes())], &settings);
    let category = report.findings.iter().filter(|finding| finding.rule.id.starts_with("category/"));
    let loud = category.filter(|finding| finding.severity > Severity::Note);
    loud.map(|finding| format!("{}: {}", finding.rule.id, report.marked(finding))).collect()
}

#[test]
fn words_that_promote_elsewhere_do_not_where_they_tell_a_fact() {
    for (language, body) in [
        // "Discount" and "debit" are one word in Arabic.
        ("ar", "تم خصم مبلغ {{1}} ريال من حسابك المنتهي بـ 4471 يوم {{2}}."),
        // A greeting for valued customers is a greeting.
        ("en_US", "Dear valued customer, your invoice {{1}} of {{2}} is due on May 31."),
        ("es", "Estimado cliente: su factura {{1}} vence el {{2}}."),
        // A code to collect a parcel.
        ("en_US", "Use code {{1}} to collect your parcel from the locker by Friday."),
        // Public health.
        ("en_US", "Free vaccination against measles on {{1}} at the health centre. Bring your vaccination card."),
        // A document of a new kind.
        (
            "en_US",
            "Your identity card of the old kind is valid until {{1}}. Please have it replaced at any municipal office.",
        ),
        // Somebody's offer for the reader's own listing.
        ("en_US", "{{1}} made an offer of {{2}} for your listing. You can accept or decline it by Friday."),
        // An appointment, not an event.
        ("de", "Wir erwarten Sie am {{1}} um 9 Uhr zu Ihrem Termin in unserer Praxis."),
        // "Now" and "still" are one word in Hindi.
        ("hi", "आपका ऑर्डर {{1}} अभी रास्ते में है और शाम तक पहुँच जाएगा।"),
        // A service, not goods.
        ("de", "Die Störung im Netz ist behoben. Ihr Anschluss {{1}} ist seit heute Morgen wieder verfügbar."),
        ("en_US", "Planned maintenance: our online banking is not available on {{1}} between 2 and 4 am."),
        // An insurance claim, not a prize.
        ("en_US", "Your claim {{1}} has been approved. We will transfer {{2}} to your account by Friday."),
        ("en_US", "The balance of your account ending in 4471 is {{1}} as of today."),
        ("es", "Hay novedades en su trámite {{1}}: el expediente pasó a revisión el {{2}}."),
    ] {
        assert!(told("UTILITY", language, body, "").is_empty(), "{body}: {:?}", told("UTILITY", language, body, ""));
    }
}

#[test]
fn what_a_team_says_itself_counts() {
    let body = "Your season pass for the pool is ready. Show it at the entrance, the number is {{1}} as before.";
    assert!(told("UTILITY", "en_US", body, "").is_empty());
    let own = told("UTILITY", "en_US", body, "category: {promotional: [season pass]}");
    assert_eq!(own.len(), 1, "{own:?}");
    assert!(own[0].ends_with(": season pass"), "{own:?}");
    let both = "category: {promotional: [season pass], mute: [season pass]}";
    assert!(told("UTILITY", "en_US", body, both).len() == 1, "what a team calls promotional is not muted");
}

#[test]
fn a_passcode_is_told_wherever_it_is_filed() {
    for (language, body) in [
        ("en_US", "{{1}} is your verification code. It expires in 5 minutes. Do not share it with anyone."),
        ("es", "Tu código de verificación es {{1}}. No lo compartas con nadie."),
        ("de", "Ihr Bestätigungscode lautet {{1}}. Geben Sie ihn nicht weiter."),
        ("nl", "Je verificatiecode is {{1}}. Deel deze code met niemand."),
    ] {
        for category in ["UTILITY", "MARKETING"] {
            let told = told(category, language, body, "");
            assert!(
                told.iter().any(|told| told.starts_with("category/otp-outside-authentication")),
                "{body}: {told:?}"
            );
        }
    }
}

/// What a body reads as, with the samples of its variables.
fn wording(body: &str, samples: &serde_json::Value) -> walint::category::Reading {
    let file = serde_json::json!({"name": "note_12", "language": "en_US", "category": "UTILITY",
        "components": [{"type": "BODY", "text": body, "example": samples}]});
    let bytes = file.to_string().into_bytes();
    let file = walint::rules::File::read(walint::finding::FileId(0), Source::new("note.json", bytes), true);
    let template = &file.content().templates[0];
    let (config, reads) = (Config::default(), walint::vocabulary::Reads::default());
    walint::category::read(template, &template.variants[0], &config, walint::category::Explain::Always, &reads)
}

#[test]
fn samples_speak_for_what_will_be_sent_and_say_less_than_the_text() {
    let said = |sample: &str| {
        wording(
            "Dear customer, here is news for you: {{1}}. Yours, the team",
            &serde_json::json!({"body_text": [[sample]]}),
        )
    };
    let (calm, loud) = (said("your order A-1042 has been sent"), said("buy one, get one free, only today"));
    assert!(calm.score < loud.score, "{} {}", calm.score, loud.score);
    let in_sample =
        loud.evidence.iter().filter(|evidence| evidence.phrase().contains("only today")).collect::<Vec<_>>();
    assert!(!in_sample.is_empty(), "{:?}", loud.evidence);
    let text = wording("Dear customer, buy one, get one free, only today. Yours, the team", &serde_json::json!({}));
    assert!(text.score > loud.score, "{} {}", text.score, loud.score);
}

#[test]
fn names_of_variables_are_read_as_words() {
    let named = |name: &str| {
        let named = serde_json::json!({"body_text_named_params": [{"param_name": name, "example": "A-1042"}]});
        wording(&format!("Here it is for you, as we said: {{{{{name}}}}} with our thanks."), &named).score
    };
    let (order, gift) = (named("order_number"), named("gift_voucher"));
    assert!(order < gift, "{order} {gift}");
}

#[test]
fn a_percentage_is_shown_with_its_number() {
    let discounts = |body: &str, samples: &serde_json::Value| -> Vec<String> {
        let reading = wording(body, samples);
        reading.evidence.iter().filter(|e| e.tag == "discount").map(|e| e.phrase().to_owned()).collect()
    };
    let one = serde_json::json!({"body_text": [["15"]]});
    assert_eq!(discounts("For you: 12.5 % off all shoes.", &one), ["12.5 % off"]);
    assert_eq!(discounts("For you, {{1}}% off all shoes.", &one), ["{{1}}% off"]);
    assert_eq!(discounts("All shoes are some % off.", &one), ["% off"]);
    let spoken = serde_json::json!({"body_text": [["20% off"]]});
    assert_eq!(discounts("News for you, dear customer: {{1}}. Yours, the team", &spoken), ["20% off"]);
}

#[test]
fn a_sentence_that_promotes_speaks_for_nothing_else() {
    use walint::category::Class;
    let news = "Hi Maya, your order A-1042 is on its way.";
    let promotion = " While you wait, enjoy 20% off your next purchase with code SAVE20!";
    let reading = wording(&format!("{news}{promotion}"), &serde_json::json!({}));
    let discount = reading.of(Class::Marketing).next().unwrap();
    assert!(discount.phrase() == "20% off" && reading.of(Class::Utility).count() > 0, "{:?}", reading.evidence);
    assert!(reading.of(Class::Utility).all(|evidence| evidence.range.end <= news.len()), "{:?}", reading.evidence);
    // By themselves some of its words speak for the reader's own affairs.
    let alone = wording(" While you wait, enjoy your next purchase with code SAVE20!", &serde_json::json!({}));
    assert!(alone.of(Class::Utility).any(|evidence| evidence.tag == "wording"), "{:?}", alone.evidence);
}

/// What is said of languages that differ, as `file: language beside language`, for templates in some files.
fn differing(files: &[(&str, serde_json::Value)]) -> Vec<String> {
    let sources = files.iter().map(|(path, file)| Source::new(*path, file.to_string().into_bytes())).collect();
    let report = check(sources, &Settings::default());
    let differ = report.findings.iter().filter(|finding| finding.rule.id == "category/variants-differ");
    let told = differ.map(|finding| {
        let (file, other) = (finding.place.file, finding.related[0].place.file);
        let path = |id: walint::finding::FileId| report.files[id.0 as usize].source.path();
        assert_eq!(finding.template.as_deref(), Some("order_on_its_way"));
        format!("{} {} beside {}", path(file), finding.language.as_deref().unwrap_or_default(), path(other))
    });
    told.collect()
}

#[test]
fn languages_are_compared_wherever_each_of_them_stands() {
    let template = |name: &str, language: &str, body: &str| {
        serde_json::json!({"name": name, "language": language, "category": "UTILITY",
            "components": [{"type": "BODY", "text": body}]})
    };
    let name = "order_on_its_way";
    let calm = template(name, "en_US", "Your order A-1042 is on its way and arrives tomorrow between 9 and 12.");
    let german = "Ihre Bestellung A-1042 ist unterwegs. Freuen Sie sich auf schöne Stunden mit Ihren neuen Möbeln.";
    let leaning = template(name, "de", german);
    // Two languages of one name, in one list or in two files.
    let list = serde_json::json!([calm, leaning]);
    assert_eq!(differing(&[("list.json", list)]), ["list.json de beside list.json"]);
    let files = [("en.json", calm.clone()), ("de.json", leaning)];
    assert_eq!(differing(&files), ["de.json de beside en.json"]);
    // Another name is another message.
    assert!(differing(&[("en.json", calm), ("de.json", template("another", "de", german))]).is_empty());
}
