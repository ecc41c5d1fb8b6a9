//! A file that is not there.

use super::shared;
use crate::media::Obstacle;
use crate::rules::prelude::*;

/// `media/missing`
pub struct Missing;

impl Rule for Missing {
    fn template(&self, template: &Template, cx: &mut Context<'_>) {
        for file in shared::uses(template, cx).iter().filter(|file| file.look == Err(Obstacle::Missing)) {
            let path = &*file.leaf.value;
            let near = cx.file().and_then(|own| cx.shelf().nearest(own.source.path(), path));
            let help = match near {
                Some(near) => format!("did you mean `{near}`?"),
                None => "the path begins at the folder of this template file; put the file there, or change the path"
                    .to_owned(),
            };
            file.report(cx, format!("there is no file `{path}`")).help(help);
        }
    }
}
