//! A path with something behind it that can not be read as a file.

use super::shared;
use crate::media::Obstacle;
use crate::rules::prelude::*;

/// `media/unreadable`
pub struct Unreadable;

impl Rule for Unreadable {
    fn template(&self, template: &Template, cx: &mut Context<'_>) {
        for file in shared::uses(template, cx) {
            let Err(obstacle) = &file.look else { continue };
            let path = &*file.leaf.value;
            let (what, help) = match obstacle {
                Obstacle::Folder => (format!("`{path}` is a folder"), "write the path of a file in it"),
                Obstacle::Special => (format!("`{path}` is a pipe or a device, not a file"), "name a real file"),
                Obstacle::Unreadable(reason) => {
                    (format!("`{path}` can not be read: {reason}"), "make it readable for you")
                }
                _ => continue,
            };
            file.report(cx, what).help(help);
        }
    }
}
