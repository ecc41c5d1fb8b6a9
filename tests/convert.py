#!/usr/bin/env python3
"""There and back over every template of a JSON Lines file: `walint convert` must lose nothing.

    convert.py target/release/walint templates.jsonl

Each template goes to the authoring form and back on its own, and all of them together. Where PyYAML is installed, a reader of
YAML 1.1 has to read the same values from what was written. Needs Python 3.9 and nothing else.
"""
import json
import os
import subprocess
import sys
import tempfile

try:
    import yaml
except ImportError:
    yaml = None

NOT_KEYS = ("source", "line", "lang_detected", "lang_mismatch", "label_quality", "evidence", "kind", "note")


def convert(binary, source, target, *more):
    run = subprocess.run([binary, "convert", source, "--to", target, *more], capture_output=True)
    return run.returncode, run.stdout.decode("utf-8"), run.stderr.decode("utf-8")


def plain(value):
    """What Meta documents in place of what it takes as well."""
    if isinstance(value, list):
        return [plain(item) for item in value]
    if not isinstance(value, dict):
        return value
    value = {key: plain(item) for key, item in value.items()}
    kind = value.get("type")
    if isinstance(kind, str) and ("format" in value or kind.upper() in ("BODY", "FOOTER", "BUTTONS", "HEADER", "CAROUSEL")):
        value["type"] = kind.upper()
    if kind == "URL" and isinstance(value.get("example"), str):
        value["example"] = [value["example"]]
    return value


def main():
    binary, path = os.path.abspath(sys.argv[1]), sys.argv[2]
    with open(path, encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines if line.strip()]
    refused, changed, lost, other, everything = [], [], [], [], []
    with tempfile.TemporaryDirectory() as folder:
        for row in rows:
            template = {key: value for key, value in row.items() if key not in NOT_KEYS and value is not None}
            # Some rows do not say it, and no template can do without.
            template["language"] = template.get("language") or "en"
            first, second = os.path.join(folder, "a.json"), os.path.join(folder, "b.yaml")
            with open(first, "w", encoding="utf-8") as file:
                json.dump(template, file, ensure_ascii=False)
            code, normal, error = convert(binary, first, "graph")
            if code != 0:
                refused.append((row["id"], error))
                continue
            everything.append(json.loads(normal))
            if plain(json.loads(normal)) != plain(template):
                changed.append((row["id"], template, json.loads(normal)))
            code, text, error = convert(binary, first, "authoring")
            if code != 0:
                refused.append((row["id"], error))
                continue
            with open(second, "w", encoding="utf-8", newline="") as file:
                file.write(text)
            code, again, error = convert(binary, second, "graph")
            if code != 0 or again != normal:
                lost.append((row["id"], error, normal, again))
            code, text_again, _ = convert(binary, second, "authoring")
            if text_again != text:
                other.append((row["id"], "authoring form is not stable", text, text_again))
            if yaml and texts(yaml.safe_load(text)) != texts(json.loads(normal)):
                other.append((row["id"], "YAML 1.1", text, sorted(texts(json.loads(normal)) ^ texts(yaml.safe_load(text)))))
        first, second = os.path.join(folder, "all.json"), os.path.join(folder, "all.yaml")
        with open(first, "w", encoding="utf-8") as file:
            json.dump({"data": everything, "paging": {}}, file)
        size = ("--max-file-size", "100000000")
        code, _, error = convert(binary, first, "authoring", "-o", second, *size)
        again = convert(binary, second, "graph", *size)[1] if code == 0 else "[]"
        key = lambda request: json.dumps(request, sort_keys=True)
        if sorted(map(key, json.loads(again))) != sorted(map(key, everything)):
            lost.append(("all together", error))
    for name, found in (("refused", refused), ("lost", lost), ("other", other), ("changed", changed)):
        for item in found[: 5 if "-v" not in sys.argv else None]:
            print(name, *item, sep="\n  ")
    print(f"{len(rows)} templates, {len(refused)} refused, {len(changed)} put right, {len(lost)} lost, {len(other)} read otherwise")
    sys.exit(bool(lost or other))


def texts(value, found=None):
    """Every text of people in it: those with a blank, or not in ASCII."""
    found = set() if found is None else found
    if isinstance(value, dict):
        for item in value.values():
            texts(item, found)
    elif isinstance(value, list):
        for item in value:
            texts(item, found)
    elif isinstance(value, str) and value != "TEXT" and (" " in value or not value.isascii() or "\n" in value):
        found.add(value)
    return found


main()
