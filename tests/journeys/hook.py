"""A developer with pre-commit: the hooks of this repository, read and installed by the real pre-commit."""

import os
import shutil
import subprocess

from common import BAD, FIXABLE, GOOD, HOME, PROJECT, TARGET, TOOLS, environment, expect, has, lacks, repository, run
from common import scratch, write

CONFIG = """\
exclude: ^templates/legacy/
repos:
  - repo: {project}
    rev: {revision}
    hooks:
      - id: walint-fix
      - id: walint
"""


def published():
    """This project as a repository that pre-commit can clone, with what is not committed yet."""
    folder = HOME / "project"
    shutil.rmtree(folder, ignore_errors=True)
    names = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=PROJECT, capture_output=True, check=True
    )
    for name in filter(None, os.fsdecode(names.stdout).split("\0")):
        if (PROJECT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(PROJECT / name, folder / name)
    repository(folder)
    run("git", "add", "-A", cwd=folder)
    run("git", "commit", "-q", "-m", "walint", cwd=folder)
    return folder, run("git", "rev-parse", "HEAD", cwd=folder).strip()


def main():
    # Cargo would take what it built for an earlier run's copy as up to date, for that copy stands unchanged beside this one.
    shutil.rmtree(HOME / "pre-commit", ignore_errors=True)
    project, revision = published()
    shop = repository(scratch() / "shop")
    # A build for work, not for release, of what `cargo test` compiles anyway: this is about the hook and not its speed.
    env = environment(
        PRE_COMMIT_HOME=HOME / "pre-commit", CARGO_TARGET_DIR=TARGET, MATURIN_PEP517_ARGS="--profile dev",
        PATH=f"{TOOLS}{os.pathsep}{os.environ['PATH']}",
    )

    def git(*words, code=0):
        return run("git", *words, cwd=shop, env=env, code=code)

    def commit(code):
        return git("commit", "-q", "-m", "Change templates", code=code)

    template = shop / "templates" / "order_ready.yaml"
    write(shop / ".pre-commit-config.yaml", CONFIG.format(project=project, revision=revision))
    run("pre-commit", "install", "--install-hooks", cwd=shop, env=env)

    # A bad commit is blocked, and what is wrong with it is on the screen.
    write(template, BAD)
    git("add", "-A")
    has(commit(1), "error[variables/edge]", "templates/order_ready.yaml:6:", "help: ", "2388299")

    # What is in the folder does not help: the commit would hold what is staged.
    write(template, GOOD)
    has(commit(1), "error[variables/edge]")
    expect(template.read_text() == GOOD, "the file in the folder was changed")
    git("add", "-A")
    commit(0)

    # And the other way round: what is not staged is not in the way.
    write(template, BAD)
    write(shop / "README.md", "Our messages.\n")
    git("add", "README.md")
    has(commit(0), "Skipped")
    write(template, GOOD)

    # Files that are no templates are none of its business, and excluded ones neither.
    write(shop / "docker-compose.yml", "services: {web: {image: shop}}\n")
    write(shop / "templates" / "docker-compose.yml", "services: {web: {image: shop}}\n")
    write(shop / "drafts" / "bad.yaml", BAD)
    write(shop / "templates" / "legacy" / "bad.yaml", BAD.replace("order_ready", "order_legacy").replace("packed", "wrapped"))
    git("add", "-A")
    commit(0)

    # Another file's template of the same name is seen, though that file is not part of the commit.
    write(shop / "templates" / "again.yaml", GOOD)
    git("add", "-A")
    has(commit(1), "identity/duplicate", "order_ready")
    git("rm", "-q", "-f", "templates/again.yaml")

    # What can be put right is, the commit fails once and says what was done, and the second one passes.
    write(template, FIXABLE)
    git("add", "-A")
    said = commit(1)
    has(said, "files were modified by this hook", "Fixed 1 finding in 1 file:", "templates/order_ready.yaml: ")
    expect(template.read_text() == GOOD.replace(" is ready", " is *ready*"), "not fixed as it should be", template.read_text())
    git("add", "-A")
    lacks(commit(0), "Fixed")

    # In CI, over all files: what is excluded stays so.
    has(run("pre-commit", "run", "--all-files", cwd=shop, env=env), "Passed")
    has(run("pre-commit", "run", "walint", "--files", "templates/legacy/bad.yaml", cwd=shop, env=env), "Skipped")


if __name__ == "__main__":
    main()
