"""Models for the made-up Chinese registers: raw columns, normalised columns, normalised columns with pinyin."""

import splink.comparison_level_library as cll
import splink.comparison_library as cl
from splink import SettingsCreator, block_on

from arm import Arm
from normal_forms import normalise

LEFT = {
    "unique_id": "序号",
    "name_raw": "姓名",
    "id_raw": "身份证号",
    "sex_raw": "性别",
    "birth_raw": "出生日期",
    "town_raw": "乡镇",
    "village_raw": "村",
    "phone_raw": "手机号",
}
RIGHT = {
    "unique_id": "编号",
    "name_raw": "姓名",
    "id_raw": "公民身份号码",
    "sex_raw": "性别",
    "birth_raw": "出生年月日",
    "town_raw": "所属乡镇",
    "village_raw": "村居",
    "phone_raw": "联系电话",
}
SETS = ("clean", "damaged", "no-id", "no-id-left", "minority", "one-surname", "twins", "relatives", "none")


def _read(con, table, path, headings):
    """One list as text columns of our own names; headings the list lacks become empty columns."""
    there = {
        row[0]
        for row in con.execute("DESCRIBE SELECT * FROM read_csv(?, all_varchar = true)", [path]).fetchall()
    }
    columns = ", ".join(
        f"nullif(\"{heading}\", '') AS {name}" if heading in there else f"NULL::VARCHAR AS {name}"
        for name, heading in headings.items()
    )
    con.execute(f"CREATE TABLE {table} AS SELECT {columns} FROM read_csv(?, all_varchar = true)", [path])


def _prepare_raw(con, folder):
    for table, file, headings in (("a_left", "left", LEFT), ("b_right", "right", RIGHT)):
        plain = {name.replace("_raw", ""): heading for name, heading in headings.items()}
        _read(con, table, f"{folder}/{file}.csv", plain)


def _prepare_normal(con, folder):
    for table, file, headings in (("a_left", "left", LEFT), ("b_right", "right", RIGHT)):
        _read(con, f"{table}_raw", f"{folder}/{file}.csv", headings)
        normalise(con, table)


def _raw_settings(_con):
    """Distances of Splink's library on the columns as they stand."""
    return SettingsCreator(
        link_type="link_only",
        blocking_rules_to_generate_predictions=[
            block_on("id"),
            block_on("name", "town"),
            block_on("name", "birth"),
            block_on("village", "birth"),
            block_on("substr(id, 7, 8)", "substr(name, 1, 1)"),
            block_on("phone"),
        ],
        comparisons=[
            cl.JaroWinklerAtThresholds("name", [0.9, 0.7]).configure(term_frequency_adjustments=True),
            cl.LevenshteinAtThresholds("id", [1, 2]),
            cl.LevenshteinAtThresholds("birth", [1, 2]),
            cl.ExactMatch("sex"),
            cl.ExactMatch("town").configure(term_frequency_adjustments=True),
            cl.ExactMatch("village").configure(term_frequency_adjustments=True),
            cl.LevenshteinAtThresholds("phone", [1]),
        ],
        retain_matching_columns=False,
    )


def _id_levels():
    """Levels of the number: valid and equal, equal as it stands, its first 15 digits, one edit, two, birth date."""
    both_valid = "id_valid_l IS NOT NULL AND id_valid_r IS NOT NULL"
    edits = "damerau_levenshtein(id_clean_l, id_clean_r) <= {n}"
    return {
        "output_column_name": "id",
        "comparison_levels": [
            cll.NullLevel("id_clean"),
            {"sql_condition": "id_valid_l = id_valid_r", "label_for_charts": "valid and equal"},
            {"sql_condition": both_valid, "label_for_charts": "both valid, not equal"},
            {
                "sql_condition": "id15_l = id15_r AND length(id15_l) = 15",
                "label_for_charts": "first 15 equal",
            },
            {"sql_condition": edits.format(n=1), "label_for_charts": "one edit"},
            {"sql_condition": edits.format(n=2), "label_for_charts": "two edits"},
            {
                "sql_condition": "substr(id_clean_l, 7, 8) = substr(id_clean_r, 7, 8)",
                "label_for_charts": "birth date",
            },
            cll.ElseLevel(),
        ],
    }


def _place_levels():
    """Village and town in one comparison, for they depend on each other."""
    return {
        "output_column_name": "town_village",
        "comparison_levels": [
            {"sql_condition": "town_l IS NULL OR town_r IS NULL", "is_null_level": True},
            cll.ExactMatchLevel("place", term_frequency_adjustments=True),
            {
                "sql_condition": "town_l = town_r AND (village_l IS NULL OR village_r IS NULL)",
                "label_for_charts": "town, village missing",
            },
            {"sql_condition": "town_l = town_r", "label_for_charts": "town"},
            cll.ElseLevel(),
        ],
    }


def _one_character():
    """SQL: names of the same length, two or more, that differ in one character. DuckDB's distances count bytes."""
    differing = " + ".join(f"(substr(name_l, {i}, 1) <> substr(name_r, {i}, 1))::INT" for i in (1, 2, 3))
    return f"length(name_l) = length(name_r) AND length(name_l) IN (2, 3) AND {differing} = 1"


def _name_levels(with_pinyin):
    exact = cll.ExactMatchLevel("name", term_frequency_adjustments=True)
    if not with_pinyin:
        near = [cll.JaroWinklerLevel("name", 0.9), cll.JaroWinklerLevel("name", 0.8)]
    else:
        near = [
            cll.ExactMatchLevel("pinyin", term_frequency_adjustments=True),
            {"sql_condition": _one_character(), "label_for_charts": "one character differs"},
            cll.JaroWinklerLevel("pinyin", 0.92),
            cll.JaroWinklerLevel("name", 0.88),
        ]
    same_surname = {"sql_condition": "surname_l = surname_r", "label_for_charts": "surname"}
    levels = [cll.NullLevel("name"), exact, *near, same_surname, cll.ElseLevel()]
    return {"output_column_name": "name", "comparison_levels": levels}


def _blocks(with_pinyin, is_lean):
    """Blocking rules; the lean ones score few pairs, for time."""
    by_number = [block_on("id_valid"), "l.id15 = r.id15 AND length(l.id15) = 15"]
    if is_lean:
        return [*by_number, block_on("name", "town"), block_on("name", "birth"), block_on("village", "birth")]
    wide = [
        block_on("substr(id_clean, 11, 8)"),
        block_on("name"),
        block_on("village", "birth"),
        block_on("place", "last_character"),
        block_on("phone", "surname"),
    ]
    by_sound = [block_on("pinyin", "town"), block_on("pinyin", "birth")]
    return [*by_number, *wide, *(by_sound if with_pinyin else [])]


def _normal_settings(with_pinyin, is_lean):
    """The best model found in the time given: prepared columns, levels that know the number."""

    def settings(_con):
        return SettingsCreator(
            link_type="link_only",
            blocking_rules_to_generate_predictions=_blocks(with_pinyin, is_lean),
            comparisons=[
                _name_levels(with_pinyin),
                _id_levels(),
                cl.DateOfBirthComparison("birth", input_is_string=True),
                cl.ExactMatch("sex"),
                _place_levels(),
                cl.ExactMatch("phone"),
            ],
            retain_matching_columns=False,
        )

    return settings


def _raw():
    return Arm(
        tables=["a_left", "b_right"],
        prepare=_prepare_raw,
        settings=_raw_settings,
        what="raw columns, Jaro-Winkler and Levenshtein levels; one to one, best score first",
        deterministic=[block_on("id", "name"), block_on("name", "birth", "village")],
        em_blocks=[block_on("id", "substr(name, 1, 1)"), block_on("name", "birth")],
        one_to_one="greedy",
    )


def _normal(with_pinyin=False, is_lean=False):
    names = "pinyin and character" if with_pinyin else "Jaro-Winkler"
    blocks = "five narrow blocks" if is_lean else "wide blocks"
    return Arm(
        tables=["a_left", "b_right"],
        prepare=_prepare_normal,
        settings=_normal_settings(with_pinyin, is_lean),
        what=f"normalised columns, {names} levels for names, {blocks}; one to one, best score first",
        deterministic=[block_on("id_valid", "surname"), block_on("name", "birth", "village")],
        recall=0.95,
        em_blocks=[block_on("id_valid"), block_on("name", "birth")],
        one_to_one="greedy",
    )


def register_arms():
    """(set, arm) -> Arm for every kind of made-up register."""
    models = {
        "raw": _raw(),
        "lean": _normal(is_lean=True),
        "normal": _normal(),
        "pinyin": _normal(with_pinyin=True),
    }
    return {(name, arm): model for name in SETS for arm, model in models.items()}
