"""Writes results/README.md from results/*.json: python table.py"""

import glob
import json
import os

HERE = os.path.dirname(os.path.abspath(__file__))
HEAD = """# Results of the peers

Written by `table.py` from the JSON files beside it, which hold versions, settings, phases and all scores. How to repeat:
`../README.md`. Single runs on a machine with other work on it (its load is in each file); wall time is the whole process
with the start of Python, reading and writing. **F1** is at the threshold fixed beforehand; *other data*: at the
threshold that was best on a smaller set of the same kind with another seed; *best*: best on this very set, no result.
"""


def number(value, digits=4):
    """A number for a cell, a dash for none."""
    return "–" if value is None else f"{value:.{digits}f}"


def load():
    """All results, by name."""
    results = {}
    for path in sorted(glob.glob(os.path.join(HERE, "results", "*.json"))):
        with open(path, encoding="utf-8") as file:
            results[os.path.basename(path)[: -len(".json")]] = json.load(file)
    return results


def cost(result):
    """Cells of wall time, processor time and memory."""
    return f"{result['wallSeconds']:.1f} | {result['cpuSeconds']:.1f} | {result['peakMb']}"


def pair_row(name, result):
    """One row of the table of links."""
    pairs = result["scores"]["pairs"]
    at, best, same = pairs["atThreshold"], pairs["bestOnTest"], pairs["tier"]
    tuned = result["scores"].get("pairsAtTuned")
    other = "–" if tuned is None else f"{number(tuned['f1'])} (p {tuned['threshold']:.2g})"
    return (
        f"| {name} | {number(at['precision'], 5)} | {number(at['recall'])} | **{number(at['f1'])}** | {other} | "
        f"{number(best['f1'])} (p {best['probability']:.2g}) | {number(same['precision'], 5)} | "
        f"{number(pairs['pairsCompleteness'])} | {cost(result)} |"
    )


def cluster_row(name, result):
    """One row of the table of clusters."""
    at, best = result["scores"]["clusters"], result["scores"]["clustersBestOnTest"]
    if at["pairs"]["f1"] > best["pairs"]["f1"]:
        best = {"threshold": result["thresholds"]["clusters"], **at}
    pairs, cubed = at["pairs"], at["bCubed"]
    return (
        f"| {name} | {number(pairs['precision'], 5)} | {number(pairs['recall'])} | **{number(pairs['f1'])}** | "
        f"{number(cubed['f1'])} | {number(best['pairs']['f1'])}, {number(best['bCubed']['f1'])} (p {best['threshold']}) | {cost(result)} |"
    )


def none_row(name, result):
    """One row of the table of lists without a common person."""
    scores = result["scores"]
    tuned = scores.get("pairsAtTuned")
    other = "–" if tuned is None else f"{tuned['linked']} (p {tuned['threshold']:.2g})"
    same = scores["pairs"]["tier"]["linked"]
    return f"| {name} | {sum(result['rows']):,} | {scores['pairs']['atThreshold']['linked']} | {other} | {same} | {cost(result)} |"


def section(title, head, rows):
    """A titled table; nothing where there are no rows."""
    if not rows:
        return ""
    line = "|" + "---|" * (head.count("|") - 1)
    return "\n".join(["", f"## {title}", "", head, line, *rows, ""])


def main():
    """Writes the page."""
    results = load()
    linked = {k: v for k, v in results.items() if v["set"] != "none"}
    clustered = {k: v for k, v in results.items() if "clusters" in v["scores"]}
    none = {k: v for k, v in results.items() if v["set"] == "none"}
    usage = "wall s | CPU s | peak MB"
    text = HEAD
    text += section(
        "Links (pairs as predicted), threshold 0.5",
        f"| set, arm | precision | recall | F1 | F1 other data | F1 best | precision at p ≥ 0.99 | true pairs found at all | {usage} |",
        [pair_row(k, v) for k, v in linked.items()],
    )
    text += section(
        "Clusters, threshold 0.95 (toolkit: 0.5)",
        f"| set, arm | precision of pairs | recall | F1 of pairs | B-cubed F1 | best: pairs, B-cubed | {usage} |",
        [cluster_row(k, v) for k, v in clustered.items()],
    )
    text += section(
        "Two lists without a common person: false links",
        f"| set, arm | rows of both | links at 0.5 | at the threshold of other data | at p ≥ 0.99 | {usage} |",
        [none_row(k, v) for k, v in none.items()],
    )
    what = sorted({(v["set"], v["arm"], v["what"], v["data"]) for v in results.values()})
    text += section(
        "What each arm is", "| set | arm | model | data |", [f"| {' | '.join(row)} |" for row in what]
    )
    with open(os.path.join(HERE, "results", "README.md"), "w", encoding="utf-8") as file:
        file.write(text)


if __name__ == "__main__":
    main()
