#!/usr/bin/env python3
"""Times public validators of templates and walint on the same templates, and prints one table.

    compare.py target/release/walint [--templates 2000] [--rounds 7]

Installs the validators into target/peers, from npm and PyPI, in the versions named below. Each reads the templates as JSON,
in the spelling it wants, one a line. The whole process is real time; what each template more costs is processor time, which
the validators tell of their loop alone, and walint of its process. All are the least of interleaved rounds. Needs Python
3.9, and Node for the one from npm.
"""
import argparse
import copy
import datetime
import glob
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
import venv

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, ".."))

import sets  # noqa: E402

TARGET = os.path.join(HERE, "../../../target/peers")
# The validators there were in November 2026.
VERSIONS = {"@kapso/whatsapp-cloud-api": "0.3.0", "jina-whatsapp-mcp": "0.1.0", "waba-sdk": "1.1.1", "pywa": "4.5.0"}


def templates(walint, count):
    """Our own templates, all right, as requests of the Graph API."""
    with tempfile.TemporaryDirectory() as folder:
        # A file has one language at least.
        numbers = (number for number in range(2 * count) if number % sets.WRONG != 7)
        for number in (next(numbers) for _ in range(count)):
            with open(os.path.join(folder, f"{number}.yaml"), "w", encoding="utf-8") as file:
                file.write(sets.template(number))
        graph = os.path.join(folder, "graph")
        subprocess.run([walint, "convert", "--for-submission", "-o", graph, folder], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        paths = sorted(glob.glob(os.path.join(graph, "**", "*.json"), recursive=True))
        return [json.load(open(path, encoding="utf-8")) for path in paths[:count]]


def broken(right):
    """Templates with one mistake each that Meta's API refuses."""
    right = next(one for one in right if {"BODY", "FOOTER", "BUTTONS"} <= {part["type"] for part in one["components"]} and "{{1}}" in json.dumps(one))

    def changed(change):
        template = copy.deepcopy(right)
        change(template, {part["type"]: part for part in template["components"]})
        return template

    return {
        "no body": changed(lambda template, parts: template["components"].remove(parts["BODY"])),
        "a body of 1,100 characters": changed(lambda _, parts: parts["BODY"].update(text=parts["BODY"]["text"] + " a" * 550)),
        "a variable without an example": changed(lambda _, parts: parts["BODY"].pop("example")),
        "a body that ends with a variable": changed(lambda _, parts: parts["BODY"].update(text="Your code is {{1}}", example={"body_text": [["7"]]})),
        "a footer of 70 characters": changed(lambda _, parts: parts["FOOTER"].update(text="a" * 70)),
        "a button's text of 30 characters": changed(lambda _, parts: parts["BUTTONS"]["buttons"][0].update(text="a" * 30)),
        "no such language": changed(lambda template, _: template.update(language="fr_FR")),
        "a name with blanks": changed(lambda template, _: template.update(name="Order Shipped")),
    }


def camel(value):
    """As the package from npm spells keys."""
    if isinstance(value, dict):
        return {re.sub(r"_(\w)", lambda found: found[1].upper(), key): camel(inner) for key, inner in value.items()}
    return [camel(inner) for inner in value] if isinstance(value, list) else value


def lower(template):
    """With the types in lower case."""
    template = copy.deepcopy(template)
    for part in template["components"]:
        part["type"] = part["type"].lower()
        for button in part.get("buttons", []):
            button["type"] = button["type"].lower()
    return template


def same(template):
    return template


class Walint:
    """walint, a template a line."""

    spelled = staticmethod(same)

    def __init__(self, walint):
        version = subprocess.run([walint, "--version"], check=True, stdout=subprocess.PIPE, text=True).stdout.split()[1]
        self.name, self.walint = f"`walint stream` {version}", walint

    def command(self, lines):
        return [self.walint, "stream", "--threads", "1", "--exit-zero"]

    def spent(self, out, process):
        return process

    def refused(self, out):
        return [number for number, line in enumerate(out.splitlines()) if json.loads(line)["summary"]["errors"]]


class WalintFiles(Walint):
    """walint, a template a file: these have to be found and read as well."""

    def __init__(self, walint):
        super().__init__(walint)
        self.name = self.name.replace("stream", "check")

    def command(self, lines):
        folder = lines + ".files"
        if not os.path.isdir(folder):
            os.mkdir(folder)
            with open(lines, encoding="utf-8") as file:
                for number, line in enumerate(file):
                    with open(os.path.join(folder, f"{number:05}.json"), "w", encoding="utf-8") as one:
                        one.write(line)
        # Rules that compare the files of a run have nothing to compare in the other rows.
        return [self.walint, "check", "--threads", "1", "--format", "json", "--fail-on", "never", folder]

    def refused(self, out):
        findings = json.loads(out)["findings"]
        return sorted({int(os.path.basename(found["file"])[:5]) for found in findings if found["severity"] == "error"})


class Peer:
    """A package from a registry."""

    def __init__(self, name):
        self.name = f"`{name}` {VERSIONS[name]}"
        self.package = name

    def command(self, lines):
        return [*self.program, lines]

    def spent(self, out, process):
        # Starting takes so long, and so differently each time, that the difference of two runs would say nothing.
        return json.loads(out)["seconds"]

    def refused(self, out):
        return json.loads(out)["refused"]


class Npm(Peer):
    spelled = staticmethod(camel)

    def install(self):
        os.makedirs(folder := os.path.join(TARGET, "node"), exist_ok=True)
        command = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", folder, f"{self.package}@{VERSIONS[self.package]}"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.program = ["node", os.path.join(HERE, "in_node.mjs"), folder]


class PyPI(Peer):
    def __init__(self, name, spelled=same):
        super().__init__(name)
        self.spelled = spelled

    def install(self):
        # A folder for each, so that none has to agree with another on what both need.
        folder = os.path.join(TARGET, self.package)
        python = os.path.join(folder, "bin", "python")
        if not os.path.exists(python):
            venv.create(folder, with_pip=True)
        command = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", f"{self.package}=={VERSIONS[self.package]}"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.program = [python, os.path.join(HERE, "in_python.py"), self.package]


def write(path, templates, spelled):
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(json.dumps(spelled(template), ensure_ascii=False) + "\n" for template in templates)
    return path


def run(command, lines):
    """What it said, how long it took, and for how long it kept a processor busy."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with open(lines, "rb") as file:
        start = time.perf_counter()
        done = subprocess.run(command, stdin=file, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        took = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        raise RuntimeError(done.stderr.decode(errors="replace")[-300:])
    return done.stdout, took, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def processor():
    kind = "processors"
    if os.path.exists("/proc/cpuinfo"):
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            kind = next((line.split(":")[1].strip() for line in file if line.startswith("model name")), kind)
    return f"{os.cpu_count()} cores, {kind}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("walint")
    parser.add_argument("--templates", type=int, default=2_000)
    parser.add_argument("--rounds", type=int, default=7)
    arguments = parser.parse_args()
    walint = os.path.abspath(arguments.walint)
    right = templates(walint, arguments.templates)
    wrong = broken(right)
    taking, left_out = [Walint(walint), WalintFiles(walint)], []
    for peer in (Npm("@kapso/whatsapp-cloud-api"), PyPI("jina-whatsapp-mcp", lower), PyPI("waba-sdk"), PyPI("pywa")):
        try:
            peer.install()
            taking.append(peer)
        except (OSError, subprocess.CalledProcessError) as error:
            left_out.append(f"{peer.name} can not be installed here: {error}")
    print(f"{processor()}, {datetime.date.today()}; {len(right):,} templates\n")
    print("| | one template, whole process | each one more | right ones refused | broken ones refused |\n|---|--:|--:|--:|--:|")
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)  # away from any configuration
        lines = {}
        for number, peer in enumerate(taking):
            lines[peer] = {kind: write(f"{number}-{kind}", some, peer.spelled) for kind, some in (("one", right[:1]), ("many", right), ("wrong", wrong.values()))}
        waited, worked = {}, {}
        for _ in range(arguments.rounds):
            for peer in taking:
                for kind in ("one", "many"):
                    path = lines[peer][kind]
                    out, took, process = run(peer.command(path), path)
                    spent = peer.spent(out, process)
                    waited[peer, kind] = min(took, waited.get((peer, kind), took))
                    worked[peer, kind] = min(spent, worked.get((peer, kind), spent))
        missed = {}
        for peer in taking:
            refused = {kind: peer.refused(run(peer.command(path), path)[0]) for kind, path in lines[peer].items()}
            # What takes everything, or nothing, did not validate, and its time says nothing.
            assert refused["wrong"] and len(refused["many"]) < len(right), f"{peer.name} does not validate"
            each = (worked[peer, "many"] - worked[peer, "one"]) / (len(right) - 1)
            missed[peer] = [name for number, name in enumerate(wrong) if number not in refused["wrong"]]
            print(
                f"| {peer.name} | {1e3 * waited[peer, 'one']:.0f} ms | {1e6 * each:,.0f} µs "
                f"| {len(refused['many'])} | {len(refused['wrong'])} of {len(wrong)} |"
            )
    for line in left_out:
        print(f"\n{line}")
    for peer, names in missed.items():
        if names:
            print(f"\n{peer.name} takes {', '.join(names)}")


if __name__ == "__main__":
    main()
