//! `paths`: other levels for some files, or for some templates.

use crate::syntax::NodeId;
use crate::template::Field;
use crate::template::object::Reader;

use super::place::{Here, Place};
use super::rules::Levels;
use super::scope::Scope;
use super::{ConfigError, error, section};

/// One entry of the section `paths`.
///
/// ```yaml
/// paths:
///   - files: [legacy/, "!legacy/new/**", "*.json"]
///     templates: [order_shipped]
///     rules: {formatting: off}
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathLevels {
    /// Which files and templates it is about.
    pub scope: Scope,
    /// Where it stands.
    pub place: Place,
    levels: Levels,
}

/// The keys of an entry.
pub const KEYS: &[&str] = &["files", "templates", "rules"];

impl PathLevels {
    pub(super) fn read_all(
        reader: &mut Reader<'_>,
        field: &Field,
        here: &Here<'_>,
        errors: &mut Vec<ConfigError>,
    ) -> Vec<Self> {
        let written = "a list of entries, such as `- {files: legacy/, rules: {formatting: off}}`";
        let items =
            section::groups(reader, field, written, "an entry of `paths`", "a group of keys, `files` and `rules`");
        items.into_iter().filter_map(|item| Self::read(reader, item, here, errors)).collect()
    }

    fn read(reader: &mut Reader<'_>, item: NodeId, here: &Here<'_>, errors: &mut Vec<ConfigError>) -> Option<Self> {
        let fields = reader.fields(item, "an entry of `paths`", KEYS);
        let key = reader.first_key(item);
        let scope = Scope::read(reader, &fields, here, errors);
        let levels = fields.get("rules").map(|field| {
            let mut levels = Levels::default();
            levels.read(reader, field, here, errors);
            levels
        });
        if fields.get("files").is_none() && fields.get("templates").is_none() {
            errors.push(error(key, "this entry of `paths` says neither `files` nor `templates`".to_owned()));
        }
        let Some(levels) = levels else {
            errors.push(error(key, "this entry of `paths` has no `rules`, so it changes nothing".to_owned()));
            return None;
        };
        Some(Self { scope: scope?, place: here.place(key), levels })
    }

    /// The levels, whichever templates they are for.
    pub fn all_levels(&self) -> &Levels {
        &self.levels
    }

    /// The levels, where the template is meant.
    pub fn levels(&self, template: Option<&str>) -> Option<&Levels> {
        self.scope.covers_template(template).then_some(&self.levels)
    }
}
