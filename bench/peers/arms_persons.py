"""Splink's published settings for its own demo sets, on made-up sets of the same columns."""

from dataclasses import replace

import splink.comparison_library as cl
from splink import SettingsCreator, block_on

from arm import Arm
from arms_public import febrl_arm, fake_evaluation_arm

CLUSTER = "regexp_extract(rec_id, '^rec-([0-9]+)', 1) AS cluster"


def _prepare(con, folder):
    con.execute(
        "CREATE TABLE persons AS SELECT *, first_name || ' ' || surname AS first_name_surname_concat "
        "FROM read_csv(?, all_varchar = true)",
        [f"{folder}/historical.csv"],
    )


def _settings(_con):
    """The settings of the demo `deduplicate_50k_synthetic`."""
    area = "substr(postcode_fake,1,3)"
    return SettingsCreator(
        link_type="dedupe_only",
        blocking_rules_to_generate_predictions=[
            block_on("substr(first_name,1,3)", "substr(surname,1,4)"),
            block_on("surname", "dob"),
            block_on("first_name", "dob"),
            block_on("postcode_fake", "first_name"),
            block_on("postcode_fake", "surname"),
            block_on("dob", "birth_place"),
            block_on(area, "dob"),
            block_on(area, "first_name"),
            block_on(area, "surname"),
            block_on("substr(first_name,1,2)", "substr(surname,1,2)", "substr(dob,1,4)"),
        ],
        comparisons=[
            cl.ForenameSurnameComparison(
                "first_name", "surname", forename_surname_concat_col_name="first_name_surname_concat"
            ),
            cl.DateOfBirthComparison("dob", input_is_string=True),
            cl.PostcodeComparison("postcode_fake"),
            cl.ExactMatch("birth_place").configure(term_frequency_adjustments=True),
            cl.ExactMatch("occupation").configure(term_frequency_adjustments=True),
        ],
    )


def _prepare_dedupe(file, columns):
    def prepare(con, folder):
        con.execute(
            f"CREATE TABLE persons AS SELECT {columns} FROM read_csv(?, all_varchar = true)",
            [f"{folder}/{file}.csv"],
        )

    return prepare


def _prepare_link(con, folder):
    for table, file in (("a_left", "left"), ("b_right", "right")):
        con.execute(
            f"CREATE TABLE {table} AS SELECT * FROM read_csv(?, all_varchar = true)", [f"{folder}/{file}.csv"]
        )


def _link_settings(_con):
    """The detailed model of the demo `febrl4`."""
    return SettingsCreator(
        unique_id_column_name="rec_id",
        link_type="link_only",
        blocking_rules_to_generate_predictions=[
            block_on("given_name", "surname"),
            "l.given_name = r.surname and l.surname = r.given_name",
            block_on("date_of_birth"),
            block_on("soc_sec_id"),
            block_on("state", "address_1"),
            block_on("street_number", "address_1"),
            block_on("postcode"),
        ],
        comparisons=[
            cl.NameComparison("given_name").configure(term_frequency_adjustments=True),
            cl.NameComparison("surname").configure(term_frequency_adjustments=True),
            cl.DateOfBirthComparison(
                "date_of_birth", input_is_string=True, datetime_format="%Y%m%d", invalid_dates_as_null=True
            ),
            cl.DamerauLevenshteinAtThresholds("soc_sec_id", [1, 2]),
            cl.ExactMatch("street_number").configure(term_frequency_adjustments=True),
            cl.DamerauLevenshteinAtThresholds("postcode", [1, 2]).configure(term_frequency_adjustments=True),
        ],
    )


def _link(one_to_one):
    end = "; one to one, best score first" if one_to_one else ""
    return Arm(
        tables=["a_left", "b_right"],
        prepare=_prepare_link,
        settings=_link_settings,
        what=f"detailed model of Splink's demo febrl4{end}",
        deterministic=[block_on("soc_sec_id"), block_on("given_name", "surname", "date_of_birth")],
        recall=0.8,
        em_blocks=[block_on("date_of_birth"), block_on("postcode")],
        em_without_term_frequency=True,
        one_to_one=one_to_one,
        id_column="rec_id",
    )


def person_arms():
    """(set, arm) -> Arm."""
    demo = Arm(
        tables=["persons"],
        prepare=_prepare,
        settings=_settings,
        what="settings of Splink's demo deduplicate_50k_synthetic (historical persons)",
        deterministic=[
            block_on("first_name", "surname", "dob"),
            block_on("substr(first_name,1,2)", "surname", "substr(postcode_fake,1,2)"),
            block_on("dob", "postcode_fake"),
        ],
        recall=0.6,
        em_blocks=[block_on("first_name", "surname"), block_on("dob")],
        em_without_term_frequency=True,
        u_max_pairs=1e7,
        cluster_at=0.95,
        truth="cluster",
    )
    return {
        ("historical", "demo"): demo,
        ("people", "febrl3"): replace(febrl_arm(3), prepare=_prepare_dedupe("people", f"*, {CLUSTER}")),
        ("people-link", "febrl4"): _link(None),
        ("people-link", "febrl4-1to1"): _link("greedy"),
        ("emails", "evaluation"): replace(
            fake_evaluation_arm(),
            prepare=_prepare_dedupe("emails", "* REPLACE (TRY_CAST(dob AS DATE) AS dob)"),
        ),
    }
