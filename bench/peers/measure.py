"""Measures one arm: python measure.py SET ARM --data FOLDER [--name NAME] [--u-max-pairs 1e7] [--out FOLDER].

Starts the job in a process of its own (two threads, lowered priority), takes its wall time and peak memory from
the operating system, scores what it wrote with the scorers of bench/linkage and writes results/NAME.json.
"""

import argparse
import hashlib
import json
import os
import platform
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from importlib.metadata import version

HERE = os.path.dirname(os.path.abspath(__file__))
SCORERS = os.path.join(HERE, "..", "linkage")
PACKAGES = ("splink", "duckdb", "pyarrow", "sqlglot", "pypinyin", "opencc-python-reimplemented")
OTHER_PACKAGES = ("recordlinkage", "pandas", "numpy", "scikit-learn")


def run_job(script, arguments):
    """Seconds of the whole process, its peak resident memory in MB and its seconds of processor time."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    command = [sys.executable, "-W", "ignore", os.path.join(HERE, script), *arguments]
    subprocess.run(command, check=True, preexec_fn=lambda: os.nice(10))
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {
        "wallSeconds": round(wall, 1),
        "cpuSeconds": round(cpu, 1),
        "peakMb": round(after.ru_maxrss / 1024),
    }


def score(script, arguments):
    """What a scorer prints, as a dictionary."""
    command = ["node", os.path.join(SCORERS, script), *arguments]
    text = subprocess.run(
        command, check=True, capture_output=True, text=True, preexec_fn=lambda: os.nice(10)
    ).stdout
    return json.loads(text)


def brief(scores):
    """The part of the pair scorer's output that is kept."""
    groups = {
        name: {key: value for key, value in group.items() if key.endswith("Ratio")}
        for name, group in (scores.get("groups") or {}).items()
    }
    kept = {key: scores[key] for key in ("pairsCompleteness", "atThreshold", "bestOnTest", "tier")}
    return {**kept, "calibrationError": scores["calibration"]["error"], "groups": groups}


def truth_arguments(out, data):
    """Where the pair scorer finds the truth: in the set's own file, in the job's, or in truth.csv of the set."""
    own_clusters, own_truth = os.path.join(out, "truth-clusters.csv"), os.path.join(out, "truth.csv")
    if os.path.exists(own_clusters):
        return ["--clusters", own_clusters, "--id", "id", "--cluster", "cluster"]
    if os.path.exists(own_truth):
        return ["--truth", own_truth]
    groups = os.path.join(data, "groups.csv")
    return [
        "--truth",
        os.path.join(data, "truth.csv"),
        *(["--groups", groups] if os.path.exists(groups) else []),
    ]


def score_clusters(out, name):
    """Scores of one file of clusters."""
    truth = ["--truth", os.path.join(out, "truth-clusters.csv"), "--id", "id", "--cluster", "cluster"]
    return score("score-clusters.mjs", ["--clusters", os.path.join(out, name), *truth])


def best_clusters(out):
    """The clusters of the grid with the highest F1 of pairs: best on test, no result."""
    scored = []
    for name in sorted(os.listdir(out)):
        if name.startswith("clusters-"):
            at = float(name[len("clusters-") : -len(".csv")])
            scored.append({"threshold": at, **score_clusters(out, name)})
    return max(scored, key=lambda one: one["pairs"]["f1"])


def score_all(out, data, threshold, tuned):
    """Scores of the pairs and, where clusters were made, of the clusters."""
    pairs = ["--pairs", os.path.join(out, "pairs.csv"), *truth_arguments(out, data)]
    scores = {"pairs": brief(score("score.mjs", [*pairs, "--threshold", str(threshold)]))}
    if tuned is not None:
        scores["pairsAtTuned"] = score("score.mjs", [*pairs, "--threshold", str(tuned)])["atThreshold"]
    if os.path.exists(os.path.join(out, "clusters.csv")):
        scores["clusters"] = score_clusters(out, "clusters.csv")
        scores["clustersBestOnTest"] = best_clusters(out)
    return scores


def fingerprints(data):
    """First 16 digits of the SHA-256 of every data file of the folder: which bytes the run saw."""
    found = {}
    for name in sorted(os.listdir(data)):
        if name.endswith((".csv", ".parquet")):
            with open(os.path.join(data, name), "rb") as file:
                found[name] = hashlib.file_digest(file, "sha256").hexdigest()[:16]
    return found


def machine():
    """What the numbers depend on, without names."""
    load = os.getloadavg()[0]
    return {"cores": os.cpu_count(), "architecture": platform.machine(), "loadBefore": round(load, 1)}


def installed(packages):
    """Versions of the packages that are there."""
    found = {"python": platform.python_version()}
    for name in packages:
        try:
            found[name] = version(name)
        except ImportError:
            pass
    return found


def options():
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("set")
    parser.add_argument("arm")
    parser.add_argument("--data", required=True, help="folder of the set")
    parser.add_argument("--name", help="name of the result, SET--ARM if not given")
    parser.add_argument("--note", default="", help="how the set was made")
    parser.add_argument("--out", help="folder for pairs.csv and clusters.csv, kept if given")
    parser.add_argument(
        "--threshold", type=float, default=0.5, help="probability of a link, fixed beforehand"
    )
    parser.add_argument("--tuned-threshold", type=float, help="a second threshold, found on other data")
    parser.add_argument("--script", default="splink_job.py")
    parser.add_argument("--u-max-pairs")
    parser.add_argument("--model", help="a trained model to use instead of training")
    parser.add_argument("--results", default=os.path.join(HERE, "results"))
    return parser.parse_args()


def main():
    """Measures, scores and writes the result."""
    args = options()
    out = args.out or tempfile.mkdtemp(prefix="peers-")
    arguments = [args.set, args.arm, "--data", args.data, "--out", out]
    for option, value in (("--u-max-pairs", args.u_max_pairs), ("--model", args.model)):
        if value:
            arguments += [option, value]
    before = machine()
    usage = run_job(args.script, arguments)
    with open(os.path.join(out, "job.json"), encoding="utf-8") as file:
        job = json.load(file)
    usage["wallSeconds"] = round(usage["wallSeconds"] - job["extraSeconds"], 1)
    result = {
        "set": args.set,
        "arm": args.arm,
        "data": args.note,
        **job,
        **usage,
        "versions": installed(PACKAGES + OTHER_PACKAGES),
    }
    result["files"] = fingerprints(args.data)
    result["machine"] = before
    result["thresholds"] = {
        "pairs": args.threshold,
        "pairsTuned": args.tuned_threshold,
        "clusters": job["settings"].get("clusterAt"),
    }
    result["scores"] = score_all(out, args.data, args.threshold, args.tuned_threshold)
    name = args.name or f"{args.set}--{args.arm}"
    with open(os.path.join(args.results, f"{name}.json"), "w", encoding="utf-8") as file:
        json.dump(result, file, indent=1, ensure_ascii=False)
        file.write("\n")
    if not args.out:
        shutil.rmtree(out)


if __name__ == "__main__":
    main()
