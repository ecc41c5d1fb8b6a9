//! A `media` that is not the path of one file of the project.

use super::shared;
use crate::media::Obstacle;
use crate::rules::prelude::*;

const BEGIN: &str = "write the path from the folder of this template file to the file, such as `images/banner.jpg`";
const SAVE: &str = "save the file beside the template and write its path, such as `images/banner.jpg`";
const ONE: &str = "write the name of one file";
const INSIDE: &str = "put the file into the project, and write the path to it from here";

/// `media/path`
pub struct Path;

impl Rule for Path {
    fn template(&self, template: &Template, cx: &mut Context<'_>) {
        for file in shared::uses(template, cx) {
            let Err(obstacle) = &file.look else { continue };
            let path = &*file.leaf.value;
            let (what, help) = match obstacle {
                Obstacle::Empty => ("`media` has no path".to_owned(), BEGIN),
                Obstacle::Address => ("`media` is an address, and should be the path of a file".to_owned(), SAVE),
                Obstacle::Pattern => (format!("`{path}` can stand for many files, and a header has one"), ONE),
                Obstacle::Absolute => (format!("`{path}` is where the file is on one computer only"), BEGIN),
                Obstacle::Outside => (format!("`{path}` leads out of the project"), INSIDE),
                Obstacle::Missing | Obstacle::Folder | Obstacle::Special | Obstacle::Unreadable(_) => continue,
            };
            file.report(cx, what).help(help);
        }
    }
}
