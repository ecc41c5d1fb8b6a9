#!/usr/bin/env python3
"""Holds the speed, memory and size of walint, and prints every figure beside its limit.

    gates.py target/release/walint [--floors target/release/examples/floors]

Meant for machines with neighbours: time is processor time, the least of interleaved rounds; slopes and shares are ratios
of one run; and what breaks a limit is measured once more before it counts. Needs Python 3.9 and nothing else.
"""
import argparse
import math
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from typing import Optional

import sets  # also finds tests/engines
from throughput import processor_time

FORMATS = ("human", "json", "sarif")
# The limit and the wish, where the wish is not yet met. The limit is what was measured when the gate was built, in November
# 2026, and a quarter more: 10.8 for the ratio. Lower it with every step towards the wish. Each file more takes its text, which
# is 1 KiB, and about as much for its name, its outline and what was found in it: 2.6 KiB were measured.
LIMITS = {"ratio": (14, 2), "start": (8, 5), "memory": (64, None), "growth": (3.2, None), "size": (12, None), "category": (15, None)}
SLOPE = 1.1
MB = 1000 * 1000
MIB = 1024 * 1024


@dataclass
class Figure:
    """What was measured; without a limit it only tells."""

    name: str
    value: float
    unit: str = ""
    limit: Optional[float] = None
    # What it should be one day, where the limit is what it was plus a quarter: so it gets no worse until then.
    wished: Optional[float] = None

    def holds(self):
        return self.limit is None or self.value <= self.limit

    def row(self):
        def written(value):
            return "" if value is None else f"{value:,.{0 if value >= 1000 else 2 if value < 20 else 1}f} {self.unit}".rstrip()

        verdict = "" if self.limit is None else "holds" if self.holds() else "BROKEN"
        return [self.name, written(self.value), written(self.limit), written(self.wished), verdict]


def slope(sizes, times):
    """By how much the logarithm of the time grows with that of the size: 1 where twice the work takes twice the time."""
    x, y = [math.log(size) for size in sizes], [math.log(max(time, 1e-6)) for time in times]
    middle_x, middle_y = statistics.mean(x), statistics.mean(y)
    return sum((a - middle_x) * (b - middle_y) for a, b in zip(x, y)) / sum((a - middle_x) ** 2 for a in x)


class Times:
    """Commands, and the least processor time of each so far."""

    def __init__(self, folder):
        self.out, self.commands, self.least = os.path.join(folder, "out"), {}, {}

    def round(self):
        for name, command in self.commands.items():
            with open(self.out, "wb") as out:
                took = processor_time(command, stdout=out)
            self.least[name] = min(took, self.least.get(name, took))

    def slope(self, sizes, kind, start):
        """Without what it takes to start, which would make every slope flatter."""
        return slope(sizes, [self.least[kind, size] - self.least[kind, start] for size in sizes])


def check(walint, format, path):
    return [walint, "check", "--threads", "1", "--format", format, path]


class Files:
    """Many files, against reading and parsing them alone."""

    rounds, counts = 2, (100, 1_000, 10_000)

    def __init__(self, walint, floors, folder):
        self.times = Times(folder)
        for count in (1, *self.counts):
            sets.write_files(path := files(folder, count), count)
            for format in FORMATS:
                self.times.commands[format, count] = check(walint, format, path)
        for mode in ("read", "parse"):
            self.times.commands[mode] = [floors, mode, files(folder, self.counts[-1])]

    def measure(self):
        self.times.round()

    def figures(self):
        most, least = self.counts[-1], self.times.least
        whole = least["json", most]
        yield Figure(f"read {most:,} files", 1e3 * least["read"], "ms")
        yield Figure("read and parse them", 1e3 * least["parse"], "ms")
        yield Figure("check them", 1e3 * whole, "ms")
        yield Figure("check / read and parse", whole / least["parse"], "", *LIMITS["ratio"])
        for format in FORMATS:
            yield Figure(f"slope over files, {format}", self.times.slope(self.counts, format, 1), "", SLOPE)


class OneFile:
    """One file that grows: in bytes, or in findings."""

    rounds = 3

    def __init__(self, walint, folder, what, sizes, least, write):
        self.what, self.sizes, self.start, self.times = what, sizes, least, Times(folder)
        for size in (least, *sizes):
            write(path := os.path.join(folder, f"{what}-{size}.yaml"), size)
            for format in FORMATS:
                self.times.commands[format, size] = check(walint, format, path)

    def measure(self):
        self.times.round()

    def figures(self):
        yield Figure(f"check one file, {self.sizes[-1]:,} {self.what}", 1e3 * self.times.least["json", self.sizes[-1]], "ms")
        for format in FORMATS:
            yield Figure(f"slope over {self.what}, {format}", self.times.slope(self.sizes, format, self.start), "", SLOPE)


class Rules:
    """What the rules take that take the most, as a share of the time of all rules."""

    # `--timings` counts what several rules need for the first of them. So it only says which rules to look at, and what
    # a rule takes itself is what a run without it takes less.
    rounds, limit, looked_at, listed = 5, 10, 8, 3
    # Looks at one name of each template.
    NEXT_TO_NOTHING = "identity/name-pattern"

    def __init__(self, walint, folder):
        self.check = check(walint, "json", files(folder, 1_000))
        self.times = Times(folder)
        self.times.commands = {"all": self.check, "none": [*self.check, "--select", self.NEXT_TO_NOTHING]}
        self.shares = self.told()
        for rule in self.shares:
            self.times.commands[rule] = [*self.check, "--ignore", rule]

    def told(self):
        done = subprocess.run([*self.check, "--timings"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        # The largest first. The last row is all the others together.
        shares = [(rule, int(share)) for share, rule in re.findall(r"(?m)^ +[\d.]+ ms +(\d+) %  (\S+/\S+)$", done.stderr)]
        return dict(row for place, row in enumerate(shares) if place < self.listed or row[1] >= self.looked_at)

    def measure(self):
        self.times.round()

    def figures(self):
        least = self.times.least
        for rule, told in self.shares.items():
            own = (least["all"] - least[rule]) / (least["all"] - least["none"])
            name = f"share of {rule} (--timings: {told} %)"
            yield Figure(name, 100 * max(own, 0), "%", self.limit)


class Category:
    """What reading for the category adds to a check."""

    # A few hundredths of what is measured, on processors that change their speed all the time. So it is held in many pairs
    # of short runs, one right after the other, and counts by the middle one of these ratios.
    rounds = 100

    def __init__(self, walint, folder):
        sets.write_files(path := files(folder, 200), 200)
        self.commands = [check(walint, "json", path), [*check(walint, "json", path), "--ignore", "category"]]
        self.out, self.ratios = os.path.join(folder, "out"), []

    def measure(self):
        whole, without = map(self.took, self.commands)
        self.ratios.append(whole / without)

    def took(self, command):
        with open(self.out, "wb") as out:
            return processor_time(command, stdout=out)

    def figures(self):
        yield Figure("the category adds", 100 * (statistics.median(self.ratios) - 1), "%", *LIMITS["category"])


class Start:
    """How long people wait for one file, and what of it is work."""

    rounds, runs = 5, 30

    def __init__(self, walint, folder):
        self.command, self.waited, self.worked = [walint, "check", files(folder, 1)], [], []

    def measure(self):
        times = [self.run() for _ in range(self.runs)]
        for medians, part in zip((self.waited, self.worked), zip(*times)):
            medians.append(1e3 * statistics.median(part))

    def run(self):
        nowhere = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)]
        start = time.perf_counter()
        _, _, usage = os.wait4(os.posix_spawn(self.command[0], self.command, os.environ, file_actions=nowhere), 0)
        return time.perf_counter() - start, usage.ru_utime + usage.ru_stime

    def figures(self):
        # Real time says something where a core is free for this.
        quiet = hasattr(os, "getloadavg") and os.getloadavg()[0] < os.cpu_count()
        limit, wished = LIMITS["start"]
        yield Figure(f"start-up, real time, median of {self.runs}", min(self.waited), "ms", limit if quiet else None, wished)
        yield Figure(f"start-up, processor time, median of {self.runs}", min(self.worked), "ms", *LIMITS["start"])


class Memory:
    """The most memory that a run holds."""

    rounds = 1
    # By a small process between: the most that one ever held begins with what the process held that it came from.
    BETWEEN = (
        "import os, resource, sys; os.waitpid(os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ), 0);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr)"
    )

    def __init__(self, walint, folder):
        self.commands = {count: [walint, "check", "--quiet", "--threads", "2", files(folder, count)] for count in (1_000, 10_000)}
        self.most = {}

    def measure(self):
        for count, command in self.commands.items():
            told = subprocess.run([sys.executable, "-ISc", self.BETWEEN, *command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
            # Kilobytes, but bytes on a Mac.
            held = int(told.stderr.split()[-1]) * (1 if sys.platform == "darwin" else 1024)
            self.most[count] = min(held, self.most.get(count, held))

    def figures(self):
        few, many = self.commands
        yield Figure(f"memory for {many:,} files", self.most[many] / MIB, "MiB", *LIMITS["memory"])
        # Files stay in memory with their text and an outline; their templates do not.
        growth = (self.most[many] - self.most[few]) / (many - few)
        yield Figure("memory for each file more", growth / 1024, "KiB", *LIMITS["growth"])


class Size:
    """The program itself."""

    rounds = 1

    def __init__(self, walint):
        self.walint = walint

    def measure(self):
        self.size = os.path.getsize(self.walint)

    def figures(self):
        yield Figure("program", self.size / MB, "MB", *LIMITS["size"])


def files(folder, count):
    return os.path.join(folder, f"files-{count}")




def measured(group):
    for _ in range(group.rounds):
        group.measure()
    if not all(figure.holds() for figure in group.figures()):
        for _ in range(group.rounds):
            group.measure()
    return list(group.figures())


def table(figures):
    rows = [["what", "measured", "limit", "wished", ""]] + [figure.row() for figure in figures]
    width = [max(len(row[column]) for row in rows) for column in range(5)]
    rows.insert(1, ["-" * width[0]] + ["-" * (wide - 1) + ":" for wide in width[1:4]] + ["-" * max(width[4], 3)])
    for what, *numbers, verdict in rows:
        aligned = [number.rjust(wide) for number, wide in zip(numbers, width[1:4])]
        yield "| " + " | ".join([what.ljust(width[0]), *aligned, verdict.ljust(max(width[4], 3))]) + " |"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("walint")
    parser.add_argument("--floors", help="by default beside walint, as Cargo builds it")
    arguments = parser.parse_args()
    walint = os.path.abspath(arguments.walint)
    floors = os.path.abspath(arguments.floors or os.path.join(os.path.dirname(walint), "examples", "floors"))
    figures = []
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)  # away from any configuration
        groups = [
            lambda: Files(walint, floors, folder),
            lambda: OneFile(walint, folder, "bytes", (64 * 1024, 256 * 1024, MIB), 1024, sets.write_listing),
            lambda: OneFile(walint, folder, "findings", (400, 800, 1_600, 3_200), 0, sets.write_findings),
            lambda: Rules(walint, folder),
            lambda: Category(walint, folder),
            lambda: Start(walint, folder),
            lambda: Memory(walint, folder),
            lambda: Size(walint),
        ]
        for group in groups:
            figures += measured(group())
    print("\n".join(table(figures)))
    broken = [figure.name for figure in figures if not figure.holds()]
    if broken:
        sys.exit("broken: " + "; ".join(broken))


if __name__ == "__main__":
    main()
