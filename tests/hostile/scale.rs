//! Many files: one bad among them is found, and one that can not be read hides none.

use std::time::{Duration, Instant};

use super::program::{BROKEN, Folder};

#[test]
fn one_bad_file_among_ten_thousand_is_found() {
    let folder = Folder::with(&[]);
    let words = ["amber", "birch", "cedar", "delta", "ember", "fjord", "grove", "harbour", "island", "juniper"];
    for number in 0..10_000_usize {
        let text = if number == 7_777 {
            BROKEN.replace("order_ready", "the_bad_one")
        } else {
            let word = |place: u32| words[number / 10_usize.pow(place) % 10];
            let body = format!("Your parcel {} {} {} {} has left our warehouse and is on its way to you.", word(0), word(1), word(2), word(3));
            format!("name: parcel_{number}\ncategory: UTILITY\nvariants:\n  en:\n    body: {body}\n")
        };
        folder.write(&format!("{}/{number}.yaml", number % 100), text);
    }
    folder.write("50/latin.yaml", b"name: \xE9\n");
    let start = Instant::now();
    let (report, code) = folder.json(&["."]);
    let took = start.elapsed();
    assert_eq!((code, &report["summary"]["files"], &report["summary"]["unchecked"]), (3, &10_001.into(), &1.into()));
    let errors: Vec<_> = report["findings"].as_array().unwrap().iter().filter(|finding| finding["severity"] == "error").collect();
    assert_eq!(errors.len(), 2, "{errors:#?}");
    assert!(errors.iter().any(|error| error["file"] == "77/7777.yaml" && error["rule"] == "variables/edge"));
    // Without optimisation, on a busy machine.
    assert!(took < Duration::from_secs(120), "{took:?}");
}
