//! From bytes, as they come, to lines of limited length.

/// A line of the input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// From 1; blank lines count too.
    pub number: u64,
    /// Its bytes without the line break; of a line over the limit, its beginning.
    pub bytes: Vec<u8>,
    /// How long it is, in bytes.
    pub size: u64,
}

impl Line {
    /// Whether it is longer than the limit, so that its end is missing.
    pub fn is_cut(&self) -> bool {
        self.size > self.bytes.len() as u64
    }
}

/// Splits what is read into lines. Lines end with LF or CR LF, blank ones are passed over, and of a line over the limit
/// the rest is counted and forgotten.
#[derive(Debug)]
pub struct Splitter {
    limit: usize,
    number: u64,
    held: Vec<u8>,
    size: u64,
}

impl Splitter {
    /// For lines of up to so many bytes.
    pub fn new(limit: usize) -> Self {
        Self { limit, number: 0, held: Vec::new(), size: 0 }
    }

    /// Takes the next bytes, and adds the lines that end in them.
    pub fn push(&mut self, mut bytes: &[u8], lines: &mut Vec<Line>) {
        while let Some(end) = memchr::memchr(b'\n', bytes) {
            self.hold(&bytes[..end]);
            lines.extend(self.end_line());
            bytes = &bytes[end + 1..];
        }
        self.hold(bytes);
    }

    /// The line that the input ends with, if it has no line break.
    pub fn finish(&mut self) -> Option<Line> {
        self.end_line()
    }

    fn hold(&mut self, bytes: &[u8]) {
        let room = self.limit - self.held.len();
        self.held.extend_from_slice(&bytes[..bytes.len().min(room)]);
        self.size += bytes.len() as u64;
    }

    fn end_line(&mut self) -> Option<Line> {
        self.number += 1;
        let (mut bytes, mut size) = (std::mem::take(&mut self.held), std::mem::take(&mut self.size));
        if size == bytes.len() as u64 && bytes.last() == Some(&b'\r') {
            bytes.pop();
            size -= 1;
        }
        let blank = bytes.trim_ascii().is_empty() && size == bytes.len() as u64;
        (!blank).then_some(Line { number: self.number, bytes, size })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &[u8], step: usize, limit: usize) -> Vec<(u64, String, bool)> {
        let (mut splitter, mut lines) = (Splitter::new(limit), Vec::new());
        text.chunks(step).for_each(|bytes| splitter.push(bytes, &mut lines));
        lines.extend(splitter.finish());
        let text = |line: &Line| String::from_utf8(line.bytes.clone()).unwrap();
        lines.iter().map(|line| (line.number, text(line), line.is_cut())).collect()
    }

    #[test]
    fn lines_are_the_same_however_the_bytes_come() {
        let text = "a\r\n\n  \r\nbé\nlonger than ten\n0123456789\nlast".as_bytes();
        let wanted =
            [(1, "a", false), (4, "bé", false), (5, "longer tha", true), (6, "0123456789", false), (7, "last", false)];
        for step in 1..=text.len() {
            let found = split(text, step, 10);
            assert_eq!(found, wanted.map(|(number, text, cut)| (number, text.to_owned(), cut)), "{step}");
        }
        assert!(split(b"", 1, 10).is_empty());
        assert!(split(b"\n\n", 1, 10).is_empty());
    }

    #[test]
    fn of_a_line_over_the_limit_only_the_beginning_is_held() {
        let (mut splitter, mut lines) = (Splitter::new(100), Vec::new());
        for _ in 0..1000 {
            splitter.push(&[b'x'; 1000], &mut lines);
            assert!(splitter.held.capacity() <= 200);
        }
        splitter.push(b"\nnext\n", &mut lines);
        assert_eq!((lines[0].size, lines[0].bytes.len(), &*lines[1].bytes), (1_000_000, 100, &b"next"[..]));
    }
}
