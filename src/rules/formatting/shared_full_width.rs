//! Full-width signs that look like delimiters, `＊x＊`, and are none.

use super::shared::{Kind, Reading, Slip};

/// `＊x＊`: what looks like delimiters and is none.
pub(super) fn full_width(reading: &mut Reading<'_>) {
    for (sign, ascii) in [('＊', "*"), ('＿', "_"), ('～', "~")] {
        let mut open: Option<usize> = None;
        let mut read = 0;
        let signs: Vec<usize> = reading.value.match_indices(sign).map(|(at, _)| at).collect();
        for at in signs {
            let value = reading.value;
            if value[read..at].contains('\n') {
                open = None;
            }
            read = at;
            let content = open.map(|open| open + sign.len_utf8()..at);
            let Some(content) = content.filter(|content| is_pair(&value[content.clone()], sign)) else {
                open = Some(at);
                continue;
            };
            let range = content.start - sign.len_utf8()..at + sign.len_utf8();
            open = None;
            reading.slips.push(
                Slip::new(Kind::FullWidth, range.clone())
                    .edit(range.start..content.start, ascii)
                    .edit(content.end..range.end, ascii),
            );
        }
    }
}

/// Whether full-width signs around this content are meant as delimiters. A wave between two times is not, and waves
/// around words are decoration; around a price they strike it.
fn is_pair(content: &str, sign: char) -> bool {
    let price = || {
        content.contains(['¥', '￥', '$', '€', '元', '円', '원'])
            && !content.contains([':', '：', '、', '，', ',', ' '])
    };
    !content.is_empty() && !content.contains(sign) && content.trim() == content && (sign != '～' || price())
}
