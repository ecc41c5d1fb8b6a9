"""What the journeys share: scratch folders, running programs as a person would, and saying what was not as it should be."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

PROJECT = pathlib.Path(__file__).resolve().parents[2]
HOME = PROJECT / "target" / "journeys"
TOOLS = pathlib.Path(sys.executable).parent
TARGET = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", PROJECT / "target")).resolve()
WALINT = TARGET / "release" / "walint"

GOOD = """\
name: order_ready
category: UTILITY
variants:
  en:
    body:
      text: Hello {{name}}, your order has been packed and is ready for you at our shop.
      example: {name: Ana}
"""
# Ends with a variable: Meta refuses it.
BAD = GOOD.replace(" is ready for you at our shop.", " is ready for {{name}}").replace("Hello {{name}}, y", "Hello, y")
# Two asterisks: shown as they are. What keeps its meaning is put right.
FIXABLE = GOOD.replace(" is ready", " is **ready**")


def scratch():
    """A folder that is gone at the end of the journey."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="walint-journey-")).resolve()
    import atexit

    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def environment(**more):
    """The environment of somebody whose machine knows nothing of this one's settings."""
    usual = {
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_NAME": "Ana",
        "GIT_AUTHOR_EMAIL": "ana@shop.example",
        "GIT_COMMITTER_NAME": "Ana",
        "GIT_COMMITTER_EMAIL": "ana@shop.example",
        "GIT_AUTHOR_DATE": "2026-11-01T09:00:00Z",
        "GIT_COMMITTER_DATE": "2026-11-01T09:00:00Z",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    }
    foreign = ("GIT_", "GITHUB_", "GITLAB_", "CI", "PRE_COMMIT", "CLICOLOR", "NO_COLOR", "VIRTUAL_ENV", "PYTHON")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(foreign)}
    return {**kept, **usual, **{name: str(value) for name, value in more.items()}}


def run(*words, cwd, code=0, env=None, **options):
    """Runs a program that is to end with that code; what it says comes back."""
    words = [str(word) for word in words]
    done = subprocess.run(
        words, cwd=cwd, env=env or environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        encoding="utf-8", **options,
    )
    expect(done.returncode == code, f"{' '.join(words)} ended with {done.returncode}, not {code}", done.stdout)
    return done.stdout


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def expect(right, wrong, shown=""):
    """Ends the journey where something is not as it should be."""
    if not right:
        sys.exit(f"{pathlib.Path(sys.argv[0]).stem}: {wrong}\n{shown}")


def has(text, *parts):
    """All of these are in the text."""
    for part in parts:
        expect(part in text, f"`{part}` is missing in", text)


def lacks(text, *parts):
    """None of these is in the text."""
    for part in parts:
        expect(part not in text, f"`{part}` is in", text)


def repository(folder):
    """A new repository in a folder that is there or not."""
    folder.mkdir(parents=True, exist_ok=True)
    run("git", "init", "-q", "-b", "main", cwd=folder)
    return folder
