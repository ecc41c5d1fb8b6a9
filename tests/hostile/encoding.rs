//! Bytes that are no UTF-8 text, or more than text: told with a place, never guessed at, and never in another file's way.

use serde_json::Value;

use super::program::{BROKEN, CLEAN, Folder};

#[test]
fn what_is_no_text_is_told_where_it_stops_being_text() {
    let utf16 = |units: fn(u16) -> [u8; 2], mark: &[u8]| -> Vec<u8> {
        mark.iter().copied().chain(CLEAN.encode_utf16().flat_map(units)).collect()
    };
    let cases: [(&str, Vec<u8>, &str, Option<usize>); 11] = [
        ("Latin-1", [CLEAN.as_bytes(), b"# caf\xE9\n"].concat(), "syntax/invalid-utf8", Some(CLEAN.len() + 5)),
        (
            "a cut character",
            [CLEAN.as_bytes(), b"# \xF0\x9F\x8E"].concat(),
            "syntax/invalid-utf8",
            Some(CLEAN.len() + 2),
        ),
        ("an overlong slash", b"name: \xC0\xAF\n".to_vec(), "syntax/invalid-utf8", Some(6)),
        ("half a pair", b"name: \xED\xA0\x80\n".to_vec(), "syntax/invalid-utf8", Some(6)),
        ("beyond Unicode", b"name: \xF4\x90\x80\x80\n".to_vec(), "syntax/invalid-utf8", Some(6)),
        ("a NUL", b"name: a\0b\n".to_vec(), "syntax/nul-byte", Some(7)),
        ("a NUL behind a byte order mark", b"\xEF\xBB\xBFname: a\0b\n".to_vec(), "syntax/nul-byte", Some(10)),
        ("UTF-16, little end first", utf16(u16::to_le_bytes, b"\xFF\xFE"), "syntax/utf-16", None),
        ("UTF-16, big end first", utf16(u16::to_be_bytes, b"\xFE\xFF"), "syntax/utf-16", None),
        ("UTF-16 without a mark", utf16(u16::to_le_bytes, b""), "syntax/utf-16", None),
        ("a picture", vec![0xFF, 0xD8, 0xFF, 0xE0, 0, 16, b'J', b'F', b'I', b'F'], "syntax/invalid-utf8", Some(0)),
    ];
    for (what, bytes, rule, byte) in cases {
        let folder = Folder::with(&[("broken.yaml", BROKEN)]);
        folder.write("a.yaml", &bytes);
        let (report, code) = folder.json(&["a.yaml", "broken.yaml"]);
        assert_eq!(code, 3, "{what}");
        let findings = report["findings"].as_array().unwrap();
        let finding =
            findings.iter().find(|finding| finding["rule"] == rule).unwrap_or_else(|| panic!("{what}: {report}"));
        assert_eq!((&finding["file"], &finding["severity"]), (&"a.yaml".into(), &"error".into()), "{what}");
        if let Some(byte) = byte {
            assert_eq!(finding["range"]["start"]["byte"], Value::from(byte), "{what}");
        }
        // One file costs no other.
        assert!(findings.iter().any(|finding| finding["rule"] == "variables/edge"), "{what}");
        assert_eq!(
            (&report["files"][0]["status"], &report["files"][1]["status"]),
            (&"unchecked".into(), &"checked".into())
        );
    }
}

#[test]
fn a_mark_and_windows_line_ends_move_no_place_and_stay_in_a_fix() {
    let text = BROKEN.replace("UTILITY", "utility").replace('\n', "\r\n");
    let folder = Folder::with(&[("a.yaml", &format!("\u{FEFF}{text}"))]);
    let (report, _) = folder.json(&["a.yaml"]);
    let edge =
        report["findings"].as_array().unwrap().iter().find(|finding| finding["rule"] == "variables/edge").unwrap();
    assert_eq!((&edge["range"]["start"]["line"], &edge["range"]["start"]["column"]), (&6.into(), &57.into()));
    let byte = usize::try_from(edge["range"]["start"]["byte"].as_u64().unwrap()).unwrap();
    assert!(folder.read("a.yaml")[byte..].starts_with("{{1}}"), "bytes are those of the file");
    folder.walint(&["check", "--fix", "--select", "identity", "a.yaml"]);
    assert_eq!(folder.read("a.yaml"), format!("\u{FEFF}{}", text.replace("utility", "UTILITY")));
}

#[test]
fn empty_files_and_files_of_nothing_but_blanks_are_told() {
    for text in ["", "\n", "\u{FEFF}", "   \t\r\n", "# nothing\n", "---\n---\n", "null\n", "\u{FEFF}\r\n"] {
        let folder = Folder::with(&[("a.yaml", text)]);
        let ran = folder.walint(&["check", "a.yaml"]);
        assert!(ran.code == 1 && ran.out.contains("error["), "{text:?}: {ran:?}");
    }
}
