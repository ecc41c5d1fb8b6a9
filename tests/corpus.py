#!/usr/bin/env python3
"""Run walint over every template of a JSON Lines file and fail on a panic, an internal error or a wrong range.

    corpus.py target/release/walint templates.jsonl [--rules]

With --rules it prints how often each rule fires, by severity. Needs Python 3.9 and nothing else.
"""
import collections
import json
import os
import subprocess
import sys
import tempfile

KEYS = ("name", "language", "category", "parameter_format", "sub_category", "message_send_ttl_seconds", "components", "status")


def main():
    binary, path = os.path.abspath(sys.argv[1]), sys.argv[2]
    with open(path, encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines if line.strip()]
    counts = collections.Counter()
    with tempfile.TemporaryDirectory() as folder:
        for row in rows:
            template = {key: row[key] for key in KEYS if row.get(key) is not None}
            with open(os.path.join(folder, f"{row['id']}.json"), "w", encoding="utf-8") as file:
                json.dump(template, file, ensure_ascii=False, indent=1)
        run = subprocess.run([binary, "check", "--format", "json", "--fail-on", "never", folder], capture_output=True)
        report = json.loads(run.stdout)
        for finding in report["findings"]:
            counts[finding["rule"], finding["severity"]] += 1
            with open(finding["file"], "rb") as file:
                size = len(file.read())
            start, end = finding["range"]["start"]["byte"], finding["range"]["end"]["byte"]
            if not 0 <= start <= end <= size:
                sys.exit(f"{finding['rule']}: range {start}..{end} outside of {finding['file']} ({size} bytes)")
        unchecked = [file["path"] for file in report["files"] if file["status"] != "checked"]
    if run.returncode != 0 or unchecked or b"internal error" in run.stderr:
        sys.exit(f"exit {run.returncode}, {len(unchecked)} unchecked: {run.stderr.decode('utf-8', 'replace')[:2000]}")
    if "--rules" in sys.argv:
        for (rule, severity), count in sorted(counts.items()):
            print(f"{count:6} {severity:8} {rule}")
    print(f"{len(rows)} templates, {sum(counts.values())} findings, no panic, every range inside its file")


main()
