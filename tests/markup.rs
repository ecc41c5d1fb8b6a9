//! WhatsApp formatting: examples for every rule of the grammar, and properties over generated texts.

#![allow(clippy::unwrap_used)]

use std::time::{Duration, Instant};

use proptest::prelude::*;
use walint::text::markup::{Kind, Markup, Span};

fn tag(kind: Kind) -> &'static str {
    match kind {
        Kind::Bold => "b",
        Kind::Italic => "i",
        Kind::Strike => "s",
        Kind::InlineCode => "code",
        Kind::MonoBlock => "pre",
        Kind::Bullet => "li",
        Kind::Number => "n",
        Kind::Quote => "q",
        Kind::Link => "a",
    }
}

/// The visible text with a tag around every span.
fn tagged(markup: &Markup) -> String {
    let mut shown = String::new();
    let mut read = 0;
    let mut open: Vec<&Span> = Vec::new();
    let close = |open: &mut Vec<&Span>, shown: &mut String, read: &mut usize, place: usize| {
        while let Some(span) = open.pop_if(|span| span.visible.end <= place) {
            shown.push_str(&markup.text[*read..span.visible.end]);
            *read = span.visible.end;
            shown.push_str(&format!("</{}>", tag(span.kind)));
        }
    };
    for span in &markup.spans {
        close(&mut open, &mut shown, &mut read, span.visible.start);
        shown.push_str(&markup.text[read..span.visible.start]);
        read = span.visible.start;
        shown.push_str(&format!("<{}>", tag(span.kind)));
        open.push(span);
    }
    close(&mut open, &mut shown, &mut read, usize::MAX);
    shown + &markup.text[read..]
}

/// Each pair: what is written, and what is seen.
fn seen(examples: &[(&str, &str)]) {
    for (written, wanted) in examples {
        assert_eq!(tagged(&Markup::parse(written)), *wanted, "{written:?}");
    }
}

/// Texts that are shown as they are.
fn literal(examples: &[&str]) {
    for written in examples {
        let markup = Markup::parse(written);
        assert_eq!((tagged(&markup), markup.spans.len()), ((*written).to_owned(), 0), "{written:?}");
    }
}

#[test]
fn each_delimiter_makes_its_kind() {
    seen(&[
        ("Only *today* at noon", "Only <b>today</b> at noon"),
        ("the _small_ print", "the <i>small</i> print"),
        ("was ~90~ now 70", "was <s>90</s> now 70"),
        ("use `SAVE10` at checkout", "use <code>SAVE10</code> at checkout"),
        ("```  cat  ```", "<pre>  cat  </pre>"),
        ("*Z*", "<b>Z</b>"),
    ]);
}

#[test]
fn an_opener_follows_a_boundary_and_touches_its_content() {
    seen(&[
        ("(*now*)", "(<b>now</b>)"),
        ("now:*go*", "now:<b>go</b>"),
        ("one\n*two*", "one\n<b>two</b>"),
        ("€*9*", "€<b>9</b>"),
        ("a\u{A0}*b*", "a\u{A0}<b>b</b>"),
        ("a\t_b_", "a\t<i>b</i>"),
    ]);
    literal(&[
        "go*now*",
        "7*now*",
        "so * now*",
        "½*now*",
        "so *\u{3000}now*",
        "so *\u{FEFF}now*",
        "\u{7F}*now*",
        "\u{E000}*now*",
    ]);
}

#[test]
fn a_closer_touches_its_content_and_precedes_a_boundary() {
    seen(&[
        ("*now*!", "<b>now</b>!"),
        ("*now*\u{2009}go", "<b>now</b>\u{2009}go"),
        ("*now*\ngo", "<b>now</b>\ngo"),
        ("*a * b*", "<b>a * b</b>"),
        ("*a*b* c*", "<b>a*b</b> c*"),
        ("_first_ second_", "<i>first</i> second_"),
    ]);
    literal(&["*now*go", "*now*7", "*now *", "*now\u{A0}*", "**", "x * *", "*\n*", "*now\ngo*", "*now", "now*"]);
}

#[test]
fn a_closer_is_the_boundary_of_the_next_opener() {
    seen(&[
        ("_x__y_", "<i>x</i><i>y</i>"),
        ("~x~*y*", "<s>x</s><b>y</b>"),
        ("~~~~~~", "<s>~</s><s>~</s>"),
        ("No ****99", "No <b>*</b>*99"),
        ("**Deal**", "<b>*Deal</b>*"),
        ("_____", "<i>_</i>__"),
        ("\\_x\\_", "\\<i>x\\</i>"),
    ]);
}

#[test]
fn emphasis_nests_and_the_first_of_crossing_spans_wins() {
    seen(&[
        ("~_*deep*_~", "<s><i><b>deep</b></i></s>"),
        ("_big *news* today_", "<i>big <b>news</b> today</i>"),
        ("~x *y~ z*", "<s>x *y</s> z*"),
        // What lost is not looked at again, though it could now be read in another way.
        ("*a _b* _c_", "<b>a _b</b> _c_"),
    ]);
}

#[test]
fn a_keycap_is_no_delimiter() {
    seen(&[
        ("press *the *\u{FE0F}\u{20E3} key*", "press <b>the *\u{FE0F}\u{20E3} key</b>"),
        ("*\u{FE0F}x*", "<b>\u{FE0F}x</b>"),
        ("`\u{20E3}`", "<code>\u{20E3}</code>"),
    ]);
    literal(&["*\u{20E3}x*", "*\u{FE0F}\u{20E3}x*", "*x*\u{20E3}", "5\u{FE0F}\u{20E3}*x*"]);
}

#[test]
fn monospace_minds_neither_words_nor_lines() {
    seen(&[
        ("a```b```c", "a<pre>b</pre>c"),
        ("```\none\ntwo\n```", "<pre>\none\ntwo\n</pre>"),
        ("```sh\nls```", "<pre>sh\nls</pre>"),
        ("```*a* `b` > c```", "<pre>*a* `b` > c</pre>"),
        ("``` ``` ```x", "<pre> ``` </pre>x"),
        ("```````", "<pre>`</pre>"),
        ("````x````", "<pre>`x</pre>`"),
        ("*a ```b``` c*", "<b>a <pre>b</pre> c</b>"),
        // Emphasis that ends inside goes, even if it started first.
        ("*a ```b* c```", "*a <pre>b* c</pre>"),
        ("- x ```y\nz``` w", "- x <pre>y\nz</pre> w"),
        ("```a\n- b\n> c\n```", "<pre>a\n- b\n> c\n</pre>"),
    ]);
    literal(&["```open", "```\n ```", "```\u{A0}```"]);
}

#[test]
fn inline_code_stays_on_its_line_and_is_not_formatted() {
    seen(&[
        ("`a _b_ c`", "<code>a _b_ c</code>"),
        ("_say `x` now_", "<i>say <code>x</code> now</i>"),
        ("(`x`)", "(<code>x</code>)"),
        ("`a``b`", "<code>a</code><code>b</code>"),
        ("*a `b* c`", "*a <code>b* c</code>"),
        ("``x``", "`<code>x</code>`"),
        ("``two ``", "`<code>two `</code>"),
    ]);
    literal(&["x`y`", "`y`z", "` y`", "`y `", "`y\nz`", "``", "´y´"]);
}

#[test]
fn list_items_have_one_space_and_start_their_line() {
    seen(&[
        ("- tea\n* milk\n• sugar", "<li>tea</li>\n<li>milk</li>\n<li>sugar</li>"),
        ("7. seven\n42. answer", "<n>seven</n>\n<n>answer</n>"),
        ("Menu:\n- *tea* or ~milk~\nBye", "Menu:\n<li><b>tea</b> or <s>milk</s></li>\nBye"),
        ("- a\r\n- b", "<li>a\r</li>\n<li>b</li>"),
        ("* * *", "<li>* *</li>"),
        ("* x*", "<li>x*</li>"),
        ("- \ttab", "<li>\ttab</li>"),
        ("*- x*", "<b>- x</b>"),
        ("one\u{2028}- two", "one\u{2028}<li>two</li>"),
        ("- - x", "<li>- x</li>"),
    ]);
    literal(&[
        "-tea",
        "-  tea",
        "-\ttea",
        "-\u{A0}tea",
        " - tea",
        "+ tea",
        "– tea",
        "· tea",
        "a - tea",
        "- ",
        "-",
        "1) x",
        "1.x",
        "1.  x",
        "123. x",
        "a. x",
        "١. x",
        "- \n",
    ]);
}

#[test]
fn quotes_have_one_blank_and_each_line_is_its_own() {
    seen(&[
        ("> as *you* said\nok", "<q>as <b>you</b> said\n</q>ok"),
        ("> one\n> two", "<q>one\n</q><q>two</q>"),
        ("> 1. one", "<q>1. one</q>"),
        (">\tx", "<q>x</q>"),
        ("> > x", "<q>> x</q>"),
        ("> `x`", "<q><code>x</code></q>"),
        // The blank may be the line break itself, unless a list begins there.
        (">\n> x", "<q>> x</q>"),
        (">\n- x\n", ">\n<li>x</li>\n"),
    ]);
    literal(&[">x", ">>x", ">> x", ">  x", "a > x", " > x", "> ", ">", "> \n", "＞ x"]);
}

#[test]
fn links_are_opaque_and_give_back_a_closing_delimiter() {
    seen(&[
        ("see https://shop.example.com/_new_/a_b_ now", "see <a>https://shop.example.com/_new_/a_b_</a> now"),
        ("~http://shop.com/a~", "<s><a>http://shop.com/a</a></s>"),
        ("*_https://shop.com/a_*", "<b><i><a>https://shop.com/a</a></i></b>"),
        ("```https://shop.com/a```", "<pre><a>https://shop.com/a</a></pre>"),
        ("`shop.com/x`", "<code><a>shop.com/x</a></code>"),
        // Italics that would end inside the address go.
        ("_see shop.com/x_/y now_", "_see <a>shop.com/x_/y</a> now_"),
        ("*shop.com*", "<b><a>shop.com</a></b>"),
        ("*mail to ana@shop.com*", "<b>mail to <a>ana@shop.com</a></b>"),
        // An underscore may begin an address as well as italics; it is seen.
        ("_ana@shop.com_", "<i><a>_ana@shop.com</a></i>"),
        ("- go to shop.com", "<li>go to <a>shop.com</a></li>"),
    ]);
}

#[test]
fn what_is_a_link() {
    seen(&[
        ("Shop.COM, or (www.shop.co.uk/a).", "<a>Shop.COM</a>, or (<a>www.shop.co.uk/a</a>)."),
        ("mailto:ana.b+c@shop.com?subject=hi!", "<a>mailto:ana.b+c@shop.com?subject=hi</a>!"),
        ("shop.com:8080/a?b=c#d.", "<a>shop.com:8080/a?b=c#d</a>."),
        ("shop.com?q=(a", "<a>shop.com?q=(a</a>"),
        ("shop.com/a(b)c)", "<a>shop.com/a(b)c</a>)"),
        ("shop.com/100%25 and shop.com/100% off", "<a>shop.com/100%25</a> and <a>shop.com/100</a>% off"),
        ("пример.рф", "<a>пример.рф</a>"),
        ("shop.com-", "<a>shop.com</a>-"),
        ("at shop.com: now", "at <a>shop.com</a>: now"),
        ("a/my-shop.com", "a/my-<a>shop.com</a>"),
        ("user a@b..c@shop.com", "user a@b..<a>c@shop.com</a>"),
    ]);
    literal(&[
        "e.g. 10.50",
        "the.end.Then",
        "shop.invalidtld",
        "ana@shop",
        "x@.com",
        "a..b",
        "shop.com:99999",
        "shop.com:080",
        "shop.com:now",
        "a/shop.com",
        "x_ shop._com",
    ]);
}

#[test]
fn every_script_needs_a_boundary() {
    seen(&[
        // Chinese and Japanese: punctuation of their own, or a space.
        ("今日：*半价*！", "今日：<b>半价</b>！"),
        ("《*新品*》", "《<b>新品</b>》"),
        ("本日 *限定* です", "本日 <b>限定</b> です"),
        ("『_重要_』", "『<i>重要</i>』"),
        // Thai
        ("ราคา *ถูก* มาก", "ราคา <b>ถูก</b> มาก"),
        ("฿*99*", "฿<b>99</b>"),
        // Arabic and Hebrew
        ("عرض *خاص*؟", "عرض <b>خاص</b>؟"),
        ("«~قديم~»", "«<s>قديم</s>»"),
        ("מבצע *חדש*־ היום", "מבצע <b>חדש</b>־ היום"),
        ("\u{200F}_שלום_\u{200E}", "\u{200F}<i>שלום</i>\u{200E}"),
        // Hindi: the danda is punctuation.
        ("आज *छूट*।", "आज <b>छूट</b>।"),
        // Korean
        ("오늘 *할인* 시작", "오늘 <b>할인</b> 시작"),
        // A zero-width space or joiner is a boundary, though not a blank.
        ("新\u{200B}*品*\u{200B}到", "新\u{200B}<b>品</b>\u{200B}到"),
        ("*\u{200B}x\u{200B}*", "<b>\u{200B}x\u{200B}</b>"),
    ]);
    literal(&[
        "今日*半价*起",
        "本日は*限定*です",
        "カフェー*新*",
        "ราคา*ถูก*มาก",
        "และ*ฟรี*",
        "و*خاص*",
        "ב*מבצע*",
        "आज*छूट* है",
        "दिल्ली*में*",
        "*할인*은",
        "café*chaud*",
        "Größe*neu*",
        "٣*جديد*",
        "＊新品＊",
        "＿x＿",
        "～x～",
        "∗x∗",
        "\u{301}*x*",
    ]);
}

#[test]
fn emoji_are_boundaries_up_to_unicode_11_and_without_a_selector() {
    seen(&[
        ("🎉*Sale*🎉", "🎉<b>Sale</b>🎉"),
        ("🥰_x_", "🥰<i>x</i>"),
        ("👋🏿*x*", "👋🏿<b>x</b>"),
        ("*x*☀️", "<b>x</b>☀️"),
        ("☎*x*", "☎<b>x</b>"),
        ("🇧🇷*x*", "🇧🇷<b>x</b>"),
        ("*🫶 x 🪄*", "<b>🫶 x 🪄</b>"),
        ("🛍️ *x*", "🛍️ <b>x</b>"),
    ]);
    literal(&["☀️*x*", "🛍️*x*", "🪄*x*", "*x*🫶", "🩷_x_", "3️⃣*x*", "*x*2️⃣"]);
}

#[test]
fn variables_are_punctuation_until_they_are_filled() {
    seen(&[
        ("*{{name}}*", "<b>{{name}}</b>"),
        ("{{1}}_x_{{2}}", "{{1}}<i>x</i>{{2}}"),
        ("Ana_x_Bo", "Ana_x_Bo"),
        ("*Order 7_B_9*", "<b>Order 7_B_9</b>"),
        ("*Ana\nBo*", "*Ana\nBo*"),
        ("Cards ****11 and ****22", "Cards <b>*</b><b>11 and *</b>**22"),
    ]);
}

#[test]
fn other_markup_is_shown_as_it_is() {
    literal(&["# Offer", "<b>x</b>", "| a | b |", "&nbsp;", "||x||", "---", "![x](y)", "__", "1. ", "(1) x"]);
    seen(&[("[Shop](https://shop.com)", "[Shop](<a>https://shop.com</a>)"), ("___", "<i>_</i>")]);
}

#[test]
fn headers_have_links_only_and_labels_nothing() {
    assert_eq!(tagged(&Markup::links("*Sale* at shop.com")), "*Sale* at <a>shop.com</a>");
    assert_eq!(tagged(&Markup::plain("*Sale* at shop.com")), "*Sale* at shop.com");
}

#[test]
fn spans_know_their_delimiters_and_places_map_both_ways() {
    let text = "- см. *это*, ```код```";
    let markup = Markup::parse(text);
    assert_eq!(markup.text, "см. это, код");
    let parts: Vec<_> = markup
        .spans
        .iter()
        .map(|span| (&text[span.opening()], &text[span.content.clone()], &text[span.closing()]))
        .collect();
    assert_eq!(parts, [("- ", "см. *это*, ```код```", ""), ("*", "это", "*"), ("```", "код", "```")]);
    assert_eq!(&text[markup.spans[1].source()], "*это*");

    let word = |text: &str, word: &str| text.find(word).map(|at| at..at + word.len()).unwrap();
    for part in ["см. ", "это", "код", "э", ","] {
        assert_eq!(markup.source(word(&markup.text, part)), word(text, part), "{part}");
        assert_eq!(markup.visible(word(text, part)), word(&markup.text, part), "{part}");
    }
    // Across a delimiter, and nothing but a delimiter.
    assert_eq!(&text[markup.source(word(&markup.text, "это, код"))], "это*, ```код");
    assert_eq!(&text[markup.source(0..markup.text.len())], &text[2..text.len() - 3]);
    assert!(markup.visible(word(text, "```")).is_empty());
    let empty = markup.text.find('э').unwrap();
    assert_eq!(markup.source(empty..empty), 8..8);
}

/// Pieces that formatting is made of, and pieces that break it.
fn text() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "*",
        "_",
        "~",
        "`",
        "```",
        " ",
        "\n",
        "- ",
        "> ",
        "1. ",
        "• ",
        "* ",
        "a",
        "bc ",
        "7",
        ",",
        ".",
        "@",
        "/",
        ":",
        "?",
        "#",
        "(",
        ")",
        "\"",
        "%",
        "é",
        "中",
        "ไทย",
        "، ",
        "🥱",
        "👋",
        "❤️",
        "\u{20E3}",
        "\u{FE0F}",
        "\u{A0}",
        "\u{200B}",
        "\u{2028}",
        "\r",
        "\t",
        ">",
        "-",
        "shop.com",
        "https://",
        "ana@shop.com",
        "_x.co",
        "{{1}}",
        "\u{0}",
    ]);
    let pieces = prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat());
    prop_oneof![9 => pieces, 1 => any::<String>()]
}

/// The pairs of asterisks as the grammar words it, and as slow as that is.
fn bold_by_definition(text: &str, boundary: fn(char) -> bool) -> Vec<(usize, usize)> {
    let all: Vec<(usize, char)> = text.char_indices().collect();
    let at = |index: usize| all.get(index).map(|&(_, character)| character);
    let blank = |c: char| (c.is_whitespace() && c != '\u{85}') || c == '\u{FEFF}';
    let keycap = |index: usize| {
        at(index) == Some('\u{20E3}') || (at(index) == Some('\u{FE0F}') && at(index + 1) == Some('\u{20E3}'))
    };
    let mut found = Vec::new();
    let mut index = 0;
    while index < all.len() {
        let opens = at(index) == Some('*')
            && (index == 0 || boundary(all[index - 1].1))
            && at(index + 1).is_some_and(|next| !blank(next))
            && !keycap(index + 1);
        let closer = (index + 2..all.len()).take_while(|&end| all[end - 1].1 != '\n').find(|&end| {
            all[end].1 == '*' && !blank(all[end - 1].1) && at(end + 1).is_none_or(boundary) && !keycap(end + 1)
        });
        match closer.filter(|_| opens) {
            Some(end) => {
                found.push((all[index].0, all[end].0 + 1));
                index = end + 1;
            }
            None => index += 1,
        }
    }
    found
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn what_is_seen_and_what_is_removed_are_the_whole_text(text in text()) {
        let markup = Markup::parse(&text);
        let mut removed: Vec<_> = markup.spans.iter().flat_map(|span| [span.opening(), span.closing()]).collect();
        removed.sort_by_key(|range| (range.start, range.end));
        let (mut seen, mut read) = (String::new(), 0);
        for range in removed.into_iter().filter(|range| !range.is_empty()) {
            prop_assert!(read <= range.start, "no byte is removed twice");
            seen.push_str(&text[read..range.start]);
            read = range.end;
        }
        seen.push_str(&text[read..]);
        prop_assert_eq!(&markup.text, &seen);
    }

    #[test]
    fn ranges_lie_on_characters_and_agree(text in text()) {
        let markup = Markup::parse(&text);
        for span in &markup.spans {
            for range in [&span.opening(), &span.content, &span.closing()] {
                prop_assert!(text.get(range.clone()).is_some(), "{:?}", span);
            }
            prop_assert_eq!((span.opening().end, span.content.end), (span.content.start, span.closing().start));
            prop_assert!(!span.content.is_empty() && markup.text.get(span.visible.clone()).is_some());
            prop_assert_eq!(markup.visible(span.source()), span.visible.clone());
        }
        for (at, character) in markup.text.char_indices() {
            let source = markup.source(at..at + character.len_utf8());
            prop_assert_eq!(text[source.clone()].chars().collect::<Vec<_>>(), [character]);
            prop_assert_eq!(markup.visible(source), at..at + character.len_utf8());
        }
    }

    #[test]
    fn spans_are_in_order_and_nested_or_disjoint(text in text()) {
        let markup = Markup::parse(&text);
        for (index, span) in markup.spans.iter().enumerate() {
            for later in &markup.spans[index + 1..] {
                let (outer, inner) = (span.source(), later.source());
                prop_assert!(outer.start <= inner.start);
                let disjoint = outer.end <= inner.start;
                let nested = inner.end <= span.content.end;
                prop_assert!(disjoint || nested, "{:?} {:?}", span, later);
            }
        }
    }

    #[test]
    fn nothing_works_inside_code_but_links(text in text()) {
        let markup = Markup::parse(&text);
        for code in markup.spans.iter().filter(|span| matches!(span.kind, Kind::MonoBlock | Kind::InlineCode)) {
            let inside = markup.spans.iter().filter(|span| *span != code && code.content.contains(&span.source().start));
            prop_assert!(inside.clone().all(|span| span.kind == Kind::Link));
        }
    }

    #[test]
    fn bold_is_what_the_grammar_says(text in "[* a,.é中\n\u{FE0F}\u{20E3}\u{A0}🥱👋]{0,14}") {
        // Of these characters, all that are no letters and no marks are boundaries; Unicode 11 had no yawn.
        let boundary = |c: char| matches!(c, '*' | ' ' | ',' | '.' | '\n' | '\u{A0}' | '👋');
        let markup = Markup::parse(&text);
        let bold: Vec<_> = markup.spans.iter().filter(|span| span.kind == Kind::Bold).collect();
        let bold: Vec<_> = bold.into_iter().map(|span| (span.source().start, span.source().end)).collect();
        prop_assert_eq!(bold, bold_by_definition(&text, boundary));
    }
}

fn time(text: &str) -> Duration {
    let start = Instant::now();
    std::hint::black_box(Markup::parse(text));
    start.elapsed()
}

#[test]
fn hostile_texts_cost_no_more_than_their_length() {
    let ordinary = "Hi *Ana*, your _new_ order #12 ships today:\n- 2 shirts\n> see shop.com/t/1 or mail a@shop.com\n";
    let filled = |piece: &str, size: usize| piece.repeat(size / piece.len() + 1);
    let ordinary = filled(ordinary, 64 << 10);
    let plain = filled("Your order leaves our shop today and will be at your door on Tuesday morning. ", 64 << 10);
    for piece in [
        "*",
        "_",
        "`",
        "*_~`",
        "*a",
        " *a",
        "*a ",
        "*a\n",
        " *a _b ~c `d",
        "*_~a~_* ",
        "```",
        "``` ",
        "```\n",
        "```a",
        "> ",
        ">\n",
        "- ",
        "- a\n",
        "1. ",
        "\r- a",
        "\r- a\r> b\r1. c",
        "•",
        ".",
        "a.",
        "a.co ",
        "/a.co",
        "a.co:x",
        "a.co:::",
        "a.co/(",
        "a.co/\"",
        "a.co?(",
        "a.co#",
        "a.co!",
        "a@",
        "a..@",
        "a@b.co/",
        "_a@b.co_ ",
        "-.-",
        "a-.co",
        "x_a.co",
        "/a-b.co",
        "https://",
        "mailto:",
        "xn--a.",
        "%41",
        "中.co",
        "{{1}}*",
        "\u{2028}- a",
        "*https://a.co/_*",
    ] {
        let (small, large) = (filled(piece, 8 << 10), filled(piece, 64 << 10));
        // Eight times the text; squared, it would be 64 times the time. A busy machine may need another try.
        let linear = || time(&large) < time(&small).max(Duration::from_micros(20)) * 24;
        // Delimiters that form no span cost about what reading costs. A span in every third byte, a line in every third
        // byte, or a letter and a dot that might be a host name cost what those cost in an ordinary message.
        let only_read = Markup::parse(&large).spans.is_empty() && !piece.contains(['.', '@', '\n']);
        let (name, common) = if only_read { ("plain", &plain) } else { ("ordinary", &ordinary) };
        let cheap = || time(&large) < time(common) * 4;
        assert!((0..10).any(|_| linear()), "{piece:?}: 64 KiB take more than eight times as long as 8 KiB");
        assert!((0..10).any(|_| cheap()), "{piece:?}: 64 KiB take over four times as long as {name} text");
    }
}
