"""Normal forms of Chinese registers as a careful user of Splink would write them: SQL for numbers and dates,
libraries for traditional characters and pinyin."""

import pyarrow as pa
from opencc import OpenCC
from pypinyin import lazy_pinyin

WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
BLANKS = r"[\s\x{00A0}\x{3000}\x{200B}\x{FEFF}'\"`-]"
SPACE = r"[\s\x{00A0}\x{3000}\x{200B}\x{FEFF}]"
NOTE = r"[（(【\[].*?[）)】\]]"
DOTS = r"[·・•‧．.。●-]"
PLACE_HOLDER = "'无', '不详', '空', 'NULL', '0', '/'"


def check_sum(text):
    """SQL: weighted sum of the first 17 digits of a number."""
    return " + ".join(f"{w} * (ascii(substr({text}, {i + 1}, 1)) - 48)" for i, w in enumerate(WEIGHTS))


def check_digit(text):
    """SQL: the check digit that belongs to 17 digits."""
    return f"substr('10X98765432', 1 + ({check_sum(text)}) % 11, 1)"


def narrow(text):
    """SQL: full-width digits, letters and signs as ordinary ones."""
    wide = "０１２３４５６７８９ＸｘＡＥｅ＋．－×х✕Х＊"
    plain = "0123456789XXAEE+.-XXXXX"
    return f"translate(upper(translate({text}, '{wide}', '{plain}')), 'Х', 'X')"


def _number_sql(table):
    """SQL: id, id_clean (what stands there, cleaned), id_state."""
    clean = f"regexp_replace({narrow('id_raw')}, '{BLANKS.replace(chr(39), chr(39) * 2)}', '', 'g')"
    fifteen = "substr(c, 1, 6) || '19' || substr(c, 7, 9)"
    return f"""
    CREATE TABLE {table}_number AS
    WITH cleaned AS (SELECT unique_id, {clean} AS c FROM {table}_raw),
    longer AS (
      SELECT unique_id, CASE
        WHEN c IS NULL OR c IN ('', {PLACE_HOLDER}) OR c LIKE '%E+%' OR c LIKE '%*%' OR length(c) < 14 THEN NULL
        WHEN regexp_full_match(c, '[0-9]{{15}}') THEN {fifteen} || {check_digit(f"({fifteen})")}
        ELSE c END AS id_clean
      FROM cleaned)
    SELECT unique_id, id_clean,
      CASE WHEN regexp_full_match(id_clean, '[0-9]{{17}}[0-9X]') AND {check_digit("id_clean")} = substr(id_clean, 18, 1)
        AND try_strptime(substr(id_clean, 7, 8), '%Y%m%d') IS NOT NULL THEN id_clean END AS id_valid
    FROM longer"""


def birth_of(text):
    """SQL: a date as ISO text, from ISO, dotted, slashed, Chinese, eight digits or a spreadsheet's day count."""
    parts = f"regexp_extract({text}, '^\\s*([0-9]{{4}})[^0-9]+([0-9]{{1,2}})[^0-9]+([0-9]{{1,2}})', ['y', 'm', 'd'])"
    day = f"TRY_CAST({text} AS INTEGER)"
    return f"""CASE
      WHEN regexp_full_match({text}, '[0-9]{{8}}') THEN
        substr({text}, 1, 4) || '-' || substr({text}, 5, 2) || '-' || substr({text}, 7, 2)
      WHEN regexp_full_match({text}, '[0-9]{{4,5}}') AND {day} BETWEEN 3000 AND 60000 THEN
        strftime(DATE '1899-12-30' + {day}, '%Y-%m-%d')
      WHEN ({parts}).y <> '' THEN ({parts}).y || '-' || lpad(({parts}).m, 2, '0') || '-' || lpad(({parts}).d, 2, '0')
      END"""


def _columns_sql(table):
    """SQL: all columns of the normal form but the name's."""
    birth = birth_of("birth_raw")
    from_number = "substr(id_valid, 7, 4) || '-' || substr(id_valid, 11, 2) || '-' || substr(id_valid, 13, 2)"
    return f"""
    CREATE TABLE {table}_columns AS
    SELECT r.unique_id, n.id_clean, n.id_valid,
      coalesce({birth}, {from_number}) AS birth,
      CASE WHEN sex_raw IN ('男', '1') THEN 'm' WHEN sex_raw IN ('女', '2') THEN 'f'
        WHEN id_valid IS NOT NULL THEN if((ascii(substr(id_valid, 17, 1)) - 48) % 2 = 1, 'm', 'f') END AS sex,
      nullif(regexp_replace(town_raw, '{SPACE}', '', 'g'), '') AS town,
      nullif(regexp_replace(village_raw, '{SPACE}', '', 'g'), '') AS village,
      nullif(regexp_replace({narrow("phone_raw")}, '[^0-9]', '', 'g'), '') AS phone,
      name_raw
    FROM {table}_raw r JOIN {table}_number n USING (unique_id)"""


def _names(con, table):
    """Table `<table>_names`: name_raw, name (simplified, no blanks, notes, dots or second person), pinyin."""
    first = "regexp_extract(name_raw, '^\\s*(?:户主[:：])?([^、,，/]+)', 1)"
    clean = (
        f"regexp_replace(regexp_replace({first}, '{NOTE}', '', 'g'), '{SPACE}|同志$|[0-9]+$|{DOTS}', '', 'g')"
    )
    con.execute(
        f"CREATE OR REPLACE TEMP TABLE distinct_names AS SELECT name_raw, {clean} AS name "
        f"FROM (SELECT DISTINCT name_raw FROM {table}_raw WHERE name_raw IS NOT NULL)"
    )
    rows = con.execute("SELECT name_raw, name FROM distinct_names").fetchall()
    characters = sorted({character for _, name in rows for character in name if ord(character) > 0x2E80})
    converter = OpenCC("t2s")
    simple = {ord(character): converter.convert(character) for character in characters}
    sounds = {ord(character): lazy_pinyin(simple[ord(character)])[0] for character in characters}
    names = [name.translate(simple) or None for _, name in rows]
    table_of_names = pa.table(
        {
            "name_raw": pa.array([raw for raw, _ in rows], pa.string()),
            "name": pa.array(names, pa.string()),
            "pinyin": pa.array(
                [(name or "").translate(sounds).lower() or None for _, name in rows],
                pa.string(),
            ),
        }
    )
    con.register("arrow_names", table_of_names)
    con.execute(f"CREATE OR REPLACE TABLE {table}_names AS SELECT * FROM arrow_names")
    con.unregister("arrow_names")


def normalise(con, table):
    """Makes `<table>` from `<table>_raw` (unique_id and the columns …_raw, all text)."""
    con.execute(_number_sql(table))
    con.execute(_columns_sql(table))
    _names(con, table)
    con.execute(
        f"CREATE TABLE {table} AS SELECT c.* EXCLUDE (name_raw), n.name, n.pinyin, "
        "substr(n.name, 1, 1) AS surname, substr(n.name, -1) AS last_character, "
        "substr(id_clean, 1, 15) AS id15, town || village AS place "
        f"FROM {table}_columns c LEFT JOIN {table}_names n USING (name_raw)"
    )
    for part in ("number", "columns", "names", "raw"):
        con.execute(f"DROP TABLE {table}_{part}")
