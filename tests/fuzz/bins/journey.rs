#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| walint_targets::journey::run(data));
