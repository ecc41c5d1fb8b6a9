//! What panics is caught: a mistake of ours in one place must not cost what is right everywhere else.

use std::panic::{AssertUnwindSafe, catch_unwind};

/// Does some work.
///
/// # Errors
/// What it said, if it panicked.
pub(crate) fn caught<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|cause| {
        let text = cause.downcast_ref::<&str>().map(ToString::to_string);
        text.or_else(|| cause.downcast_ref::<String>().cloned()).unwrap_or_default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_it_said_is_kept() {
        assert_eq!(caught(|| 1), Ok(1));
        assert_eq!(caught(|| panic!("as it is")), Err::<(), _>("as it is".to_owned()));
        assert_eq!(caught(|| panic!("{}", 1)), Err::<(), _>("1".to_owned()));
        assert_eq!(caught(|| std::panic::panic_any(1)), Err::<(), _>(String::new()));
    }
}
