//! `links`: where links may lead.

use crate::template::Field;
use crate::template::object::Reader;

use super::section::{self, texts};

/// The section `links`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Links {
    /// Hosts that belong to the business, with everything below them. Where there are any, links that lead elsewhere
    /// are told.
    pub own_domains: Vec<String>,
}

impl Links {
    pub(super) fn read(&mut self, reader: &mut Reader<'_>, field: &Field) {
        let Some(fields) = section::fields(reader, field, "`links`") else { return };
        if let Some(hosts) = texts(reader, fields.get("own_domains"), "an own domain", "a host, such as `shop.example`")
        {
            self.own_domains = hosts.iter().map(|host| host.trim().trim_end_matches('.').to_lowercase()).collect();
        }
    }
}
