#!/usr/bin/env python3
"""Checks a table of templates with walint on Apache Spark.

    spark-submit --files walint job.py --input templates.parquet --output checked/ --walint ./walint

The table has a column `id`, and one of these: `text` (what a template file holds, JSON or YAML) or `template` (the
body of the Graph API as columns). A column `path` gives the file a name, which matters for its ending and for
`walint.yaml`. Everything else is left out.

    checked/answers    one row a template: id, status, reason, findings, summary
    checked/findings   one row a finding: id, and what walint says
    checked/report     how many findings each rule has in each language
"""
import argparse

from pyspark.sql import SparkSession
from pyspark.sql import functions as F

POSITION = "struct<line:bigint,column:bigint,byte:bigint>"
RANGE = f"struct<start:{POSITION},end:{POSITION}>"
FINDING = (
    "struct<rule:string,severity:string,outcome:string,confidence:string,message:string,help:string,url:string,"
    "meta:struct<code:bigint,subcode:bigint,title:string>,file:string,template:string,language:string,component:string,"
    f"range:{RANGE},related:array<struct<message:string,file:string,range:{RANGE}>>,"
    "fixes:array<struct<title:string,applicability:string,"
    "edits:array<struct<file:string,start:bigint,end:bigint,text:string>>>>,fingerprint:string>"
)
SUMMARY = ",".join(
    f"{name}:bigint"
    for name in "files templates variants errors warnings notes suppressed baselined unchecked".split()
)
ANSWER = f"id string, status string, reason string, findings array<{FINDING}>, summary struct<{SUMMARY}>"


def read(spark, path):
    """The table, from Parquet or from JSON lines."""
    return spark.read.json(path) if path.endswith((".json", ".jsonl", ".ndjson")) else spark.read.parquet(path)


def lines(rows):
    """A line for each row, as `walint stream` takes it."""
    template = "text" if "text" in rows.columns else "template"
    columns = [name for name in ("id", "path", template) if name in rows.columns]
    return rows.select(F.to_json(F.struct(*columns)).alias("line")).rdd.map(lambda row: row.line)


def check(spark, rows, output, walint, options=""):
    """Pipes every partition through walint, and writes what came of it."""
    # Each task has a process of its own, and as many tasks run as there are cores: so one thread. Any exit code but 0
    # would be taken for a crash and tried again, and a wrong template is none: so --exit-zero. A real crash is one.
    answers = lines(rows).pipe(f"{walint} stream --threads 1 --exit-zero {options}", checkCode=True)
    # Written once and then read: whatever is asked of the findings later, nothing is checked a second time.
    answers = spark.read.schema(ANSWER).option("mode", "FAILFAST").json(answers)
    answers = answers.withColumn("id", F.col("id").cast(rows.schema["id"].dataType))
    answers.write.mode("overwrite").parquet(f"{output}/answers")
    answers = spark.read.parquet(f"{output}/answers")

    findings = answers.select("id", F.explode("findings").alias("finding")).select("id", "finding.*")
    findings.write.mode("overwrite").parquet(f"{output}/findings")
    findings = spark.read.parquet(f"{output}/findings")

    language = F.coalesce("language", F.lit(""))
    report = findings.groupBy("rule", "severity", language.alias("language")).agg(
        F.count("*").alias("findings"), F.countDistinct("id").alias("templates")
    )
    report = report.orderBy("rule", "severity", "language").coalesce(1)
    report.write.mode("overwrite").option("header", True).csv(f"{output}/report")

    asked, answered = rows.count(), answers.count()
    if asked != answered:
        raise RuntimeError(f"{asked} templates, {answered} answers")
    return answers, findings


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--input", required=True)
    parser.add_argument("--output", required=True)
    parser.add_argument("--walint", default="./walint", help="the program on every machine; --files puts it here")
    parser.add_argument("--options", default="", help="more for `walint stream`, such as '--select variables/edge'")
    parser.add_argument("--partitions", type=int, help="a few for each core; by default as the table is stored")
    arguments = parser.parse_args()
    spark = SparkSession.builder.appName("walint").getOrCreate()
    rows = read(spark, arguments.input)
    if arguments.partitions:
        rows = rows.repartition(arguments.partitions)
    check(spark, rows, arguments.output, arguments.walint, arguments.options)
    spark.read.option("header", True).csv(f"{arguments.output}/report").show(20, truncate=False)
    spark.stop()


if __name__ == "__main__":
    main()
