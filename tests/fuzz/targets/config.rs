//! What a team hands to walint beside its templates: the configuration and the baseline. Both come from pull requests.

use walint::config::{Config, FILE_NAME};
use walint::suppress::Baseline;
use walint::{Settings, Source, check};

use super::shared::{is_inside, is_sound};

const TEMPLATE: &[u8] =
    b"name: order_ready\ncategory: UTILITY\nvariants:\n  en_US:\n    body: Hi {{1}}\n  es: {body: Hola}\n";

/// Either there is a configuration, and a run goes by it; or there are mistakes with places in the file.
pub fn run(bytes: &[u8]) {
    let source = Source::new(FILE_NAME, bytes.to_vec());
    match Config::read(&source) {
        Err(errors) => {
            assert!(!errors.is_empty());
            for error in errors {
                is_inside(&source, error.span, &error.message);
                assert!(!error.message.is_empty());
            }
        }
        Ok(config) => {
            let mut report =
                check(vec![Source::new("a.yaml", TEMPLATE.to_vec())], &Settings { config, ..Settings::default() });
            is_sound(&report);
            if let Ok(baseline) = Baseline::read(source.text()) {
                baseline.silence(&mut report, &Default::default(), |_| false);
            }
        }
    }
    if let Ok(baseline) = Baseline::read(source.text()) {
        let written = baseline.write().unwrap();
        assert_eq!(Baseline::read(&written).unwrap().len(), baseline.len());
    }
}
