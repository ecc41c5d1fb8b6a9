//! Every language a template can have: a clean text gives nothing, and under any other language it is told, unless the
//! two are known to be too close.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeSet;

use walint::{Report, Settings, Severity, Source, check, policy};

/// A text of our own in every language, under its code without a region.
const TEXTS: &[(&str, &str)] = &[
    ("af", "Dankie vir jou bestelling. Dit is gereed en ons sal dit môre by jou aflewer. Het jy nog vrae?"),
    ("sq", "Faleminderit për porosinë tuaj. Ajo është gati dhe do të dërgohet nesër në shtëpinë tuaj."),
    ("ar", "شكرا على طلبك. تم تجهيز الطلب وسيصل إليك غدا مع رسالة تأكيد من فريق التوصيل."),
    (
        "az",
        "Sifarişiniz üçün təşəkkür edirik. O artıq hazırdır və sabah sizə çatdırılacaq. Bizə cavab verə bilərsiniz.",
    ),
    ("be_BY", "Дзякуй за ваш заказ. Ён ужо гатовы, і заўтра мы даставім яго вам. Калі ёсць пытанні, напішыце нам."),
    ("bn", "আপনার অর্ডারের জন্য ধন্যবাদ। এটি প্রস্তুত এবং আগামীকাল আপনার কাছে পৌঁছে যাবে।"),
    ("bg", "Благодарим за вашата поръчка. Тя е готова и утре ще бъде доставена. Ако имате въпроси, пишете ни."),
    ("ca", "Gràcies per la teva comanda. Ja és a punt i demà la portarem a casa teva. Si tens dubtes, escriu-nos."),
    ("zh_CN", "感谢您的订单。商品已经准备好，明天会送到您家。如有问题，请联系我们。"),
    ("zh_TW", "感謝您的訂單。商品已經準備好，明天會送到府上。如有問題，請與我們聯絡。"),
    (
        "hr",
        "Hvala na vašoj narudžbi. Spremna je i sutra ćemo je dostaviti. Ako imate pitanja, javite nam se u bilo koje vrijeme.",
    ),
    (
        "cs",
        "Děkujeme za vaši objednávku. Je připravena a zítra ji doručíme. Pokud máte otázky, napište nám nebo zavolejte.",
    ),
    (
        "da",
        "Tak for din bestilling. Den er klar, og vi leverer den i morgen. Har du spørgsmål, så skriv til os af sted.",
    ),
    ("prs_AF", "از سفارش شما تشکر. سفارش آماده است و فردا به شما می رسد. اگر سوال دارید به ما پیام دهید."),
    (
        "nl",
        "Bedankt voor je bestelling. Het pakket is klaar en wordt morgen bij je bezorgd. Heb je vragen, laat het ons weten.",
    ),
    (
        "en",
        "Thank you for your order. It is ready and we will deliver it tomorrow. If you have any questions, let us know.",
    ),
    (
        "et",
        "Täname teid tellimuse eest. See on valmis ja jõuab homme teie juurde. Kui teil on küsimusi, siis kirjutage meile.",
    ),
    ("fil", "Salamat sa iyong order. Handa na ito at ihahatid namin bukas. Kung may tanong ka, sumulat lang sa amin."),
    (
        "fi",
        "Kiitos tilauksestasi. Se on valmis ja saapuu sinulle huomenna. Jos sinulla on kysyttävää, vastaa tähän viestiin.",
    ),
    (
        "fr",
        "Merci pour votre commande. Elle est prête et nous la livrons demain. Si vous avez des questions, écrivez-nous.",
    ),
    ("ka", "გმადლობთ შეკვეთისთვის. ის უკვე მზადაა და ხვალ მოგიტანთ. თუ შეკითხვა გაქვთ, მოგვწერეთ."),
    (
        "de",
        "Vielen Dank für Ihre Bestellung. Sie ist fertig und wird morgen geliefert. Wenn Sie Fragen haben, schreiben Sie uns.",
    ),
    ("el", "Ευχαριστούμε για την παραγγελία σας. Είναι έτοιμη και θα παραδοθεί αύριο. Για απορίες γράψτε μας."),
    ("gu", "તમારા ઓર્ડર માટે આભાર. તે તૈયાર છે અને આવતીકાલે તમારા સુધી પહોંચશે."),
    ("ha", "Mun gode da odar ku. An shirya ta kuma za mu kawo muku gobe. Idan kuna da tambaya, ku aiko mana da sako."),
    ("he", "תודה על ההזמנה שלך. היא מוכנה ותגיע אליך מחר. אם יש שאלות, אפשר לכתוב לנו."),
    ("hi", "आपके ऑर्डर के लिए धन्यवाद। यह तैयार है और कल आप तक पहुँच जाएगा। कोई सवाल हो तो हमें लिखें।"),
    ("hu", "Köszönjük a rendelését. A csomag elkészült, és holnap kézbesítjük. Ha kérdése van, kérjük, írjon nekünk."),
    (
        "id",
        "Terima kasih atas pesanan Anda. Pesanan sudah siap dan besok akan kami kirim. Jika ada pertanyaan, silakan balas pesan ini karena kami bisa membantu.",
    ),
    (
        "ga",
        "Go raibh maith agat as d'ordú. Tá sé réidh agus beidh sé agat amárach. Má tá ceist agat, scríobh chugainn.",
    ),
    (
        "it",
        "Grazie per il tuo ordine. È pronto e domani lo consegniamo a casa tua. Se hai domande, scrivi al nostro servizio.",
    ),
    ("ja", "ご注文ありがとうございます。商品の準備ができましたので、明日お届けします。"),
    ("kn", "ನಿಮ್ಮ ಆರ್ಡರ್‌ಗಾಗಿ ಧನ್ಯವಾದಗಳು. ಅದು ಸಿದ್ಧವಾಗಿದೆ ಮತ್ತು ನಾಳೆ ನಿಮಗೆ ತಲುಪುತ್ತದೆ."),
    ("kk", "Тапсырысыңыз үшін рахмет. Ол дайын және ертең сізге жеткізіледі. Сұрақтарыңыз болса, бізге жазыңыз."),
    (
        "rw_RW",
        "Murakoze gutumiza. Ibyo mwatumije byateguwe kandi bizabageraho ejo. Niba mufite ikibazo, mutwandikire kuri iyi nomero.",
    ),
    ("ko", "주문해 주셔서 감사합니다. 상품이 준비되었으며 내일 배송될 예정입니다."),
    ("ky_KG", "Буйрутмаңыз үчүн рахмат. Ал даяр жана эртең сизге жеткирилет. Суроолоруңуз болсо, бизге жазыңыз."),
    ("lo", "ຂອບໃຈສຳລັບການສັ່ງຊື້ຂອງທ່ານ ສິນຄ້າພ້ອມແລ້ວ ແລະຈະສົ່ງຮອດທ່ານມື້ອື່ນ"),
    (
        "lv",
        "Paldies par jūsu pasūtījumu. Tas ir gatavs, un rīt mēs to piegādāsim. Ja jums ir jautājumi, lūdzu, rakstiet mums.",
    ),
    (
        "lt",
        "Ačiū už jūsų užsakymą. Jis paruoštas ir rytoj bus pristatytas. Jei turite klausimų, prašome parašyti mums.",
    ),
    (
        "mk",
        "Ви благодариме за вашата нарачка. Таа е подготвена и утре ќе биде испорачана. Ако имате прашања, пишете ни.",
    ),
    (
        "ms",
        "Terima kasih atas tempahan anda. Ia telah siap dan akan dihantar esok. Jika ada soalan, sila balas mesej ini kerana kami boleh membantu.",
    ),
    ("ml", "നിങ്ങളുടെ ഓർഡറിന് നന്ദി. അത് തയ്യാറാണ്, നാളെ നിങ്ങൾക്ക് ലഭിക്കും."),
    ("mr", "तुमच्या ऑर्डरसाठी धन्यवाद. ती तयार आहे आणि उद्या तुम्हाला मिळेल. काही प्रश्न असल्यास आम्हाला कळवा."),
    (
        "nb",
        "Takk for bestillingen din. Den er klar, og vi leverer den i morgen. Har du spørsmål, send oss gjerne en melding av noe slag.",
    ),
    ("ps_AF", "ستاسو د فرمایش لپاره مننه. فرمایش چمتو دی او سبا به تاسو ته ورسول شي. که پوښتنه لرئ موږ ته ولیکئ."),
    ("fa", "از سفارش شما متشکریم. سفارش آماده است و فردا به دست شما می‌رسد. اگر سؤالی دارید به ما پیام دهید."),
    (
        "pl",
        "Dziękujemy za Twoje zamówienie. Jest gotowe i jutro zostanie dostarczone. Jeśli masz pytania, napisz do nas.",
    ),
    (
        "pt_BR",
        "Obrigado pelo seu pedido. Ele já está pronto e chega amanhã à sua casa. Se você tiver dúvidas, fale com a nossa equipe.",
    ),
    ("pa", "ਤੁਹਾਡੇ ਆਰਡਰ ਲਈ ਧੰਨਵਾਦ। ਇਹ ਤਿਆਰ ਹੈ ਅਤੇ ਕੱਲ੍ਹ ਤੁਹਾਡੇ ਕੋਲ ਪਹੁੰਚ ਜਾਵੇਗਾ।"),
    (
        "ro",
        "Vă mulțumim pentru comandă. Este gata și va ajunge mâine la dumneavoastră. Dacă aveți întrebări, scrieți-ne.",
    ),
    ("ru", "Спасибо за ваш заказ. Он уже готов, и завтра мы его доставим. Если есть вопросы, напишите нам."),
    (
        "sr",
        "Hvala na vašoj porudžbini. Spremna je i sutra ćemo je isporučiti. Ako imate pitanja, pišite nam u svako vreme.",
    ),
    ("si_LK", "ඔබගේ ඇණවුමට ස්තූතියි. එය සූදානම් වන අතර හෙට ඔබ වෙත ලැබෙනු ඇත."),
    (
        "sk",
        "Ďakujeme za vašu objednávku. Je pripravená a zajtra ju doručíme. Ak máte otázky, napíšte nám alebo zavolajte.",
    ),
    (
        "sl",
        "Hvala za vaše naročilo. Pripravljeno je in jutri ga bomo dostavili. Če imate vprašanja, nam pišite ali pa pokličite.",
    ),
    (
        "es",
        "Gracias por tu pedido. Ya está listo y mañana lo llevaremos a tu casa. Si tienes dudas, escribe a nuestro equipo.",
    ),
    ("sw", "Asante kwa agizo lako. Liko tayari na litafika kwako kesho. Kama una swali, tafadhali tuma ujumbe kwetu."),
    (
        "sv",
        "Tack för din beställning. Den är klar och vi levererar den imorgon. Om du har frågor, skriv gärna till oss.",
    ),
    ("ta", "உங்கள் ஆர்டருக்கு நன்றி. அது தயாராக உள்ளது, நாளை உங்களிடம் வந்து சேரும்."),
    ("te", "మీ ఆర్డర్‌కు ధన్యవాదాలు. అది సిద్ధంగా ఉంది, రేపు మీకు చేరుతుంది."),
    ("th", "ขอบคุณสำหรับคำสั่งซื้อของคุณ สินค้าพร้อมแล้วและจะถึงบ้านคุณในวันพรุ่งนี้"),
    (
        "tr",
        "Siparişiniz için teşekkür ederiz. Siparişiniz hazır ve yarın size ulaşacak. Sorunuz varsa lütfen bize yazın.",
    ),
    ("uk", "Дякуємо за ваше замовлення. Воно вже готове, і завтра ми його доставимо. Якщо є питання, напишіть нам."),
    ("ur", "آپ کے آرڈر کا شکریہ۔ یہ تیار ہے اور کل آپ تک پہنچ جائے گا۔ کوئی سوال ہو تو ہمیں لکھیں۔"),
    ("uz", "Buyurtmangiz uchun rahmat. U tayyor va ertaga sizga yetkazib beriladi. Savolingiz bo'lsa, bizga yozing."),
    (
        "vi",
        "Cảm ơn bạn đã đặt hàng. Đơn hàng đã sẵn sàng và sẽ được giao vào ngày mai. Nếu cần hỗ trợ, vui lòng nhắn cho chúng tôi.",
    ),
    ("zu", "Siyabonga nge-oda yakho. Isilungile futhi izolethwa kusasa. Uma unombuzo, sicela usithumelele umlayezo."),
];

/// Pairs that are not told apart: the text of the first under the code of the second.
const TOO_CLOSE: &[(&str, &str)] = &[("fa", "prs_AF"), ("prs_AF", "fa"), ("hr", "sr"), ("sr", "hr")];

/// All codes with the text that stands for them.
fn text_of(code: &str) -> &'static str {
    let base = |code: &'static str| code.split('_').next().unwrap();
    let own = TEXTS.iter().find(|(known, _)| *known == if code == "zh_HK" { "zh_TW" } else { code });
    let found = own.or_else(|| TEXTS.iter().find(|(known, _)| base(known) == code.split('_').next().unwrap()));
    found.unwrap_or_else(|| panic!("no text for {code}")).1
}

fn report(pairs: &[(&str, &str)]) -> Report {
    let source = |(index, (text, code)): (usize, &(&str, &str))| {
        let text = serde_json::to_string(text).unwrap();
        let text = format!("name: n{index}\ncategory: UTILITY\nvariants:\n  \"{code}\":\n    body: {text}\n");
        Source::new(format!("{index}.yaml"), text.into_bytes())
    };
    check(pairs.iter().enumerate().map(source).collect(), &Settings::default())
}

/// What the rules about languages say, by the place of the pair.
fn told(pairs: &[(&str, &str)]) -> Vec<Vec<String>> {
    let report = report(pairs);
    assert!(report.failures.is_empty());
    let mut told = vec![Vec::new(); pairs.len()];
    let is_told =
        |finding: &&walint::Finding| finding.rule.id.starts_with("language/") && finding.severity != Severity::Note;
    for finding in report.findings.iter().filter(is_told) {
        told[finding.place.file.0 as usize].push(format!("{}: {}", finding.rule.id, finding.message));
    }
    told
}

#[test]
fn a_clean_text_of_every_language_gives_nothing() {
    let pairs: Vec<(&str, &str)> =
        policy::LANGUAGES.iter().map(|language| (text_of(language.code), language.code)).collect();
    let wrong: Vec<String> = pairs
        .iter()
        .zip(told(&pairs))
        .filter(|(_, told)| !told.is_empty())
        .map(|(pair, told)| format!("{}: {told:?}", pair.1))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn under_every_other_language_it_is_told_or_the_two_are_known_to_be_close() {
    let codes: Vec<(&str, &str, &str)> = TEXTS
        .iter()
        .flat_map(|(own, text)| {
            TEXTS.iter().filter(move |(other, _)| other != own).map(move |(other, _)| (*own, *other, *text))
        })
        .collect();
    let pairs: Vec<(&str, &str)> = codes.iter().map(|(_, other, text)| (*text, *other)).collect();
    let silent: BTreeSet<(&str, &str)> = codes
        .iter()
        .zip(told(&pairs))
        .filter(|(_, told)| told.is_empty())
        .map(|((own, other, _), _)| (*own, *other))
        .collect();
    assert_eq!(silent, TOO_CLOSE.iter().copied().collect::<BTreeSet<_>>());
}

/// What is told, by rule, of a body under a code.
fn rules_told(code: &str, body: &str) -> Vec<String> {
    let told = told(&[(body, code)]).remove(0);
    told.iter().map(|finding| finding.split(':').next().unwrap().to_owned()).collect()
}

#[test]
fn thin_evidence_is_no_evidence() {
    for (code, body) in [
        ("es", "Hola {{1}}"),
        ("es", "Check-in OK"),
        ("fr", "{{1}} : https://shop.example/your/order/is/ready/for/you {{2}}"),
        ("fr", "Votre code WhatsApp Business est valable dix minutes."),
        ("ar", "رمزك في WhatsApp Business هو {{1}} لا غير"),
        ("ar", "{{the_order_of_your_customer_is_ready}} تم"),
        ("de", "Ihr Paket von Best Buy ist unterwegs, Hotline: The Phone House."),
        ("id", "Order kamu sudah dikirim, klik link tracking ya! Payment via QRIS aman."),
        ("hi", "आपका order confirm हो गया है, payment link नीचे है।"),
        ("fil", "Confirmed na ang order mo! We will deliver bukas, salamat po."),
        ("en", "Bonjour! Your table at Chez Marie et Les Amis is booked for tonight."),
        ("en", "Your sushi (寿司) is ready."),
        ("ja", "予約確定"),
        ("zh_CN", "欢迎来到の日式料理店，您的座位已经准备好。"),
        ("sr", "Ваша поруџбина је спремна и сутра ћемо је испоручити. Хвала!"),
        ("kk", "Sizdiñ tapsyrysyñyz dayyn, erteñ jetkizemiz."),
        ("unknown", "Thank you for your order, it will be delivered tomorrow."),
    ] {
        assert_eq!(rules_told(code, body), Vec::<String>::new(), "{code}: {body}");
    }
}

#[test]
fn each_kind_of_trouble_has_its_rule() {
    for (code, body, rule) in [
        ("es", "YOUR ORDER HAS BEEN SHIPPED AND WILL ARRIVE TOMORROW", "language/wrong-language"),
        ("hi", "Aapka order aaj bhej diya gaya hai, kal tak mil jayega", "language/romanised"),
        ("en", "Aapka order aaj bhej diya gaya hai aur kal tak aapko mil jayega", "language/wrong-language"),
        ("ar", "Marhaba, talabak jahiz fi al farea al yom, shukran lak", "language/romanised"),
        ("ru", "Vash zakaz uzhe gotov, spasibo chto vy s nami", "language/romanised"),
        ("ja", "您的订单已经发货，请在今天晚上之前到门口领取包裹", "language/wrong-language"),
        ("zh_CN", "ご注文ありがとうございます。明日お届けします", "language/wrong-language"),
        ("en", "您的订单已经发货。Your order has left the warehouse and will reach you soon.", "language/mixed"),
        ("uk", "Ваш заказ уже готов, и завтра мы его доставим. Спасибо, что вы с нами!", "language/wrong-language"),
        (
            "pt_BR",
            "Tu pedido ya está listo y mañana lo llevaremos a tu casa. Muchas gracias.",
            "language/wrong-language",
        ),
        ("zh_TW", "您的订单已经发货", "language/chinese-characters"),
    ] {
        assert_eq!(rules_told(code, body), [rule], "{code}: {body}");
    }
}
