"""A developer with a repository: sets it up, commits, works on a branch, and is held up by new mistakes only."""

import os

from common import BAD, GOOD, TOOLS, WALINT, environment, expect, has, lacks, repository, run, scratch, write

TEXT = "has been packed and is ready for you at our shop"


def main():
    shop = repository(scratch() / "shop")
    env = environment(PATH=f"{WALINT.parent}{os.pathsep}{TOOLS}{os.pathsep}{os.environ['PATH']}")

    def git(*words, code=0):
        return run("git", *words, cwd=shop, env=env, code=code)

    def walint(*words, code=0):
        return run("walint", *words, cwd=shop, env=env, code=code)

    # What `init` writes works as it is: the template, and the hook with the real pre-commit.
    walint("init", "--yes", "--language", "en_US,es")
    git("add", "-A")
    has(run("pre-commit", "run", "--all-files", cwd=shop, env=env), "walint", "Passed")
    write(shop / "templates" / "bad.yaml", BAD)
    write(shop / "templates" / "compose.yaml", "services: {web: {image: shop}}\n")
    git("add", "-A")
    run("pre-commit", "install", cwd=shop, env=env)
    has(git("commit", "-q", "-m", "Templates", code=1), "error[variables/edge]", "templates/bad.yaml:6:")
    git("rm", "-q", "-f", "templates/bad.yaml")
    git("commit", "-q", "-m", "Templates")

    # Without pre-commit, git's own hook does: a line.
    write(shop / ".git" / "hooks" / "pre-commit", "#!/bin/sh\nexec walint check --staged\n")
    (shop / ".git" / "hooks" / "pre-commit").chmod(0o755)
    old = shop / "templates" / "order_ready.yaml"
    write(old, BAD)
    git("add", "-A")
    write(old, GOOD)
    has(git("commit", "-q", "-m", "Bad", code=1), "error[variables/edge]")
    git("commit", "-q", "-m", "Good", "-a")
    has(git("commit", "-q", "-m", "Nothing", "--allow-empty"), "Nothing to check")

    # A team that has mistakes from before is told of new ones only.
    write(shop / "templates" / "old.yaml", BAD.replace("order_ready", "order_old").replace("packed", "wrapped"))
    git("add", "-A")
    git("commit", "-q", "-m", "From before", "--no-verify")
    walint("check", "--write-baseline", "known.json")
    walint("check", "--baseline", "known.json")
    git("checkout", "-q", "-b", "branch")
    write(shop / "templates" / "new.yaml", BAD.replace("order_ready", "order_new").replace("packed", "boxed"))
    said = walint("check", "--changed-since", "main", "--format", "concise", code=1)
    has(said, "templates/new.yaml:6:")
    lacks(said, "old.yaml")
    write(shop / "templates" / "new.yaml", GOOD.replace("order_ready", "order_new").replace(TEXT, "is at our shop now"))
    has(walint("check", "--changed-since", "main"), "Checked 1 template")
    expect("Nothing to check" in walint("check", "--changed-since", "main", "templates/old.yaml"), "old files are told")


if __name__ == "__main__":
    main()
