"""A platform team's CI: the action as GitHub would run it, its annotations and its SARIF file, and the job for GitLab."""

import json
import os
import re
import shutil

import jsonschema
import yaml
from common import BAD, GOOD, HOME, PROJECT, TARGET, TOOLS, WALINT, environment, expect, has, lacks, repository, run
from common import scratch, write

ACTION = yaml.safe_load((PROJECT / "action.yml").read_text(encoding="utf-8"))
STEPS = ACTION["runs"]["steps"]
# What somebody may put into an input. None of it may become a command.
HARM = "$(touch harm) `touch harm` ; touch harm & | \" ' ${{ x }}"


def is_safe():
    """Nothing that people write gets into a command, and nobody else's action can change under our feet."""
    for step in STEPS:
        lacks(step.get("run", ""), "${{")
        expect("run" not in step or step["shell"] == "bash", "a step without a shell", step)
        if "uses" in step:
            expect(re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", step["uses"]), "an action that is not pinned", step["uses"])
    given = set(re.findall(r"inputs\.([\w-]+)", json.dumps(STEPS)))
    expect(given == set(ACTION["inputs"]), "inputs that are not used, or not declared", given)
    text = (PROJECT / "action.yml").read_text(encoding="utf-8")
    has(text, "security-events: write", "contents: read")
    for name, known in ACTION["inputs"].items():
        expect(known["description"] and isinstance(known["default"], str), f"{name} is not documented")


class Runner:
    """GitHub's machine, as far as the action can tell."""

    def __init__(self):
        self.folder = scratch()
        self.workspace = repository(self.folder / "work")
        (self.folder / "temp").mkdir()
        self.bin = self.folder / "bin"
        self.bin.mkdir()

    def step(self, index, inputs, code=0, **more):
        """Runs a step with the given inputs, the others by default; its log comes back, and what it hands on."""
        step = STEPS[index]
        known = {name: input["default"] for name, input in ACTION["inputs"].items()} | inputs
        value = lambda text: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda found: known[found[1]], text)
        handed = self.folder / "output"
        handed.write_text("")
        env = environment(
            **{name: value(text) for name, text in step.get("env", {}).items()}, GITHUB_ACTIONS="true",
            GITHUB_WORKSPACE=self.workspace, GITHUB_ACTION_PATH=PROJECT, RUNNER_TEMP=self.folder / "temp",
            GITHUB_OUTPUT=handed, GITHUB_PATH=handed, CARGO_TARGET_DIR=TARGET,
            **{"PATH": f"{self.bin}{os.pathsep}{TOOLS}{os.pathsep}{os.environ['PATH']}", **more},
        )
        script = self.folder / "step.sh"
        script.write_text(step["run"])
        log = run("bash", "--noprofile", "--norc", "-eo", "pipefail", script, cwd=self.workspace, env=env, code=code)
        expect(not list(self.folder.rglob("harm")), "an input became a command", log)
        return log, handed.read_text().strip()


def installs(runner):
    """From the action's own source, a wheel of a release, or not at all."""
    _, path = runner.step(0, {})
    has(run(f"{path}/walint", "--version", cwd=runner.folder), "walint ")
    version = run(WALINT, "--version", cwd=runner.folder).split()[1]
    (wheel,) = (HOME / "wheels").glob("walint-*.whl")
    # pipx gets itself a pip of today; walint is the wheel that was built here, and nobody else's of that name.
    pipx = {"PIPX_HOME": runner.folder / "pipx", "PIPX_BIN_DIR": runner.bin}
    run(TOOLS / "pipx", "upgrade-shared", cwd=runner.folder, env=environment(**pipx))
    runner.step(0, {"version": version}, **pipx, PIP_NO_INDEX="1", PIP_FIND_LINKS=wheel.parent)
    has(run(runner.bin / "walint", "--version", cwd=runner.folder), version)
    for wrong in (HARM, "--index-url=x", "../walint"):
        has(runner.step(0, {"version": wrong}, code=2)[0], "::error::")
    expect(runner.step(0, {"version": "installed"}) == ("", ""), "something was installed")


def checks(runner):
    """Annotations in the log, SARIF in a file, and the exit code of the step."""
    shutil.copy2(WALINT, runner.bin / "walint")
    write(runner.workspace / "templates" / "good.yaml", GOOD)
    log, handed = runner.step(1, {})
    lacks(log, "::error", "::warning")
    is_sarif(handed, 0)
    write(runner.workspace / "templates" / "two words" / "bad.yaml", BAD.replace("order_ready", "order_bad"))
    log, handed = runner.step(1, {}, code=1)
    has(log, "::error file=templates/two words/bad.yaml,line=6,", "variables/edge")
    is_sarif(handed, 1)
    runner.step(1, {"fail-on": "never"})
    runner.step(1, {"paths": "templates/good.yaml\n\n"})
    runner.step(1, {"paths": "templates/good.yaml\ntemplates/two words\n"}, code=1)
    runner.step(1, {"args": "--select=formatting\n--quiet"})
    # A run that can not be started hands nothing on, not even what an earlier one left.
    for wrong in ({"paths": HARM}, {"args": HARM}, {"fail-on": HARM}, {"args": "--no-such-option"}):
        _, handed = runner.step(1, wrong, code=3 if "paths" in wrong or wrong.get("args") == HARM else 2)
    expect(handed == "", "an old report was handed on", handed)
    # Only what the pull request changed.
    run("git", "add", "-A", cwd=runner.workspace)
    run("git", "commit", "-q", "-m", "x", cwd=runner.workspace)
    log, handed = runner.step(1, {"args": "--changed-since=HEAD"})
    lacks(log, "::error")
    is_sarif(handed, 0)


def is_sarif(handed, count):
    """The file is there, passes the schema, and holds so many findings, each at a file of the repository."""
    path = handed.removeprefix("sarif=")
    report = json.loads(open(path, encoding="utf-8").read())
    schema = json.loads((PROJECT / "tests" / "schemas" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    kind = jsonschema.validators.validator_for(schema)
    wrong = [error.message for error in kind(schema).iter_errors(report)]
    expect(not wrong, "the SARIF file does not pass the schema", wrong)
    results = report["runs"][0]["results"]
    expect(len(results) == count, f"{len(results)} results, not {count}", results)
    for result in results:
        place = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        expect(place.startswith("templates/"), "a place that is not in the repository", place)


def statistics(runner):
    """Figures are figures on GitHub's machines, too."""
    env = environment(GITHUB_ACTIONS="true", GITHUB_WORKSPACE=runner.workspace)
    has(run(WALINT, "check", "--statistics", cwd=runner.workspace, env=env, code=1), "severity", "variables/edge")


def gitlab():
    """The job that `walint init` writes, without the line that installs walint."""
    folder = repository(scratch())
    run(WALINT, "init", "--yes", "--ci", "gitlab", "--hook", "no", cwd=folder)
    job = yaml.safe_load((folder / ".gitlab-ci.yml").read_text(encoding="utf-8"))["walint"]
    install, check = job["script"]
    expect(install.startswith("cargo install --locked walint"), "the first line does not install", install)
    write(folder / "templates" / "bad.yaml", BAD)
    env = environment(GITLAB_CI="true", CI_PROJECT_DIR=folder, PATH=f"{WALINT.parent}{os.pathsep}{os.environ['PATH']}")
    has(run("bash", "-eo", "pipefail", "-c", check, cwd=folder, env=env, code=1), "error[variables/edge]")
    report = json.loads((folder / job["artifacts"]["reports"]["codequality"]).read_text(encoding="utf-8"))
    expect({finding["location"]["path"] for finding in report} == {"templates/bad.yaml"}, "a wrong place", report)
    expect("variables/edge" in [finding["check_name"] for finding in report], "the finding is missing", report)
    expect(job["artifacts"]["when"] == "always", "the report is lost where it is needed", job)


def main():
    is_safe()
    runner = Runner()
    installs(runner)
    checks(runner)
    statistics(runner)
    gitlab()


if __name__ == "__main__":
    main()
