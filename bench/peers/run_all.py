"""Runs everything that results/ holds: python run_all.py --public FOLDER --sets FOLDER [--only WORD].

--public holds the FEBRL files, fake_1000 and transactions; the made-up sets are written into --sets (about 150 MB)
by the programs of bench/linkage if they are not there. One run at a time.
"""

import argparse
import json
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
LINKAGE = os.path.join(HERE, "..", "linkage")
PUBLIC = [
    ("febrl1", "demo"),
    ("febrl2", "demo"),
    ("febrl3", "demo"),
    ("fake_1000", "tutorial"),
    ("fake_1000", "evaluation"),
    ("transactions", "demo"),
    ("transactions", "demo-1to1"),
    ("transactions", "fair-1to1"),
    ("transactions", "fair-own-1to1"),
]
PERSONS = [
    ("historical", "demo", "historical", 50_000),
    ("people", "febrl3", "people", 10_000),
    ("people-link", "febrl4", "people", 10_000),
    ("people-link", "febrl4-1to1", "people", 10_000),
    ("emails", "evaluation", "emails", 5_000),
]
REGISTERS = {
    "damaged": (200_000, 1_000_000),
    "damaged-small": (20_000, 100_000),
    "no-id": (50_000, 75_000),
    "no-id-left": (50_000, 75_000),
    "minority": (20_000, 30_000),
    "one-surname": (20_000, 30_000),
    "twins": (20_000, 30_000),
    "relatives": (20_000, 30_000),
    "none": (100_000, 100_000),
}
SEED = 7
TUNING_SEED = 3
TUNING_ROWS = (20_000, 30_000)
REGISTER_ARMS = [
    ("raw", "1e6"),
    ("lean", "1e6"),
    ("normal", "1e6"),
    ("normal", "1e7"),
    ("pinyin", "1e6"),
    ("pinyin", "1e7"),
]


def make_register(sets, kind, left, right, seed):
    """Folder and description of a made-up pair of registers."""
    folder = os.path.join(sets, f"{kind}-{left}-{right}-{seed}")
    if not os.path.exists(os.path.join(folder, "groups.csv")):
        command = ["node", os.path.join(LINKAGE, "make-registers.mjs"), folder]
        command += ["--kind", kind, "--left", str(left), "--right", str(right), "--seed", str(seed)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return folder, f"make-registers.mjs --kind {kind} --left {left} --right {right} --seed {seed}"


def make_persons(sets, style, records):
    """Folder and description of a made-up set of persons."""
    folder = os.path.join(sets, f"{style}-{records}-{SEED}")
    options = ["--style", style, "--records", str(records), "--seed", str(SEED)]
    if not os.path.exists(folder):
        command = ["node", os.path.join(LINKAGE, "make-persons.mjs"), folder, *options]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return folder, f"make-persons.mjs {' '.join(options)}"


def measure(set_name, arm, data, note, name, *more):
    """One run; a failed run is told and does not end the others."""
    print(f"{name} …", flush=True)
    command = [
        sys.executable,
        os.path.join(HERE, "measure.py"),
        set_name,
        arm,
        "--data",
        data,
        "--note",
        note,
    ]
    if subprocess.run([*command, "--name", name, *more], check=False).returncode != 0:
        print(f"{name} failed", flush=True)


def tuned_threshold(sets, kind, arm):
    """The best threshold of this arm on a smaller register of the same kind and another seed."""
    if kind == "none":
        kind = "damaged"
    path = os.path.join(sets, f"tuning-{kind}--{arm}.json")
    if not os.path.exists(path):
        folder, note = make_register(sets, kind, *TUNING_ROWS, TUNING_SEED)
        measure(kind, arm, folder, note, f"tuning-{kind}--{arm}", "--results", sets)
    with open(path, encoding="utf-8") as file:
        return json.load(file)["scores"]["pairs"]["bestOnTest"]["probability"]


def run_registers(sets, only):
    """The Chinese sets: every arm at two sizes of the sample for u, the threshold of other data beside 0.5."""
    for register, (left, right) in REGISTERS.items():
        kind, folder, note = register.removesuffix("-small"), None, None
        for arm, pairs in REGISTER_ARMS:
            name = f"{register}--{arm}-u{pairs}"
            if only not in name:
                continue
            if folder is None:
                folder, note = make_register(sets, kind, left, right, SEED)
            tuned = tuned_threshold(sets, kind, arm)
            measure(kind, arm, folder, note, name, "--u-max-pairs", pairs, "--tuned-threshold", str(tuned))


def main():
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--public", required=True)
    parser.add_argument("--sets", required=True)
    parser.add_argument("--only", default="", help="only results whose name holds this word")
    args = parser.parse_args()
    for set_name, arm in PUBLIC:
        name = f"{set_name}--{arm}"
        if args.only in name:
            measure(set_name, arm, args.public, "public file", name)
    run_registers(args.sets, args.only)
    for set_name, arm, style, records in PERSONS:
        name = f"{set_name}--{arm}"
        if args.only in name:
            folder, note = make_persons(args.sets, style, records)
            measure(set_name, arm, folder, note, name)


if __name__ == "__main__":
    main()
