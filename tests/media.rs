//! Real files, good and bad, and what is said about each; how much of them is read; and paths that lead elsewhere.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs::{self, File};
use std::io::{Cursor, Seek, SeekFrom, Write};
use std::path::Path;
use std::sync::Arc;

use walint::input::DiskMedia;
use walint::media::{CAP, Facts, Index, Kind, inspect};
use walint::{Report, Settings, Source, check};

#[path = "common/media.rs"]
mod common;

use common::{Counting, Fixtures, TEMPLATE};

/// The file, the header's format, and every rule that speaks; `!` before an error, `?` before a warning.
const TABLE: &[(&str, &str, &[&str])] = &[
    ("banner.jpg", "IMAGE", &[]),
    ("progressive.jpg", "IMAGE", &[]),
    ("tall.jpg", "IMAGE", &[]),
    ("banner.png", "IMAGE", &[]),
    ("alpha.png", "IMAGE", &[]),
    ("clip.mp4", "VIDEO", &[]),
    ("silent.mp4", "VIDEO", &[]),
    ("clip.3gp", "VIDEO", &[]),
    ("silent.mp4", "GIF", &[]),
    ("terms.pdf", "DOCUMENT", &[]),
    ("web.pdf", "DOCUMENT", &[]),
    ("streams.pdf", "DOCUMENT", &[]),
    ("price.txt", "DOCUMENT", &[]),
    ("price.docx", "DOCUMENT", &[]),
    ("price.xlsx", "DOCUMENT", &[]),
    ("renamed.png", "IMAGE", &["?media/extension"]),
    ("renamed.jpg", "IMAGE", &["?media/extension"]),
    ("banner", "IMAGE", &["?media/extension"]),
    ("banner.jpg", "VIDEO", &["!media/format"]),
    ("clip.mp4", "IMAGE", &["!media/format"]),
    ("clip.3gp", "GIF", &["!media/format"]),
    ("terms.pdf", "IMAGE", &["!media/format"]),
    ("renamed.png", "DOCUMENT", &["!media/format"]),
    ("cmyk.jpg", "IMAGE", &["!media/colours"]),
    ("deep.png", "IMAGE", &["!media/colours"]),
    ("palette.png", "IMAGE", &["?media/colours"]),
    ("grey.png", "IMAGE", &["?media/colours"]),
    ("grey.jpg", "IMAGE", &["?media/colours"]),
    ("place.jpg", "IMAGE", &["?media/location"]),
    ("place.mp4", "VIDEO", &["?media/location"]),
    ("turned.jpg", "IMAGE", &["media/orientation"]),
    ("animated.png", "IMAGE", &["media/animated"]),
    ("tiny.png", "IMAGE", &["media/shape"]),
    ("ribbon.jpg", "IMAGE", &["media/shape"]),
    ("cut.jpg", "IMAGE", &["?media/damaged"]),
    ("checksum.png", "IMAGE", &["!media/damaged"]),
    ("empty.jpg", "IMAGE", &["!media/damaged"]),
    ("empty.jpg", "DOCUMENT", &["!media/damaged"]),
    ("banner.webp", "IMAGE", &["!media/unsupported"]),
    ("webp.jpg", "IMAGE", &["!media/unsupported"]),
    ("banner.gif", "IMAGE", &["!media/unsupported"]),
    ("banner.gif", "GIF", &["!media/unsupported"]),
    ("green.heic", "IMAGE", &["!media/unsupported"]),
    ("green.avif", "IMAGE", &["!media/unsupported"]),
    ("green.jp2", "IMAGE", &["!media/unsupported"]),
    ("green.bmp", "IMAGE", &["!media/unsupported"]),
    ("green.tiff", "IMAGE", &["!media/unsupported"]),
    ("page.jpg", "IMAGE", &["!media/unsupported"]),
    ("clip.mov", "VIDEO", &["!media/unsupported"]),
    ("clip.mkv", "VIDEO", &["!media/unsupported"]),
    ("clip.avi", "VIDEO", &["!media/unsupported"]),
    ("sound.m4a", "VIDEO", &["!media/unsupported"]),
    ("sound.mp3", "VIDEO", &["!media/unsupported"]),
    ("price.zip", "DOCUMENT", &["!media/unsupported"]),
    ("h265.mp4", "VIDEO", &["!media/codec"]),
    ("vp9.mp4", "VIDEO", &["!media/codec"]),
    ("av1.mp4", "VIDEO", &["!media/codec"]),
    ("mpeg4.mp4", "VIDEO", &["!media/codec"]),
    ("mp3.mp4", "VIDEO", &["!media/codec"]),
    ("two-tracks.mp4", "VIDEO", &["!media/tracks"]),
    ("sound.mp4", "VIDEO", &["!media/tracks"]),
    ("encrypted.mp4", "VIDEO", &["!media/encrypted"]),
    ("late.mp4", "VIDEO", &["?media/layout"]),
    ("fragmented.mp4", "VIDEO", &["?media/layout"]),
    ("high.mp4", "VIDEO", &["?media/video-profile"]),
    ("high-plain.mp4", "VIDEO", &["media/video-profile"]),
    ("encrypted.pdf", "DOCUMENT", &["?media/encrypted"]),
    ("encrypted-streams.pdf", "DOCUMENT", &["?media/encrypted"]),
    ("script.pdf", "DOCUMENT", &["?media/active-content"]),
    ("launch.pdf", "DOCUMENT", &["?media/active-content"]),
    ("banner@5MB.jpg", "IMAGE", &[]),
    ("banner@6MB.jpg", "IMAGE", &["!media/size"]),
    ("clip@16MB.mp4", "VIDEO", &["!media/size"]),
    ("silent@4MB.mp4", "GIF", &["?media/size"]),
    ("silent@17MB.mp4", "GIF", &["!media/size"]),
    ("terms@100MB.pdf", "DOCUMENT", &["!media/size"]),
    ("nothing.jpg", "IMAGE", &["!media/missing"]),
    (".", "IMAGE", &["!media/unreadable"]),
    ("*.jpg", "IMAGE", &["!media/path"]),
    ("", "IMAGE", &["!media/path"]),
    ("C:\\banner.jpg", "IMAGE", &["!media/path"]),
    ("HTTPS://shop.example/banner.jpg", "IMAGE", &["!media/path"]),
    ("../../../../banner.jpg", "IMAGE", &["!media/path"]),
];

fn template(media: &str, format: &str) -> String {
    let category = if format == "GIF" { "MARKETING" } else { "UTILITY" };
    format!(
        "name: order_shipped\ncategory: {category}\nvariants:\n  en_US:\n    header: {{format: {format}, media: '{media}'}}\n    \
         body: Your order has left our warehouse and will reach you tomorrow.\n"
    )
}

fn checked(path: &str, text: &str, files: Arc<dyn walint::media::MediaFiles>) -> Report {
    let settings = Settings { media: Some(files), ..Settings::default() };
    let report = check(vec![Source::new(path, text.into())], &settings);
    assert!(report.failures.is_empty(), "{:?}", report.failures);
    report
}

/// What the rules about media say, as in the table.
fn said(report: &Report) -> Vec<String> {
    let media = report.findings.iter().filter(|finding| finding.rule.family() == "media");
    let sign = |finding: &walint::Finding| match finding.severity {
        walint::Severity::Error => "!",
        walint::Severity::Warning => "?",
        walint::Severity::Note => "",
    };
    media.map(|finding| format!("{}{}", sign(finding), finding.rule.id)).collect()
}

fn bytes(name: &str) -> Vec<u8> {
    fs::read(Path::new("tests/media").join(name)).unwrap()
}

#[test]
fn every_file_of_the_table_is_told_for_what_it_is() {
    let mut wrong = Vec::new();
    for (media, format, rules) in TABLE {
        let report = checked(&format!("{TEMPLATE}.yaml"), &template(media, format), Arc::new(Fixtures));
        if said(&report) != *rules {
            let told: Vec<&str> = report.findings.iter().map(|finding| &*finding.message).collect();
            wrong.push(format!("{media} as {format}: wanted {rules:?}, found {:?} {told:?}", said(&report)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A file that breaks off anywhere is told, and never taken for a whole one.
#[test]
fn files_cut_at_every_sixteenth_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.yaml");
    let whole = [
        ("banner.jpg", "IMAGE"),
        ("progressive.jpg", "IMAGE"),
        ("place.jpg", "IMAGE"),
        ("banner.png", "IMAGE"),
        ("clip.mp4", "VIDEO"),
        ("late.mp4", "VIDEO"),
        ("clip.3gp", "VIDEO"),
        ("terms.pdf", "DOCUMENT"),
        ("web.pdf", "DOCUMENT"),
        ("streams.pdf", "DOCUMENT"),
    ];
    for (name, format) in whole {
        let all = bytes(name);
        for sixteenth in 0..16 {
            let part = &all[..all.len() * sixteenth / 16];
            fs::write(folder.path().join(name), part).unwrap();
            let report = checked(path.to_str().unwrap(), &template(name, format), Arc::new(DiskMedia));
            let said = said(&report);
            assert!(said.iter().any(|rule| rule.ends_with("media/damaged")), "{name} at {sixteenth}/16: {said:?}");
        }
    }
}

#[test]
fn a_large_video_costs_no_more_than_its_index() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("large.mp4");
    let late = bytes("late.mp4");
    let index = late.windows(4).position(|bytes| bytes == b"moov").unwrap() - 4;
    let size = 100 * 1_048_576_u64;
    let mut file = File::create_new(&path).unwrap();
    // `ftyp`, an `mdat` that is nothing but a hole, and the index at the end.
    let start = late.windows(4).position(|bytes| bytes == b"mdat").unwrap() - 4;
    let hole = u32::try_from(size - (late.len() - index) as u64 - start as u64).unwrap();
    file.write_all(&late[..start]).unwrap();
    file.write_all(&hole.to_be_bytes()).unwrap();
    file.write_all(b"mdat").unwrap();
    file.set_len(size).unwrap();
    file.seek(SeekFrom::Start(size - (late.len() - index) as u64)).unwrap();
    file.write_all(&late[index..]).unwrap();

    let mut counting = Counting(File::open(&path).unwrap(), 0);
    let inspection = inspect(&mut counting, size).unwrap();
    let Facts::Film(film) = &inspection.facts else { panic!("{inspection:?}") };
    assert_eq!((film.index, film.damage, film.video.len()), (Index::Behind, None, 1));
    assert!(counting.1 <= 64 * 1024, "{} bytes were read", counting.1);

    let began = std::time::Instant::now();
    let template = template("large.mp4", "VIDEO");
    let report = checked(folder.path().join("a.yaml").to_str().unwrap(), &template, Arc::new(DiskMedia));
    assert_eq!(said(&report), ["?media/layout", "!media/size"]);
    // Generous, for slow machines; it takes about a millisecond.
    assert!(began.elapsed().as_millis() < 500);
}

#[test]
fn no_kind_of_file_is_read_beyond_the_cap() {
    let folder = fs::read_dir("tests/media").unwrap();
    for path in folder.map(|entry| entry.unwrap().path()) {
        let content = fs::read(&path).unwrap();
        let size = 8 * CAP as usize;
        // The file with a long run of zeros behind it, and before its last bytes.
        for behind in [0, content.len().min(64)] {
            let mut file = content.clone();
            let end = file.split_off(file.len() - behind);
            file.resize(size - end.len(), 0);
            file.extend(end);
            let mut counting = Counting(Cursor::new(file), 0);
            inspect(&mut counting, size as u64).unwrap();
            assert!(counting.1 <= CAP, "{}: {}", path.display(), counting.1);
        }
    }
}

#[test]
fn facts_are_those_that_the_encoders_were_asked_for() {
    let facts = |name: &str| inspect(&mut Cursor::new(bytes(name)), bytes(name).len() as u64).unwrap();
    let dimensions = |name| facts(name).dimensions();
    assert_eq!(dimensions("banner.jpg"), Some((600, 314)));
    assert_eq!(dimensions("turned.jpg"), Some((600, 314)));
    assert_eq!(dimensions("banner.png"), Some((600, 314)));
    assert_eq!(dimensions("clip.mp4"), Some((320, 240)));
    assert_eq!(facts("clip.3gp").kind, Kind::ThreeGp);
    let Facts::Picture(progressive) = facts("progressive.jpg").facts else { panic!() };
    assert!(progressive.progressive);
    for name in ["clip.mp4", "late.mp4", "high.mp4", "clip.3gp"] {
        let Facts::Film(film) = facts(name).facts else { panic!("{name}") };
        assert!(film.milliseconds.is_some_and(|time| (900..1200).contains(&time)), "{name}: {film:?}");
    }
    for (name, version, pages) in
        [("terms.pdf", (1, 4), Some(2)), ("web.pdf", (1, 4), Some(2)), ("script.pdf", (1, 5), Some(1))]
    {
        let Facts::Document(document) = facts(name).facts else { panic!("{name}") };
        assert_eq!((document.version, document.pages), (Some(version), pages), "{name}");
    }
}

#[test]
fn one_file_in_many_languages_is_one_finding() {
    let text = "name: order_shipped\ncategory: UTILITY\nvariants:\n  en_US: &a\n    header: {format: IMAGE, media: cmyk.jpg}\n    \
                body: Your order has left our warehouse and will reach you tomorrow.\n  es:\n    \
                header: {format: IMAGE, media: ./cmyk.jpg}\n    body: Su pedido ha salido hoy de nuestro almacén de Madrid.\n";
    let report = checked(&format!("{TEMPLATE}.yaml"), &text.replace(" &a", ""), Arc::new(Fixtures));
    assert_eq!(said(&report), ["!media/colours"]);
    let [finding] = &report.findings[..] else { panic!("{:?}", report.findings) };
    assert_eq!((finding.related.len(), &finding.language), (1, &None));
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::os::unix::fs::symlink;
    use std::process::Command;

    fn said_of(folder: &Path, media: &str) -> Vec<String> {
        let path = folder.join("templates/a.yaml");
        said(&checked(path.to_str().unwrap(), &template(media, "IMAGE"), Arc::new(DiskMedia)))
    }

    #[test]
    fn a_pipe_does_not_hang_and_links_do_not_lead_out() {
        let outer = tempfile::tempdir().unwrap();
        let project = outer.path().join("project");
        fs::create_dir_all(project.join("templates")).unwrap();
        fs::create_dir(project.join("images")).unwrap();
        fs::write(project.join("images/banner.jpg"), bytes("banner.jpg")).unwrap();
        fs::write(outer.path().join("secret.jpg"), bytes("banner.jpg")).unwrap();
        let made = Command::new("mkfifo").arg(project.join("templates/pipe.jpg")).status().unwrap();
        assert!(made.success());
        symlink("../../secret.jpg", project.join("templates/link.jpg")).unwrap();
        symlink("../images/banner.jpg", project.join("templates/inner.jpg")).unwrap();
        symlink("/dev/zero", project.join("templates/zero.jpg")).unwrap();

        assert_eq!(said_of(&project, "pipe.jpg"), ["!media/unreadable"]);
        assert_eq!(said_of(&project, "link.jpg"), ["!media/path"]);
        assert_eq!(said_of(&project, "zero.jpg"), ["!media/path"]);
        // The folder of the template is the project, until something says that more is.
        assert_eq!(said_of(&project, "../images/banner.jpg"), ["!media/path"]);
        assert_eq!(said_of(&project, "inner.jpg"), ["!media/path"]);
        fs::write(project.join("walint.yaml"), "").unwrap();
        assert!(said_of(&project, "../images/banner.jpg").is_empty());
        assert!(said_of(&project, "inner.jpg").is_empty());
        assert_eq!(said_of(&project, "../../secret.jpg"), ["!media/path"]);
    }
}
