"""pip installs walint as a wheel, where there is no Rust: the program runs, and is the one that was built."""

import os
import shutil
import venv

from common import BAD, GOOD, HOME, PROJECT, TARGET, TOOLS, environment, expect, has, run, scratch, write

WHEELS = HOME / "wheels"


def build():
    """The wheel, from the code that `cargo build --release` has compiled already."""
    shutil.rmtree(WHEELS, ignore_errors=True)
    cargo = environment(CARGO_TARGET_DIR=TARGET, PATH=f"{TOOLS}{os.pathsep}{os.environ['PATH']}")
    run(TOOLS / "maturin", "build", "--release", "--locked", "--out", WHEELS, cwd=PROJECT, env=cargo)
    (wheel,) = WHEELS.glob("walint-*.whl")
    return wheel


def main():
    wheel = build()
    folder = scratch()
    venv.create(folder / "venv", with_pip=True)
    without_rust = environment(PATH=f"{folder / 'venv' / 'bin'}{os.pathsep}/usr/bin{os.pathsep}/bin")
    run("pip", "install", "--quiet", "--no-index", wheel, cwd=folder, env=without_rust)
    expect(shutil.which("cargo", path=without_rust["PATH"]) is None, "there is Rust")
    version = run("walint", "--version", cwd=folder, env=without_rust)
    expect(version.strip() == f"walint {wheel.name.split('-')[1]}", f"{version} from {wheel.name}")
    write(folder / "good.yaml", GOOD)
    write(folder / "bad.yaml", BAD)
    run("walint", "check", "good.yaml", cwd=folder, env=without_rust)
    has(run("walint", "check", "bad.yaml", cwd=folder, env=without_rust, code=1), "error[variables/edge]", "help:")
    run("pip", "uninstall", "--yes", "walint", cwd=folder, env=without_rust)
    expect(shutil.which("walint", path=without_rust["PATH"]) is None, "walint is still there")


if __name__ == "__main__":
    main()
