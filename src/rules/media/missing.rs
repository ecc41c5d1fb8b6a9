//! A file that is not there.

use super::shared;
use crate::media::Obstacle;
use crate::rules::prelude::*;

/// A folder is looked through for so many missing files of a template.
const SUGGESTIONS: usize = 16;

/// `media/missing`
pub struct Missing;

impl Rule for Missing {
    fn template(&self, template: &Template, cx: &mut Context<'_>) {
        let uses = shared::uses(template, cx);
        for (nth, file) in uses.iter().filter(|file| file.look == Err(Obstacle::Missing)).enumerate() {
            let path = &*file.leaf.value;
            let near = if nth < SUGGESTIONS { nearest(path, cx) } else { None };
            let help = match near {
                Some(near) => format!("did you mean `{near}`?"),
                None => "the path begins at the folder of this template file; put the file there, or change the path"
                    .to_owned(),
            };
            file.report(cx, format!("there is no file `{path}`")).help(help);
        }
    }
}

fn nearest(path: &str, cx: &Context<'_>) -> Option<String> {
    cx.shelf().files()?.nearest(cx.file()?.source.path(), path)
}
