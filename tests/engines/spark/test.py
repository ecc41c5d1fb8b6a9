#!/usr/bin/env python3
"""Runs the Spark job over 100,000 templates, kills a walint process and a Spark worker in the middle, and compares
the result, row by row, with one plain run of `walint check`.

    test.py target/release/walint [--count 100000] [--cores 2]

Installs PySpark below target/, which takes a download of some 450 MB the first time. Exit code 77: there is no Java, or
PySpark can not be installed; says which.
"""
import argparse
import glob
import json
import os
import shutil
import subprocess
import sys
import time
import venv

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(HERE)))
WORK = os.path.join(ROOT, "target", "engines")
sys.path[:0] = [HERE, os.path.dirname(HERE)]

# What looks at more than one file sees a whole folder in `check`, and a single row in `stream`.
OVER_ALL = "variants,identity/duplicate,identity/template-count,policy/duplicate-content,media"


def skip(why):
    print(f"SKIPPED: {why}; walint was not tried on Apache Spark")
    sys.exit(77)


def with_pyspark():
    """Goes on in a Python that has PySpark."""
    java = os.path.join(os.environ["JAVA_HOME"], "bin", "java") if os.environ.get("JAVA_HOME") else shutil.which("java")
    if not java or subprocess.run([java, "-version"], capture_output=True).returncode != 0:
        skip("there is no Java here, and Spark needs Java 17")
    folder = os.path.join(WORK, "venv")
    python = os.path.join(folder, "bin", "python")
    if os.path.abspath(sys.executable) == python:
        return
    wanted = os.path.join(HERE, "requirements.txt")
    done = os.path.join(folder, "installed.txt")
    if not os.path.exists(done) or open(done).read() != open(wanted).read():
        try:
            venv.create(folder, with_pip=True)
        except (OSError, subprocess.CalledProcessError) as error:
            skip(f"a virtual environment can not be made ({error})")
        install = subprocess.run([python, "-m", "pip", "install", "--quiet", "-r", wanted], capture_output=True, text=True)
        if install.returncode != 0:
            skip("PySpark can not be installed: " + install.stderr.strip().split("\n")[-1])
        shutil.copy(wanted, done)
    os.execv(python, [python, *sys.argv])


def by_spark(walint, folder, cores):
    """The answers by id, after two deaths, and how long it took."""
    import job
    from pyspark.sql import SparkSession

    # local[N,4]: a task may fail three times, as on a cluster. Plain local[N] gives up at the first.
    spark = SparkSession.builder.master(f"local[{cores},4]").appName("walint").config("spark.ui.enabled", False)
    spark = spark.config("spark.driver.memory", "2g").config("spark.sql.shuffle.partitions", 4)
    # Partitions as those of a large table: more of them than cores.
    spark = spark.config("spark.sql.files.maxPartitionBytes", "1m").config("spark.ui.showConsoleProgress", False)
    spark = spark.getOrCreate()
    spark.sparkContext.setLogLevel("OFF")
    job.read(spark, f"{folder}/rows.json").repartition(8).write.parquet(f"{folder}/rows.parquet")
    rows = job.read(spark, f"{folder}/rows.parquet")
    markers = f"{folder}/markers"
    os.mkdir(markers)
    flaky = f"{sys.executable} {HERE}/flaky.py {markers} {walint}"
    start = time.monotonic()
    answers, findings = job.check(spark, rows, f"{folder}/checked", flaky, f"--ignore {OVER_ALL}")
    seconds = time.monotonic() - start
    tracker = spark.sparkContext.statusTracker()
    failed = sum(tracker.getStageInfo(stage).numFailedTasks for stage in range(20) if tracker.getStageInfo(stage))
    assert sorted(os.listdir(markers)) == ["walint", "worker"], "nobody was killed"
    assert failed >= 2, f"{failed} tasks failed"
    answers.write.option("ignoreNullFields", False).json(f"{folder}/answers.json")
    findings.groupBy("id").count().write.json(f"{folder}/findings.json")
    spark.stop()
    found = {}
    for answer in read_parts(f"{folder}/answers.json"):
        assert answer["id"] not in found, f"{answer['id']} is answered twice"
        found[answer["id"]] = answer
    counts = {row["id"]: row["count"] for row in read_parts(f"{folder}/findings.json")}
    assert counts == {name: len(answer["findings"]) for name, answer in found.items() if answer["findings"]}
    return found, failed, seconds


def read_parts(folder):
    for part in glob.glob(f"{folder}/part-*"):
        with open(part, encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def by_check(walint, folder):
    """The same from one run over files: findings and status by id, and how long it took."""
    start = time.monotonic()
    run = subprocess.run(
        [walint, "check", "--format", "json", "--ignore", OVER_ALL, "."], cwd=f"{folder}/files", stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    seconds = time.monotonic() - start
    report = json.loads(run.stdout)
    identity = lambda path: os.path.splitext(os.path.basename(path))[0]
    found = {identity(file["path"]): {"status": file["status"], "findings": []} for file in report["files"]}
    for finding in report["findings"]:
        found[identity(finding["file"])]["findings"].append(finding)
    return found, seconds


def comparable(finding):
    # Without a name, findings of different files are told apart by counting them over the run.
    return {**finding, "fingerprint": None} if finding["template"] is None else finding


def compare(spark, check, count):
    assert len(check) == count, f"check has {len(check)} files"
    lost, strange = check.keys() - spark.keys(), spark.keys() - check.keys()
    assert not lost and not strange, f"lost: {sorted(lost)[:5]}, strange: {sorted(strange)[:5]}"
    for name, expected in check.items():
        answer = spark[name]
        assert answer["status"] == expected["status"], name
        ours, theirs = map(comparable, answer["findings"]), map(comparable, expected["findings"])
        assert list(ours) == list(theirs), f"{name}: {answer['findings']} {expected['findings']}"
    return sum(len(row["findings"]) for row in check.values())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("walint")
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--cores", type=int, default=2)
    arguments = parser.parse_args()
    with_pyspark()
    import generate

    walint, folder = os.path.abspath(arguments.walint), os.path.join(WORK, "spark")
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    generate.write(folder, arguments.count)
    spark, failed, spark_seconds = by_spark(walint, folder, arguments.cores)
    check, check_seconds = by_check(walint, folder)
    findings = compare(spark, check, arguments.count)
    unchecked = sum(row["status"] == "unchecked" for row in check.values())
    print(
        f"{arguments.count} templates, {findings} findings, {unchecked} unreadable: the same from Spark "
        f"({spark_seconds:.0f} s, {failed} tasks killed and tried again) and from one check ({check_seconds:.0f} s)"
    )
    shutil.rmtree(folder)


if __name__ == "__main__":
    main()
