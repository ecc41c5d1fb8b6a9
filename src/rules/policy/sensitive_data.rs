//! A text that asks for, or shows, what should not be in a chat: whole card, account and identity numbers, passwords.

use std::ops::Range;

use crate::policy::content::{Found, List};
use crate::rules::prelude::*;
use crate::text::accounts;
use crate::vocabulary;

use super::shared::{ends_sentence, is_prose, sentence, written};

/// `policy/sensitive-data`
pub struct SensitiveData;

/// So many characters may stand between asking and the thing: "send us a photo of both sides of your identity card".
const FARTHEST: usize = 40;

/// So many requests of one text are looked at. No real text has more, and a file made to waste time gains nothing.
const MOST: usize = 64;

impl Rule for SensitiveData {
    fn variant(&self, variant: &Variant, _template: &Template, cx: &mut Context<'_>) {
        for sampled in variant.sampled().into_iter().filter(|sampled| is_prose(sampled.surface)) {
            for sample in sampled.example.iter().flat_map(|example| &example.samples) {
                numbers(&sample.value, "sample", sampled.surface, cx);
            }
        }
    }

    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        if !is_prose(surface) {
            return;
        }
        let language = cx.variant().and_then(|variant| variant.language.as_ref()).map(|code| &*code.value);
        let asks_after = vocabulary::of(language).is_some_and(|pack| pack.asks_after);
        if let Some((whole, thing)) = request(text.value(), &cx.phrases(text), asks_after) {
            let thing = written(text, &thing);
            cx.report(
                cx.mark(text, whole),
                format!("this may read as asking people to send you \"{thing}\" in the chat"),
            )
            .help(
                "ask for the last four digits, let people sign in on your own page, or say plainly that they \
                     should not send it",
            );
        }
        numbers(&text.leaf, surface.name(), surface, cx);
    }
}

/// The first request of a text: all of it, and what is asked for.
fn request(text: &str, found: &[Found], asks_after: bool) -> Option<(Range<usize>, Range<usize>)> {
    let of = |list: List| found.iter().filter(move |found| found.list == list).map(|found| &found.range);
    let near = |first: &Range<usize>, second: &Range<usize>| {
        is_near(text, first, second) && !has(found, List::Breaks, &(first.end..second.start))
    };
    of(List::Secrets).take(MOST).find_map(|secret| {
        let asks = || of(List::Asks).take(MOST);
        let ask = asks().find(|ask| near(ask, secret) || (asks_after && near(secret, ask)))?;
        let whole = ask.start.min(secret.start)..ask.end.max(secret.end);
        let harmless = has(found, List::Harmless, &sentence(text, &whole));
        (!harmless).then(|| (whole, secret.clone()))
    })
}

/// Whether a phrase of a list stands in a part of the text. The phrases are in the order of the text.
fn has(found: &[Found], list: List, part: &Range<usize>) -> bool {
    let from = found.partition_point(|found| found.range.start < part.start);
    let inside = found[from..].iter().take_while(|found| found.range.start < part.end);
    inside.filter(|found| found.list == list).any(|found| found.range.end <= part.end)
}

/// Whether one thing stands shortly before another, in the same sentence or in the list that it opens.
fn is_near(text: &str, first: &Range<usize>, second: &Range<usize>) -> bool {
    if first.start >= second.start {
        return false;
    }
    // "Send your" and "your ID number" share a word.
    let between = text.get(first.end..second.start).unwrap_or("");
    let farthest = match between.split_once('\n') {
        Some((line, _)) if line.trim_end().ends_with(':') => 2 * FARTHEST,
        Some(_) => return false,
        None => FARTHEST,
    };
    between.chars().take(farthest + 1).count() <= farthest && !between.contains(|c| c != '\n' && ends_sentence(c))
}

fn numbers(leaf: &Leaf, what: &str, surface: Surface, cx: &mut Context<'_>) {
    for range in accounts::card_numbers(&leaf.value) {
        cx.report(cx.part(leaf, range), format!("the {what} has what looks like a full card number"))
            .component(surface.component())
            .help("show the last four digits only, as in \"card ending in 1234\"");
    }
    for range in accounts::ibans(&leaf.value) {
        cx.report(cx.part(leaf, range), format!("the {what} has what looks like a full bank account number"))
            .severity(Severity::Note)
            .confidence(Confidence::Low)
            .component(surface.component())
            .help("if it is a customer's account, show the last four characters only; your own is fine");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Variables;
    use crate::vocabulary::Read;

    fn asked<'t>(code: &str, text: &'t str) -> Option<&'t str> {
        let found = Read::of(text, &Variables::parse(text).list, Some(code)).content();
        let asks_after = vocabulary::of(Some(code)).is_some_and(|pack| pack.asks_after);
        request(text, &found, asks_after).map(|(_, thing)| &text[thing])
    }

    #[test]
    fn requests_are_found_in_every_language() {
        for (code, text, thing) in [
            ("en", "Please send us a photo of both sides of your ID card.", "ID card"),
            ("en", "Please upload the following:\n\n*Documents*\n- PAN card\n- Bill", "PAN card"),
            ("es", "Para continuar, envíanos una foto de tu DNI.", "DNI"),
            ("pt_BR", "Para continuar, informe seu *CPF*.", "CPF"),
            ("fr", "Merci de nous envoyer votre pièce d’identité.", "pièce d’identité"),
            ("de", "Bitte teilen Sie uns Ihre IBAN mit.", "IBAN"),
            ("it", "Rispondi con il numero della tua carta.", "numero della tua carta"),
            ("id", "Silakan kirim foto KTP Anda.", "foto KTP"),
            ("tr", "Lütfen kart bilgilerinizi bizimle paylaşın.", "kart bilgilerinizi"),
            ("hi", "कृपया अपना आधार नंबर भेजें।", "आधार नंबर"),
            ("ar", "يرجى إرسال صورة هويتك.", "صورة هويتك"),
            ("ru", "Сообщите нам номер карты.", "номер карты"),
            ("zh_CN", "请发送您的银行卡号。", "银行卡号"),
            ("zh_HK", "請提供您的信用卡號。", "信用卡號"),
            ("he", "נא לשלוח צילום תעודת זהות.", "תעודת זהות"),
        ] {
            assert_eq!(asked(code, text), Some(thing), "{text}");
        }
    }

    #[test]
    fn warnings_last_digits_and_other_matters_are_no_requests() {
        for (code, text) in [
            ("en", "Never send us your password or your card number."),
            ("en", "Please reply with the last four digits of your card number."),
            ("en", "Reply with YES to keep your bank account open."),
            ("en", "Tell us if your passport has arrived."),
            ("en", "Please confirm your appointment. Your passport is ready."),
            ("en", "Send us your feedback about the password page."),
            ("en", "Please bring your passport and reply with 1."),
            ("es", "Responde con SÍ para activar tu cuenta bancaria."),
            ("pt_BR", "Responda com SIM para confirmar. Leve seu RG."),
            ("fr", "Ne nous envoyez jamais votre mot de passe."),
            ("de", "Senden Sie uns niemals Ihr Passwort."),
            ("tr", "Şifrenizi değiştirmek için bize yazın."),
            ("hi", "अपना पासवर्ड किसी के साथ साझा न करें।"),
            ("ar", "لا تشارك كلمة المرور مع أي شخص."),
            ("ru", "Никому не сообщайте номер карты."),
            ("zh_CN", "请勿将密码告诉任何人。"),
            ("he", "לעולם אל תשלחו לנו סיסמה."),
            ("nl", "Stuur ons uw wachtwoord, send your password."),
        ] {
            assert_eq!(asked(code, text), None, "{text}");
        }
    }
}
