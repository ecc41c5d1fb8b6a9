"""Somebody at a terminal: waits for what is asked, and answers."""

import os
import pty
import select
import subprocess
import time

from common import environment, expect

PATIENCE = 20


class Person:
    """A program in a terminal of its own. Everything it writes is seen, wherever it writes it."""

    def __init__(self, *words, cwd):
        self.terminal, end = pty.openpty()
        env = environment(TERM="xterm-256color", COLUMNS="120")
        self.program = subprocess.Popen(
            [str(word) for word in words], cwd=cwd, env=env, stdin=end, stdout=end, stderr=end, start_new_session=True
        )
        os.close(end)
        self.seen = ""
        self.answered = 0

    def sees(self, question):
        """Waits until the question is there, behind what was answered before."""
        until = time.monotonic() + PATIENCE
        while question not in self.seen[self.answered :]:
            expect(time.monotonic() < until and self.read(), f"`{question}` never came", self.seen)
        return self

    def answers(self, answer):
        """Types the answer."""
        self.answered = len(self.seen)
        os.write(self.terminal, f"{answer}\n".encode())

    def ends(self, code):
        """Waits for the end; all that was seen comes back."""
        until = time.monotonic() + PATIENCE
        while self.read():
            expect(time.monotonic() < until, "it does not end", self.seen)
        expect(self.program.wait(PATIENCE) == code, f"it ended with {self.program.returncode}, not {code}", self.seen)
        os.close(self.terminal)
        return self.seen.replace("\r\n", "\n")

    def read(self):
        """Reads a little; says whether more can come."""
        if not select.select([self.terminal], [], [], PATIENCE)[0]:
            return False
        try:
            read = os.read(self.terminal, 65536)
        except OSError:  # Linux says so when the program has gone.
            return False
        self.seen += read.decode("utf-8", "replace")
        return bool(read)
