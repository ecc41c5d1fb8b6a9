//! How reports for other programs call a file: from the root of the repository, as those programs do.

use std::path::Path;

/// Where paths start. By default where they were given from.
#[derive(Clone, Debug, Default)]
pub struct Paths {
    root: Vec<String>,
    folder: Vec<String>,
}

impl Paths {
    /// For a run in `folder`, inside a repository at `root`; both absolute.
    pub fn new(root: &Path, folder: &Path) -> Self {
        Self { root: steps(&text(root)), folder: steps(&text(folder)) }
    }

    /// The path from the root, or as it was given where that is not inside the root.
    pub fn name(&self, path: &str) -> String {
        if self.folder.is_empty() {
            return path.to_owned();
        }
        let mut whole = if is_absolute(path) { Vec::new() } else { self.folder.clone() };
        for step in path.split('/') {
            match step {
                "" | "." => {}
                ".." => drop(whole.pop()),
                step => whole.push(step.to_owned()),
            }
        }
        match whole.strip_prefix(&*self.root) {
            Some(inside) if !inside.is_empty() => inside.join("/"),
            _ => path.to_owned(),
        }
    }

    /// The path as a URI, relative to the root where it is inside.
    pub fn uri(&self, path: &str) -> String {
        let name = self.name(path);
        match (name.starts_with('/'), is_absolute(&name)) {
            (true, _) => format!("file://{}", percent_encoded(&name)),
            (false, true) => format!("file:///{}", percent_encoded(&name)),
            (false, false) => percent_encoded(&name),
        }
    }
}

fn text(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

fn steps(path: &str) -> Vec<String> {
    path.split('/').filter(|step| !step.is_empty()).map(str::to_owned).collect()
}

/// `/home/ana` or `C:/Users/ana`
fn is_absolute(path: &str) -> bool {
    path.starts_with('/') || matches!(path.as_bytes(), [letter, b':', b'/', ..] if letter.is_ascii_alphabetic())
}

/// Everything but letters, digits and a few marks is written as bytes: a colon would begin a scheme.
fn percent_encoded(path: &str) -> String {
    let mut encoded = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => encoded.push(byte.into()),
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_start_at_the_root_of_the_repository() {
        let paths = Paths::new(Path::new("/work/shop"), Path::new("/work/shop/messages"));
        for (given, wanted) in [
            ("templates/a.yaml", "messages/templates/a.yaml"),
            ("../b.yaml", "b.yaml"),
            ("/work/shop/messages/c.yaml", "messages/c.yaml"),
            ("/work/shopping/c.yaml", "/work/shopping/c.yaml"),
            ("../../elsewhere.yaml", "../../elsewhere.yaml"),
        ] {
            assert_eq!(paths.name(given), wanted);
        }
        assert_eq!(Paths::default().name("a/../b.yaml"), "a/../b.yaml");
    }

    #[test]
    fn uris_hold_nothing_that_means_something_else() {
        let paths = Paths::default();
        for (given, wanted) in [
            ("a b/ñ%20.yaml", "a%20b/%C3%B1%2520.yaml"),
            ("data:text.yaml", "data%3Atext.yaml"),
            ("a\n#?.yaml", "a%0A%23%3F.yaml"),
            ("/tmp/a.yaml", "file:///tmp/a.yaml"),
            ("C:/tmp/a.yaml", "file:///C%3A/tmp/a.yaml"),
            ("<stdin>", "%3Cstdin%3E"),
        ] {
            assert_eq!(paths.uri(given), wanted);
        }
    }
}
