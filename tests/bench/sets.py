#!/usr/bin/env python3
"""Makes sets of template files from our own templates: about 1 KB each, in many languages, mostly right, all different.

    sets.py FOLDER --files 10000       so many files in FOLDER/00 to FOLDER/99
    sets.py FILE --bytes 1048576       one file that holds templates up to that size
    sets.py FILE --findings 3200       one file with so many templates, one error in each

The same numbers give the same bytes. Needs Python 3.9 and nothing else.
"""
import argparse
import glob
import os
import random
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "engines"))

import generate  # noqa: E402

SIZE = 1000
# One file in so many has a mistake in it.
WRONG = 16
# Who writes: three of these close every body, so that no two templates are the same.
NAMES = (
    "Amber Aster Birch Cedar Clover Coral Cove Dale Delta Ember Fern Fjord Garden Grove Harbor Hazel Heron Island Ivy "
    "Juniper Kite Lagoon Lark Linden Maple Marsh Meadow Mill Myrtle North Oak Orchard Pine Quay Reed River Rowan Sage "
    "Sparrow Stone Summit Tide Vale Willow Wren"
).split()
# What people get wrong, as text: double asterisks, a link into WhatsApp, a button's text that is too long.
MISTAKES = [
    lambda text: re.sub(r"\{\{(\w+)\}\}", r"**{{\1}}**", text, count=1),
    lambda text: re.sub(r'url: "https://[^"]*", example: [^}]*', 'url: "https://wa.me/15550100"', text, count=1),
    lambda text: re.sub(r"text: ([^,|]*), url", r"text: \1 (and all the other details), url", text, count=1),
]


def our_templates():
    """The head of each template file of the project, and its languages."""
    parts = []
    # Passcodes are left out: Meta writes their texts.
    for path in sorted(path for folder in ("utility", "marketing") for path in glob.glob(f"{HERE}/../../templates/{folder}/*.yaml")):
        with open(path, encoding="utf-8") as file:
            # Pictures lie beside the templates, and not beside these files.
            lines = [line for line in file if not line.startswith("#") and "media:" not in line]
        head, variants = "".join(lines).split("variants:\n")
        languages = re.split(r"(?m)^(?=  \w+:\n)", variants)
        parts.append((head, [language.rstrip("\n") + "\n" for language in languages if language.strip()]))
    return parts


OURS = our_templates()


def name(number):
    return " ".join(NAMES[number // len(NAMES) ** place % len(NAMES)] for place in range(3))


def template(number):
    """A template in the form for people: a few languages of one of ours, signed by somebody else."""
    chance = random.Random(number)
    head, languages = chance.choice(OURS)
    text = re.sub(r"(?m)^name: (\w+)$", rf"name: \1_{number}", head) + "variants:\n"
    for language in chance.sample(languages, len(languages)):
        if len(text.encode()) > SIZE * 3 // 4:
            break
        text += language
    text = re.sub(r"\n      example:", rf"\n\n        {name(number)}\n      example:", text)
    return MISTAKES[number // WRONG % len(MISTAKES)](text) if number % WRONG == 7 else text


def entry(text):
    """A template as one of a list."""
    return "- " + re.sub(r"\n(?=[^\n])", "\n  ", text)


def write_files(folder, count):
    for number in range(count):
        place = os.path.join(folder, f"{number % 100:02}")
        os.makedirs(place, exist_ok=True)
        with open(os.path.join(place, f"{number:05}.yaml"), "w", encoding="utf-8") as file:
            file.write(template(number))


def write_listing(path, size):
    """One file that is no larger than that."""
    with open(path, "wb") as file:
        number = 0
        while file.tell() + len(made := entry(template(number)).encode()) <= size:
            file.write(made)
            number += 1


def write_findings(path, count):
    """One file with an emoji in so many headers, and nothing else wrong with it."""
    with open(path, "w", encoding="utf-8") as file:
        for number in range(max(count, 1)):
            language, title, _, thanks, _ = generate.TEXTS[number % len(generate.TEXTS)]
            wrong = " 🎉" if count else ""
            body = f"{thanks} {name(number)}"
            file.write(f"- name: shop_{number}\n  category: UTILITY\n  variants:\n    {language}: {{header: {title}{wrong}, body: {body}}}\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("place")
    kind = parser.add_mutually_exclusive_group(required=True)
    kind.add_argument("--files", type=int)
    kind.add_argument("--bytes", type=int)
    kind.add_argument("--findings", type=int)
    arguments = parser.parse_args()
    if arguments.files is not None:
        write_files(arguments.place, arguments.files)
    elif arguments.bytes is not None:
        write_listing(arguments.place, arguments.bytes)
    else:
        write_findings(arguments.place, arguments.findings)
