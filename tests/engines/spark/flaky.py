#!/usr/bin/env python3
"""walint on machines that fail: `flaky.py MARKERS COMMAND...` runs the command, but not the first two times.

The first time, the walint process is killed in the middle of its lines; the second time, the Spark worker that started
it is. A file in the folder MARKERS says of each that it has happened.
"""
import os
import signal
import subprocess
import sys

LINES = 2000


def claims(markers, name):
    try:
        os.close(os.open(os.path.join(markers, name), os.O_CREAT | os.O_EXCL))
        return True
    except FileExistsError:
        return False


def main():
    markers, command = sys.argv[1], sys.argv[2:]
    victim = next((name for name in ("walint", "worker") if claims(markers, name)), None)
    if victim is None:
        os.execv(command[0], command)
    child = subprocess.Popen(command, stdin=subprocess.PIPE)
    for _ in range(LINES):
        child.stdin.write(sys.stdin.buffer.readline())
    # Most of these lines are answered by now, and their answers are with Spark.
    child.stdin.flush()
    child.kill()
    code = child.wait()
    if victim == "worker":
        os.kill(os.getppid(), signal.SIGKILL)
    sys.exit(128 + abs(code))


main()
