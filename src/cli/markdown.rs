//! A page in Markdown, set for a terminal.

use std::io::{self, Write};

use anstream::adapter::strip_str;
use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

const BOLD: &str = "\x1b[1m";
const DIM: &str = "\x1b[2m";
const CODE: &str = "\x1b[36m";
const MARK: &str = "\x1b[4;31m";
const RESET: &str = "\x1b[0m";
const WIDTH: usize = 96;

/// Writes a page: headings in bold, code indented, paragraphs wrapped. Marked places (`⟦...⟧`) are underlined.
pub fn write(out: &mut dyn Write, page: &str) -> io::Result<()> {
    let mut page_writer = Page { out, line: String::new(), indent: 0, code: false };
    for event in Parser::new_ext(page, Options::ENABLE_TABLES) {
        page_writer.event(event)?;
    }
    page_writer.paragraph()
}

struct Page<'w> {
    out: &'w mut dyn Write,
    line: String,
    indent: usize,
    code: bool,
}

impl Page<'_> {
    fn event(&mut self, event: Event<'_>) -> io::Result<()> {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                writeln!(self.out)?;
                self.line.push_str(if level == HeadingLevel::H1 { "\x1b[1;4m" } else { BOLD });
            }
            Event::End(TagEnd::Heading(_)) => {
                self.line.push_str(RESET);
                self.paragraph()?;
            }
            Event::Start(Tag::CodeBlock(kind)) => {
                self.code = true;
                if let CodeBlockKind::Fenced(info) = kind {
                    let caption = match info.split_whitespace().nth(1) {
                        Some("bad") => "instead of",
                        Some("good") => "write",
                        _ => "",
                    };
                    if !caption.is_empty() {
                        writeln!(self.out, "\n  {DIM}{caption}{RESET}")?;
                    }
                }
            }
            Event::End(TagEnd::CodeBlock) => {
                self.code = false;
                writeln!(self.out)?;
            }
            Event::Start(Tag::Item) => {
                self.paragraph()?;
                self.indent += 2;
                self.line.push_str("- ");
            }
            Event::End(TagEnd::Item) => {
                self.paragraph()?;
                self.indent -= 2;
            }
            Event::End(TagEnd::Paragraph) => {
                self.paragraph()?;
                if self.indent == 0 {
                    writeln!(self.out)?;
                }
            }
            Event::Start(Tag::Strong | Tag::Emphasis) => self.line.push_str(BOLD),
            Event::End(TagEnd::Strong | TagEnd::Emphasis) => self.line.push_str(RESET),
            Event::Code(code) => self.line.push_str(&format!("{CODE}{code}{RESET}")),
            Event::Text(text) if self.code => self.code_lines(&text)?,
            Event::Text(text) => self.line.push_str(&text),
            Event::Html(text) | Event::InlineHtml(text) => self.line.push_str(&text),
            Event::SoftBreak | Event::HardBreak => self.line.push(' '),
            Event::End(TagEnd::TableCell) => self.line.push_str("  "),
            Event::End(TagEnd::TableRow | TagEnd::TableHead) => self.paragraph()?,
            _ => {}
        }
        Ok(())
    }

    fn code_lines(&mut self, text: &str) -> io::Result<()> {
        for line in text.lines() {
            let line = line.replace('⟦', MARK).replace('⟧', RESET);
            writeln!(self.out, "    {line}")?;
        }
        Ok(())
    }

    /// Ends the paragraph that was being collected and writes it in lines of a readable length.
    fn paragraph(&mut self) -> io::Result<()> {
        let text = std::mem::take(&mut self.line);
        let (mut column, mut start) = (0, true);
        for word in text.split_whitespace() {
            let width = unicode_width::UnicodeWidthStr::width(strip_str(word).to_string().as_str());
            if !start && column + 1 + width > WIDTH {
                write!(self.out, "\n{:1$}", "", self.indent)?;
                column = self.indent;
            } else if !start {
                write!(self.out, " ")?;
                column += 1;
            }
            write!(self.out, "{word}")?;
            column += width;
            start = false;
        }
        if !start {
            writeln!(self.out)?;
        }
        Ok(())
    }
}
