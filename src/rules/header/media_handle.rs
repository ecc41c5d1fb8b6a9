//! A sample of a media header that is no upload handle.

use super::shared;
use crate::policy::media::by_extension;
use crate::rules::prelude::*;

const UPLOAD: &str = "upload the file with the Resumable Upload API, and write the handle it returns, such as `4::...`";

/// `header/media-handle`
pub struct MediaHandle;

impl Rule for MediaHandle {
    fn variant(&self, variant: &Variant, template: &Template, cx: &mut Context<'_>) {
        for (header, component) in shared::headers(variant) {
            if !header.format.is_some_and(HeaderFormat::is_media) {
                continue;
            }
            let handles: Vec<&Leaf> = header.handles.iter().filter(|handle| !handle.value.trim().is_empty()).collect();
            if let Some(handle) = handles.first() {
                kind(handle, template, component, cx);
            }
            if let Some(surplus) = handles.get(limits::HEADER_HANDLES.count()) {
                let message = format!("the header has {} samples, and may have one", handles.len());
                let finding = cx.report(cx.leaf(surplus), message).component(component);
                finding.help("keep one of them").meta = policy::code(100);
            }
        }
    }
}

fn kind(handle: &Leaf, template: &Template, component: &'static str, cx: &mut Context<'_>) {
    let value = handle.value.trim();
    if value.bytes().all(|byte| byte.is_ascii_digit()) {
        cx.report(cx.leaf(handle), "the sample is the id of an uploaded file, not an upload handle")
            .component(component)
            .help(UPLOAD);
    } else if is_file_name(value) {
        cx.report(cx.leaf(handle), "the sample is the name of a file, not an upload handle").component(component).help(
            "write the path of a local file as `media`, or the handle that uploading it returns, such as `4::...`",
        );
    } else if is_address(value) && template.status.is_none() {
        // Meta itself puts an address in the place of the handle when it returns a template.
        cx.report(cx.leaf(handle), "the sample is a web address, not an upload handle")
            .component(component)
            .severity(Severity::Warning)
            .confidence(Confidence::Medium)
            .help(UPLOAD);
    }
}

/// A handle is made of parts with `:` between them, and no file name ends like it.
fn is_file_name(value: &str) -> bool {
    let ending = value.rsplit_once('.').map(|(_, ending)| ending);
    !value.contains(':') && ending.is_some_and(|ending| by_extension(ending).is_some())
}

fn is_address(value: &str) -> bool {
    let scheme = value.split_once("://").map_or("", |(scheme, _)| scheme);
    scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")
}
