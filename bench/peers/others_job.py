"""The Python Record Linkage Toolkit on FEBRL 3: python others_job.py febrl3 ARM --data FOLDER --out FOLDER.

toolkit-docs: blocks, comparisons and the sum of the toolkit's own page on deduplication; toolkit-ecm: the same
comparisons with more blocks and its unsupervised classifier.
"""

import argparse
import csv
import json
import os
import re
import time


def read(data):
    """Records by id, values trimmed, empty ones missing."""
    with open(f"{data}/dataset3.csv", encoding="utf-8") as file:
        rows = [
            {key.strip(): value.strip() or None for key, value in row.items()} for row in csv.DictReader(file)
        ]
    return {row["rec_id"]: row for row in rows}


def person(rec_id):
    """The true person of a record."""
    return re.match(r"rec-(\d+)", rec_id).group(1)


def toolkit_features(records, blocks):
    """Candidate pairs and their comparisons, as on the toolkit's page on deduplication."""
    import pandas as pd
    import recordlinkage

    frame = pd.DataFrame.from_dict(records, orient="index")
    indexer = recordlinkage.Index()
    for block in blocks:
        indexer.block(block)
    compare = recordlinkage.Compare()
    compare.exact("given_name", "given_name", label="given_name")
    compare.string("surname", "surname", method="jarowinkler", threshold=0.85, label="surname")
    compare.exact("date_of_birth", "date_of_birth", label="date_of_birth")
    compare.exact("suburb", "suburb", label="suburb")
    compare.exact("state", "state", label="state")
    compare.string("address_1", "address_1", threshold=0.85, label="address_1")
    return compare.compute(indexer.index(frame), frame)


def toolkit_docs(records):
    """Pairs (a, b, score, probability): the sum of six comparisons, more than three is a match."""
    features = toolkit_features(records, ["given_name"])
    sums = features.sum(axis=1)
    return [
        (a, b, float(total), float(total) / 6 if total > 3 else 0.0)
        for (a, b), total in sums.items()
        if total > 0
    ]


def toolkit_ecm(records):
    """Pairs with the probability of the toolkit's expectation-conditional-maximisation classifier."""
    import recordlinkage

    features = toolkit_features(records, ["given_name", "surname", "date_of_birth", "postcode", "soc_sec_id"])
    binary = (features > 0).astype(int)
    classifier = recordlinkage.ECMClassifier(binarize=None)
    classifier.fit(binary)
    probabilities = classifier.prob(binary)
    return [(a, b, float(p), float(p)) for (a, b), p in probabilities.items() if p > 0.001]


def components(records, pairs, threshold):
    """Connected components over the pairs at or above a probability."""
    parent = {rec_id: rec_id for rec_id in records}

    def root(rec_id):
        while parent[rec_id] != rec_id:
            parent[rec_id] = parent[parent[rec_id]]
            rec_id = parent[rec_id]
        return rec_id

    for a, b, _, probability in pairs:
        if probability >= threshold:
            parent[root(a)] = root(b)
    return {rec_id: root(rec_id) for rec_id in records}


def write(path, head, rows):
    """A CSV file."""
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(head)
        writer.writerows(rows)


ARMS = {"toolkit-docs": toolkit_docs, "toolkit-ecm": toolkit_ecm}
WHAT = {
    "toolkit-docs": "Python Record Linkage Toolkit, its documentation's deduplication: one block, sum of six comparisons > 3",
    "toolkit-ecm": "Python Record Linkage Toolkit, five blocks, unsupervised ECM classifier",
}


def main():
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("set")
    parser.add_argument("arm")
    parser.add_argument("--data", required=True)
    parser.add_argument("--out", required=True)
    args = parser.parse_args()
    os.makedirs(args.out, exist_ok=True)
    start = time.perf_counter()
    records = read(args.data)
    pairs = ARMS[args.arm](records)
    seconds = round(time.perf_counter() - start, 2)
    write(
        f"{args.out}/pairs.csv",
        ["id_left", "id_right", "score", "probability", "tier"],
        [(*pair, "same" if pair[3] >= 0.99 else "likely") for pair in pairs],
    )
    write(
        f"{args.out}/truth-clusters.csv", ["id", "cluster"], [(rec_id, person(rec_id)) for rec_id in records]
    )
    found = components(records, pairs, 0.5)
    for name in ("clusters.csv", "clusters-0.5.csv"):
        write(f"{args.out}/{name}", ["id", "cluster"], sorted(found.items()))
    job = {
        "rows": [len(records)],
        "pairsAboveFloor": len(pairs),
        "phaseSeconds": {"all": seconds},
        "extraSeconds": 0,
    }
    job["what"] = WHAT[args.arm]
    job["settings"] = {"clusterAt": 0.5}
    with open(f"{args.out}/job.json", "w", encoding="utf-8") as file:
        json.dump(job, file, indent=1)


if __name__ == "__main__":
    main()
