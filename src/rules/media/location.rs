//! A file that tells where it was taken.

use super::shared;
use crate::media::Facts;
use crate::rules::prelude::*;

/// `media/location`
pub struct Location;

impl Rule for Location {
    fn template(&self, template: &Template, cx: &mut Context<'_>) {
        for file in shared::uses(template, cx) {
            let (says, taken) = match file.fitting().map(|found| &found.facts) {
                Some(Facts::Picture(picture)) => (picture.location, "taken"),
                Some(Facts::Film(film)) => (film.location, "filmed"),
                _ => continue,
            };
            if says {
                file.report(cx, format!("`{}` holds the coordinates of the place where it was {taken}", file.name()))
                    .help("save it without location data, so that nobody who gets the file learns the place");
            }
        }
    }
}
