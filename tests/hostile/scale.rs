//! Many files: one bad among them is found, and one that can not be read hides none.

use std::time::{Duration, Instant};

use super::program::{BROKEN, Folder, is_fast};

#[test]
fn one_bad_file_among_ten_thousand_is_found() {
    let folder = Folder::with(&[]);
    let words = ["amber", "birch", "cedar", "delta", "ember", "fjord", "grove", "harbour", "island", "juniper"];
    let count: usize = if is_fast() { 10_000 } else { 1_000 };
    let bad = count / 2 + 7;
    for number in 0..count {
        let text = if number == bad {
            BROKEN.replace("order_ready", "the_bad_one")
        } else {
            let word = |place: u32| words[number / 10_usize.pow(place) % 10];
            let body = format!(
                "Your parcel {} {} {} {} has left our warehouse and is on its way to you.",
                word(0),
                word(1),
                word(2),
                word(3)
            );
            format!("name: parcel_{number}\ncategory: UTILITY\nvariants:\n  en:\n    body: {body}\n")
        };
        folder.write(&format!("{}/{number}.yaml", number % 100), text);
    }
    folder.write("50/latin.yaml", b"name: \xE9\n");
    let start = Instant::now();
    let (report, code) = folder.json(&["."]);
    let took = start.elapsed();
    assert_eq!(
        (code, &report["summary"]["files"], &report["summary"]["unchecked"]),
        (3, &(count + 1).into(), &1.into())
    );
    let errors: Vec<_> =
        report["findings"].as_array().unwrap().iter().filter(|finding| finding["severity"] == "error").collect();
    assert_eq!(errors.len(), 2, "{errors:#?}");
    assert!(
        errors
            .iter()
            .any(|error| error["file"] == format!("{}/{bad}.yaml", bad % 100) && error["rule"] == "variables/edge")
    );
    // On a busy machine; on a quiet one it is a second or two.
    assert!(took < Duration::from_secs(60), "{took:?}");
}
