"""Splink's published settings for its register of historical persons, on a made-up register of the same columns."""

import splink.comparison_library as cl
from splink import SettingsCreator, block_on

from arm import Arm


def _prepare(con, folder):
    con.execute(
        "CREATE TABLE persons AS SELECT *, first_name || ' ' || surname AS first_name_surname_concat "
        "FROM read_csv(?, all_varchar = true)",
        [f"{folder}/persons.csv"],
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
    return {("historical", "demo"): demo}
