#!/usr/bin/env python3
"""Holds `walint stream` against `walint check` on one thread, and its memory against the number of lines.

    throughput.py target/release/walint [--lines 10000,200000] [--rounds 9]

Fails where the stream has less than 0.9 of the throughput of `check` on the same templates in one file, where a line is
not answered, or where memory grows with the lines. Time is processor time, so that neighbours on the machine do not
count for much, and the best of up to nine rounds. Needs Python 3.9 and nothing else.
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
import time

import generate

# As many as one file may hold: `check` reads at most 300,000 values of a file.
TEMPLATES = 6_000
RATIO = 0.9
# What may come on top of the memory for the fewest lines, as a share of it.
GROWTH = 1.25


def processor_time(command, **streams):
    """What a run takes of one processor, in seconds."""
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL, **streams)
    _, status, usage = os.wait4(process.pid, 0)
    code = os.waitstatus_to_exitcode(status)
    assert code in (0, 1), f"{command} ends with {code}"
    return usage.ru_utime + usage.ru_stime


def throughput(walint, rounds):
    with tempfile.TemporaryDirectory() as folder:
        templates = [json.dumps(generate.template(number), ensure_ascii=False) for number in range(TEMPLATES)]
        listing, lines = os.path.join(folder, "templates.json"), os.path.join(folder, "templates.ndjson")
        with open(listing, "w", encoding="utf-8") as file:
            file.write("[" + ",\n".join(templates) + "]\n")
        with open(lines, "w", encoding="utf-8") as file:
            file.writelines(f'{{"id":{number},"template":{text}}}\n' for number, text in enumerate(templates))
        check, stream, start = [], [], []
        # On a busy machine a run can take half as long again as the one before.
        while len(check) < 3 or (len(check) < rounds and RATIO * min(stream) > min(check)):
            with open(os.path.join(folder, "out"), "wb") as out:
                size = ["--max-file-size", str(100 * 1024 * 1024)]
                check.append(processor_time([walint, "check", "--threads", "1", "--format", "json", *size, listing], stdout=out))
            with open(lines, "rb") as file, open(os.path.join(folder, "out"), "wb") as out:
                stream.append(processor_time([walint, "stream", "--threads", "1"], stdin=file, stdout=out))
            start.append(processor_time([walint, "stream", "--threads", "1"], stdin=subprocess.DEVNULL))
    by_check, by_stream = TEMPLATES / min(check), TEMPLATES / min(stream)
    print(
        f"{TEMPLATES} templates on one thread: check {by_check:,.0f} a second, stream {by_stream:,.0f}, "
        f"ratio {by_stream / by_check:.2f}; {1e6 / by_stream:.0f} µs a template, {1e3 * min(start):.0f} ms to start"
    )
    assert by_stream >= RATIO * by_check, f"below {RATIO}"


def feed(stdin, block, count):
    for number in range(count):
        stdin.write(b'{"id":%d,"template":%s}\n' % (number, block[number % len(block)]))
    stdin.close()


def most_memory(pid):
    """The most memory that a process held so far, in kilobytes; 0 once it has ended, or where this is not Linux."""
    # Not what `wait4` says: that begins with the memory of this process, from which it was forked.
    try:
        with open(f"/proc/{pid}/status", encoding="ascii") as status:
            return next((int(line.split()[1]) for line in status if line.startswith("VmHWM")), 0)
    except OSError:
        return 0


def memory(walint, block, count):
    """The most memory that a run over so many lines held, in kilobytes."""
    command = [walint, "stream", "--fail-on", "never"]
    start = time.monotonic()
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    feeder = threading.Thread(target=feed, args=(process.stdin, block, count))
    feeder.start()
    answers = most = 0
    for answer in process.stdout:
        assert answer.startswith(b'{"id":%d,' % answers), f"{answers}: {answer[:60]}"
        answers += 1
        if answers % 1000 == 0:
            most = max(most, most_memory(process.pid))
    feeder.join()
    assert process.wait() == 0 and answers == count, f"{answers} of {count} answers"
    print(f"{count:9,} lines: {most / 1024:.1f} MB at most, {time.monotonic() - start:.0f} s", flush=True)
    return most


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("walint")
    parser.add_argument("--lines", default="10000,200000")
    parser.add_argument("--rounds", type=int, default=9)
    arguments = parser.parse_args()
    walint = os.path.abspath(arguments.walint)
    throughput(walint, arguments.rounds)
    block = [json.dumps(generate.template(number), ensure_ascii=False).encode() for number in range(5_000)]
    used = [memory(walint, block, int(count)) for count in arguments.lines.split(",")]
    assert used[-1] <= GROWTH * used[0], f"memory grows with the lines: {used} kB"


if __name__ == "__main__":
    main()
