#!/usr/bin/env python3
"""Counts the instructions of a run: a record that is the same on every machine of a kind, however busy it is.

    instructions.py target/release/walint [--floors target/release/examples/floors] [--functions 15]

Needs valgrind, and says so with exit code 77 where there is none. `--functions` also lists where they were spent, with
what each calls left out; that wants a program with its symbols: `cargo rustc --release --bin walint -- -C strip=none`.
"""
import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile

import sets

FILES = 100
FINDINGS = 400


def count(command, record):
    told = subprocess.run(
        ["valgrind", "--tool=callgrind", f"--callgrind-out-file={record}", *command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    return int(re.search(r"Collected : (\d+)", told.stderr)[1])


def functions(record, most):
    told = subprocess.run(["callgrind_annotate", record], stdout=subprocess.PIPE, text=True).stdout
    rows = re.findall(r"(?m)^ *([\d,]+) \( *([\d.]+)%\)  \S*?:(.+?)(?: \[.*\])?$", told)
    return [f"  {float(share):5.1f} %  {re.sub(r'::h[0-9a-f]{16}', '', name)[:110]}" for _, share, name in rows[:most]]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("walint")
    parser.add_argument("--floors", help="by default beside walint, as Cargo builds it")
    parser.add_argument("--functions", type=int, default=0)
    arguments = parser.parse_args()
    if not shutil.which("valgrind"):
        print("there is no valgrind here: instructions not counted")
        sys.exit(77)
    walint = os.path.abspath(arguments.walint)
    floors = os.path.abspath(arguments.floors or os.path.join(os.path.dirname(walint), "examples", "floors"))
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)  # away from any configuration
        sets.write_files("one", 1)
        sets.write_files("many", FILES)
        sets.write_findings("findings.yaml", FINDINGS)
        check = [walint, "check", "--threads", "1", "--format"]
        runs = {
            f"read {FILES} files": [floors, "read", "many"],
            "read and parse them": [floors, "parse", "many"],
            "check one file": [*check, "json", "one"],
            f"check {FILES} files": [*check, "json", "many"],
            "the same without category": [*check, "json", "--ignore", "category", "many"],
            **{f"check {FINDINGS} findings, {format}": [*check, format, "findings.yaml"] for format in ("human", "json", "sarif")},
        }
        print(f"| {'millions of instructions':<27} |           |\n| {'-' * 27} | --------: |")
        for name, command in runs.items():
            print(f"| {name:<27} | {count(command, name) / 1e6:9,.2f} |", flush=True)
        if arguments.functions:
            print("\n".join(["", f"check {FILES} files, by function:", *functions(f"check {FILES} files", arguments.functions)]))


if __name__ == "__main__":
    main()
