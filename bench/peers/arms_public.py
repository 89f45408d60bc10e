"""Splink's own published settings for the public sets (demos and tutorials of Splink 5)."""

import splink.comparison_level_library as cll
import splink.comparison_library as cl
from splink import ColumnExpression, SettingsCreator, block_on

from arm import Arm


def _preparefebrl_arm(number):
    """Reads a FEBRL file: headings and values carry a blank after every comma; empty is missing."""

    def prepare(con, folder):
        con.execute(
            "CREATE TABLE raw AS SELECT * FROM read_csv(?, all_varchar = true, header = true)",
            [f"{folder}/dataset{number}.csv"],
        )
        columns = [row[0] for row in con.execute("DESCRIBE raw").fetchall()]
        clean = ", ".join(f"nullif(trim(\"{name}\"), '') AS {name.strip()}" for name in columns)
        con.execute(
            f"CREATE TABLE persons AS SELECT *, regexp_extract(rec_id, '^rec-([0-9]+)', 1) AS cluster "
            f"FROM (SELECT {clean} FROM raw)"
        )

    return prepare


def _febrl_settings(_con):
    """The settings of the demo `febrl3`."""
    return SettingsCreator(
        unique_id_column_name="rec_id",
        link_type="dedupe_only",
        blocking_rules_to_generate_predictions=[
            block_on("soc_sec_id"),
            block_on("given_name"),
            block_on("surname"),
            block_on("date_of_birth"),
            block_on("postcode"),
        ],
        comparisons=[
            cl.NameComparison("given_name"),
            cl.NameComparison("surname"),
            cl.DateOfBirthComparison("date_of_birth", input_is_string=True, datetime_format="%Y%m%d"),
            cl.DamerauLevenshteinAtThresholds("soc_sec_id", [2]),
            cl.ExactMatch("street_number").configure(term_frequency_adjustments=True),
            cl.ExactMatch("postcode").configure(term_frequency_adjustments=True),
        ],
    )


def febrl_arm(number):
    """The demo febrl3 on a FEBRL file."""
    return Arm(
        tables=["persons"],
        prepare=_preparefebrl_arm(number),
        settings=_febrl_settings,
        what="settings of Splink's demo febrl3",
        deterministic=[
            block_on("soc_sec_id"),
            block_on("given_name", "surname", "date_of_birth"),
            "l.given_name = r.surname and l.surname = r.given_name and l.date_of_birth = r.date_of_birth",
        ],
        recall=0.9,
        em_blocks=[block_on("date_of_birth"), block_on("postcode")],
        u_seed=2,
        cluster_at=0.95,
        truth="cluster",
        id_column="rec_id",
    )


def _prepare_fake(con, folder):
    con.execute(
        "CREATE TABLE persons AS SELECT * REPLACE (cast(unique_id AS varchar) AS unique_id) FROM read_csv(?)",
        [f"{folder}/fake_1000.csv"],
    )


def _fake_tutorial_settings(_con):
    """The settings of tutorial 4."""
    return SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            cl.NameComparison("first_name"),
            cl.NameComparison("surname"),
            cl.LevenshteinAtThresholds(ColumnExpression("dob").cast_to_string(), 1),
            cl.ExactMatch("city").configure(term_frequency_adjustments=True),
            cl.EmailComparison("email"),
        ],
        blocking_rules_to_generate_predictions=[block_on("first_name", "city"), block_on("surname")],
    )


def _fake_tutorial():
    return Arm(
        tables=["persons"],
        prepare=_prepare_fake,
        settings=_fake_tutorial_settings,
        what="settings of Splink's tutorial 4",
        deterministic=[
            block_on("first_name", "dob"),
            "l.first_name = r.first_name and levenshtein(r.surname, l.surname) <= 2",
            block_on("email"),
        ],
        recall=0.7,
        em_blocks=[block_on("first_name", "surname"), block_on("dob")],
        u_max_pairs=2e6,
        cluster_at=0.95,
        truth="cluster",
    )


def _fake_evaluation_settings(_con):
    """The settings of the demo on evaluation with labels; it blocks more widely."""
    return SettingsCreator(
        link_type="dedupe_only",
        blocking_rules_to_generate_predictions=[
            block_on("first_name"),
            block_on("surname"),
            block_on("dob"),
            block_on("email"),
        ],
        comparisons=[
            cl.ForenameSurnameComparison("first_name", "surname"),
            cl.DateOfBirthComparison("dob", input_is_string=False),
            cl.ExactMatch("city").configure(term_frequency_adjustments=True),
            cl.EmailComparison("email"),
        ],
    )


def fake_evaluation_arm():
    """The demo on evaluation, on fake_1000."""
    return Arm(
        tables=["persons"],
        prepare=_prepare_fake,
        settings=_fake_evaluation_settings,
        what="settings of Splink's demo on evaluation from a labels column",
        deterministic=[
            "l.first_name = r.first_name and levenshtein(r.dob::VARCHAR, l.dob::VARCHAR) <= 1",
            "l.surname = r.surname and levenshtein(r.dob::VARCHAR, l.dob::VARCHAR) <= 1",
            "l.first_name = r.first_name and levenshtein(r.surname, l.surname) <= 2",
            "l.email = r.email",
        ],
        recall=0.7,
        em_blocks=[block_on("dob"), block_on("email"), block_on("first_name", "surname")],
        em_without_term_frequency=True,
        u_seed=5,
        cluster_at=0.95,
        truth="cluster",
    )


def _prepare_transactions(con, folder):
    for table, file in (("a_left", "transactions_origin"), ("b_right", "transactions_destination")):
        con.execute(f"CREATE TABLE {table} AS SELECT * FROM read_parquet(?)", [f"{folder}/{file}.parquet"])


def _transaction_blocks():
    same_start = "substr(l.memo, 1, 3) = substr(r.memo, 1, 3)"
    near_amount = "l.amount / r.amount > 0.7 and l.amount / r.amount < 1.3"
    return [
        f"strftime(l.transaction_date, '%Y%m') = strftime(r.transaction_date, '%Y%m') and {same_start} and {near_amount}",
        f"strftime(l.transaction_date + 15, '%Y%m') = strftime(r.transaction_date, '%Y%m') and {same_start} and {near_amount}",
        block_on("substr(memo, 1, 9)"),
        "round(l.amount / 2, 0) * 2 = round(r.amount / 2, 0) * 2 "
        "and yearweek(r.transaction_date) = yearweek(l.transaction_date)",
        "round(l.amount / 2, 0) * 2 = round((r.amount + 1) / 2, 0) * 2 "
        "and yearweek(r.transaction_date) = yearweek(l.transaction_date + 4)",
    ]


def _transaction_comparisons():
    amount = {
        "output_column_name": "amount",
        "comparison_levels": [
            cll.NullLevel("amount"),
            cll.ExactMatchLevel("amount"),
            *[cll.PercentageDifferenceLevel("amount", share) for share in (0.01, 0.03, 0.1, 0.3)],
            cll.ElseLevel(),
        ],
    }
    days = [
        {
            "sql_condition": f"transaction_date_r - transaction_date_l <= {n} and transaction_date_r >= transaction_date_l",
            "label_for_charts": f"<= {n} days",
        }
        for n in (1, 4, 10, 30)
    ]
    date = {
        "output_column_name": "transaction_date",
        "comparison_levels": [cll.NullLevel("transaction_date"), *days, cll.ElseLevel()],
    }
    return [amount, cl.LevenshteinAtThresholds("memo", [2, 6, 10]), date]


def _transactions_settings(with_row_key):
    """The settings of the demo `transactions`; its last block joins on the row key, which is the truth."""

    def settings(con):
        rows = con.execute("SELECT count(*) FROM a_left").fetchone()[0]
        blocks = _transaction_blocks() + ([block_on("unique_id")] if with_row_key else [])
        return SettingsCreator(
            link_type="link_only",
            probability_two_random_records_match=1 / rows,
            blocking_rules_to_generate_predictions=blocks,
            comparisons=_transaction_comparisons(),
        )

    return settings


def _transactions(what, with_row_key, one_to_one):
    return Arm(
        tables=["a_left", "b_right"],
        prepare=_prepare_transactions,
        settings=_transactions_settings(with_row_key),
        what=what,
        em_blocks=[block_on("memo"), block_on("amount")],
        floor=1e-5 if one_to_one == "greedy" else 0.001,
        one_to_one=one_to_one,
        truth="same_id",
    )


def public_arms():
    """(set, arm) -> Arm for FEBRL 1 to 3, fake_1000 and transactions."""
    arms = {(f"febrl{n}", "demo"): febrl_arm(n) for n in (1, 2, 3)}
    arms[("fake_1000", "tutorial")] = _fake_tutorial()
    arms[("fake_1000", "evaluation")] = fake_evaluation_arm()
    demo = "settings of Splink's demo transactions, its block on the row key (which is the truth) included"
    fair = "settings of Splink's demo transactions without the block on the row key (which is the truth)"
    arms[("transactions", "demo")] = _transactions(demo, True, None)
    arms[("transactions", "demo-1to1")] = _transactions(demo, True, "greedy")
    arms[("transactions", "fair-1to1")] = _transactions(fair, False, "greedy")
    arms[("transactions", "fair-own-1to1")] = _transactions(fair, False, "single best links")
    return arms
