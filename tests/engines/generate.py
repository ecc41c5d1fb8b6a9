#!/usr/bin/env python3
"""Makes templates like those of a provider with many customers: mostly right, in several languages, all different.

    generate.py FOLDER --count 100000

writes FOLDER/rows.json, one row a line (`id`, `path`, `text`), and the same texts as files, FOLDER/files/<path>.
The same number gives the same templates. Needs Python 3.9 and nothing else.
"""
import argparse
import json
import os
import random

# Language, greeting, body, closing words, footer.
TEXTS = [
    ("en_US", "Order update", "Hi {{1}}, your order {{2}} has left our warehouse and will be with you on {{3}}.", "Thank you for shopping with us.", "Reply STOP to opt out"),
    ("en_GB", "Your appointment", "Hello {{1}}, we look forward to seeing you on {{2}} at {{3}}.", "Please arrive ten minutes early and bring your documents.", "Not more than one reminder per visit"),
    ("es", "Tu pedido", "Hola {{1}}, tu pedido {{2}} ya salió de nuestro almacén y llega el {{3}}.", "Gracias por comprar con nosotros.", "Responde BAJA para no recibir más"),
    ("pt_BR", "Seu pedido", "Olá {{1}}, o seu pedido {{2}} saiu do nosso depósito e chega em {{3}}.", "Obrigado por comprar com a gente.", "Responda SAIR para parar"),
    ("de", "Ihre Bestellung", "Guten Tag {{1}}, Ihre Bestellung {{2}} hat unser Lager verlassen und kommt am {{3}}.", "Vielen Dank für Ihren Einkauf.", "Antworten Sie STOP zum Abmelden"),
    ("fr", "Votre commande", "Bonjour {{1}}, votre commande {{2}} a quitté notre entrepôt et arrive le {{3}}.", "Merci pour votre achat.", "Répondez STOP pour ne plus recevoir"),
    ("id", "Pesanan Anda", "Halo {{1}}, pesanan {{2}} sudah keluar dari gudang kami dan tiba pada {{3}}.", "Terima kasih sudah berbelanja.", "Balas STOP untuk berhenti"),
    ("hi", "आपका ऑर्डर", "नमस्ते {{1}}, आपका ऑर्डर {{2}} हमारे गोदाम से निकल चुका है और {{3}} को पहुँचेगा।", "हमारे साथ खरीदारी के लिए धन्यवाद।", "बंद करने के लिए STOP लिखें"),
    ("ar", "طلبك", "مرحبا {{1}}، غادر طلبك {{2}} مستودعنا وسيصل يوم {{3}}.", "شكرا لتسوقك معنا.", "أرسل STOP لإيقاف الرسائل"),
]
SAMPLES = ["Ana", "A-1042", "2026-11-24"]


def template(number):
    """A template in the form of the Graph API. One in four has something wrong with it."""
    chance = random.Random(number)
    language, title, body, thanks, small = chance.choice(TEXTS)
    parts = [body, thanks] + [f"{thanks[:-1]} ({word})." for word in chance.sample(["A", "B", "C", "D"], chance.randrange(3))]
    samples = list(SAMPLES)
    wrong = chance.randrange(24)
    header = {"type": "HEADER", "format": "TEXT", "text": title}
    url, label = "https://shop.example/track", "Details"
    if wrong == 0:
        parts.append("{{4}}")
        samples.append("https://shop.example/t/9")
    elif wrong == 1:
        samples.pop()
    elif wrong == 2:
        header["text"] = title + " 🎉"
    elif wrong == 3:
        parts[1] = "**" + parts[1] + "**"
    elif wrong == 4:
        label = "All the details of it, in one place"
    elif wrong == 5:
        url = "https://wa.me/15550100"
    components = [header, {"type": "BODY", "text": "\n\n".join(parts), "example": {"body_text": [samples]}}]
    if chance.randrange(2):
        components.append({"type": "FOOTER", "text": small})
    components.append({"type": "BUTTONS", "buttons": [{"type": "URL", "text": label, "url": url}]})
    return {"name": f"shop_{number}", "language": language, "category": "UTILITY", "components": components}


def row(number):
    """A template as a row of a table. Not all are JSON, and one in a thousand is broken."""
    graph = template(number)
    identity, folder = f"T{number:07}", f"{number % 100:02}"
    if number % 1000 == 7:
        return {"id": identity, "path": f"{folder}/{identity}.json", "text": json.dumps(graph)[:-3]}
    if number % 10 == 3:
        header, body = graph["components"][0], graph["components"][1]
        text = f"name: {graph['name']}\ncategory: UTILITY\nvariants:\n  {graph['language']}:\n    header: {header['text']}\n    body:\n      text: |\n"
        text += "".join(f"        {line}\n" if line else "\n" for line in body["text"].split("\n"))
        text += f"      example: {json.dumps(body['example']['body_text'][0])}\n"
        return {"id": identity, "path": f"{folder}/{identity}.yaml", "text": text}
    return {"id": identity, "path": f"{folder}/{identity}.json", "text": json.dumps(graph, ensure_ascii=False, indent=1)}


def write(folder, count):
    """Writes the rows, and each as a file."""
    for number in range(min(count, 100)):
        os.makedirs(os.path.join(folder, "files", f"{number:02}"), exist_ok=True)
    with open(os.path.join(folder, "rows.json"), "w", encoding="utf-8") as rows:
        for number in range(count):
            made = row(number)
            rows.write(json.dumps(made, ensure_ascii=False) + "\n")
            with open(os.path.join(folder, "files", made["path"]), "w", encoding="utf-8") as file:
                file.write(made["text"])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--count", type=int, default=100_000)
    arguments = parser.parse_args()
    write(arguments.folder, arguments.count)
