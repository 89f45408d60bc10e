"""Runs one arm in this process: python splink_job.py SET ARM --data FOLDER --out FOLDER.

Writes pairs.csv and clusters.csv (where the arm makes clusters), truth files for sets whose truth is in the
file itself, and job.json with the seconds of each phase.
"""

import argparse
import json
import logging
import os
import time

import duckdb
import pyarrow as pa
from splink import DuckDBAPI, Linker

from arms import all_arms

MEMORY_LIMIT = "8GB"
THREADS = 2
CLUSTER_GRID = (0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.95, 0.99, 0.999)


class Phases:
    """Seconds of each named phase, in order."""

    def __init__(self):
        self.seconds = {}
        self._from = time.perf_counter()

    def done(self, name):
        """Ends the phase that has run since the last call."""
        now = time.perf_counter()
        self.seconds[name] = round(now - self._from, 2)
        self._from = now


def connect(out):
    """A database in memory that may spill to the output folder."""
    con = duckdb.connect()
    con.execute(f"SET threads = {THREADS}")
    con.execute(f"SET memory_limit = '{MEMORY_LIMIT}'")
    con.execute(f"SET temp_directory = '{out}/spill'")
    return con


def train(linker, arm, u_max_pairs, phases):
    """Prior, u and m, in the order Splink's guide gives."""
    if arm.deterministic:
        linker.training.estimate_probability_two_random_records_match(arm.deterministic, recall=arm.recall)
    phases.done("prior")
    linker.training.estimate_u_using_random_sampling(max_pairs=u_max_pairs, seed=arm.u_seed)
    phases.done("u")
    for block in arm.em_blocks:
        linker.training.estimate_parameters_using_expectation_maximisation(
            block, estimate_without_term_frequencies=arm.em_without_term_frequency
        )
    phases.done("em")


def order_of(arm):
    """SQL for the left and the right id: by list for a link, by text for a dedupe."""
    left, right = f"{arm.id_column}_l", f"{arm.id_column}_r"
    if len(arm.tables) == 2:
        swapped = f"source_dataset_l = '{arm.tables[1]}'"
        return f"if({swapped}, {right}, {left})", f"if({swapped}, {left}, {right})"
    return (
        f"least(cast({left} AS varchar), cast({right} AS varchar))",
        f"greatest(cast({left} AS varchar), cast({right} AS varchar))",
    )


def keep_best_links(con, linker, predictions, arm):
    """Splink's own one to one: only pairs whose two records share a cluster of single best links."""
    best = linker.clustering.cluster_using_single_best_links(
        predictions,
        duplicate_free_datasets=arm.tables,
        threshold_match_probability=arm.floor,
        ties_method="drop",
    )
    sides = [
        f"JOIN {best.physical_name} {side} ON {side}.source_dataset = p.source_dataset_{side} "
        f"AND {side}.{arm.id_column} = p.{arm.id_column}_{side}"
        for side in ("l", "r")
    ]
    con.execute(
        f"CREATE TEMP TABLE kept AS SELECT p.* FROM {predictions.physical_name} p {' '.join(sides)} "
        "WHERE l.cluster_id = r.cluster_id"
    )
    return "kept"


def keep_greedy(con, predictions, arm):
    """One to one as a user writes it: from the highest score down, a pair stays if both its records are free.

    Equal scores go by a hash of both ids, which knows nothing of the truth.
    """
    left, right = f"p.{arm.id_column}_l", f"p.{arm.id_column}_r"
    rows = con.execute(
        f"SELECT p.rowid, {left}, {right} FROM {predictions.physical_name} p "
        f"ORDER BY match_weight DESC, md5({left} || '|' || {right})"
    ).fetchall()
    taken_left, taken_right, kept = set(), set(), []
    for row, one, other in rows:
        if one not in taken_left and other not in taken_right:
            taken_left.add(one)
            taken_right.add(other)
            kept.append(row)
    numbers = pa.table({"row": pa.array(kept, pa.int64())})
    con.register("kept_rows", numbers)
    con.execute(
        f"CREATE TEMP TABLE kept AS SELECT p.* FROM {predictions.physical_name} p "
        "WHERE p.rowid IN (SELECT row FROM kept_rows)"
    )
    return "kept"


def one_to_one(con, linker, predictions, arm):
    """Name of the table of pairs that are written."""
    if arm.one_to_one == "greedy":
        return keep_greedy(con, predictions, arm)
    if arm.one_to_one == "single best links":
        return keep_best_links(con, linker, predictions, arm)
    return predictions.physical_name


def write_pairs(con, table, arm, out):
    """pairs.csv; Splink has no tiers, so 'same' is probability 0.99 and more, 'likely' 0.5 and more."""
    left, right = order_of(arm)
    con.execute(
        f"COPY (SELECT {left} AS id_left, {right} AS id_right, match_weight AS score, "
        "match_probability AS probability, "
        "CASE WHEN match_probability >= 0.99 THEN 'same' WHEN match_probability >= 0.5 THEN 'likely' ELSE 'below' END AS tier "
        f"FROM {table} ORDER BY 1, 2) TO '{out}/pairs.csv' (HEADER)"
    )


def write_clusters(con, linker, predictions, arm, at, path):
    """clusters.csv: connected components at a probability."""
    clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(
        predictions, threshold_match_probability=at
    )
    con.execute(
        f"COPY (SELECT {arm.id_column} AS id, cluster_id AS cluster FROM {clusters.physical_name} ORDER BY 1) "
        f"TO '{path}' (HEADER)"
    )


def write_truth(con, arm, out):
    """Truth of sets that carry it in themselves, in the form of the scorer."""
    if arm.truth == "cluster":
        con.execute(
            f"COPY (SELECT {arm.id_column} AS id, cluster FROM persons ORDER BY 1) TO '{out}/truth-clusters.csv' (HEADER)"
        )
    if arm.truth == "same_id":
        con.execute(
            f"COPY (SELECT unique_id AS id_left, unique_id AS id_right FROM a_left ORDER BY 1) TO '{out}/truth.csv' (HEADER)"
        )


def make_linker(api, con, arm, model):
    """A linker with the arm's settings, or with the model trained on another set."""
    frames = [api.register(name, dataset_display_name=name) for name in arm.tables]
    settings = model if model else arm.settings(con)
    return Linker(frames if len(frames) > 1 else frames[0], settings, log_level=logging.ERROR)


def run(arm, data, out, u_max_pairs, model):
    """Runs the arm; returns what job.json holds. What comes after `write` only serves the scores: extraSeconds."""
    phases = Phases()
    con = connect(out)
    arm.prepare(con, data)
    phases.done("read")
    api = DuckDBAPI(con)
    linker = make_linker(api, con, arm, model)
    if not model:
        train(linker, arm, u_max_pairs, phases)
    predictions = linker.inference.predict(threshold_match_probability=arm.floor)
    phases.done("predict")
    table = one_to_one(con, linker, predictions, arm)
    phases.done("one_to_one")
    if arm.cluster_at is not None:
        write_clusters(con, linker, predictions, arm, arm.cluster_at, f"{out}/clusters.csv")
    phases.done("cluster")
    write_pairs(con, table, arm, out)
    phases.done("write")
    extra = time.perf_counter()
    rows = [con.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in arm.tables]
    scored = con.execute(f"SELECT count(*) FROM {predictions.physical_name}").fetchone()[0]
    with open(f"{out}/model.json", "w", encoding="utf-8") as file:
        json.dump(linker.misc.save_model_to_json(), file)
    if arm.cluster_at is not None:
        for at in CLUSTER_GRID:
            write_clusters(con, linker, predictions, arm, at, f"{out}/clusters-{at}.csv")
    write_truth(con, arm, out)
    extra = round(time.perf_counter() - extra, 2)
    return {"rows": rows, "pairsAboveFloor": scored, "phaseSeconds": phases.seconds, "extraSeconds": extra}


def main():
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("set")
    parser.add_argument("arm")
    parser.add_argument("--data", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--u-max-pairs", type=float)
    parser.add_argument("--model", help="model.json of another run: no training")
    args = parser.parse_args()
    arm = all_arms()[(args.set, args.arm)]
    os.makedirs(args.out, exist_ok=True)
    u_max_pairs = args.u_max_pairs or arm.u_max_pairs
    result = run(arm, args.data, args.out, u_max_pairs, args.model)
    result["what"] = arm.what
    result["settings"] = {
        "trained": "on another set" if args.model else "on this set",
        "uMaxPairs": None if args.model else u_max_pairs,
        "uSeed": arm.u_seed,
        "floor": arm.floor,
        "oneToOne": arm.one_to_one,
        "clusterAt": arm.cluster_at,
        "threads": THREADS,
        "memoryLimit": MEMORY_LIMIT,
    }
    with open(f"{args.out}/job.json", "w", encoding="utf-8") as file:
        json.dump(result, file, indent=1)


if __name__ == "__main__":
    main()
