import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import { maskAccount, maskText } from '../mask-values.ts';
import { flag, groupRows, integer, type StreamedRow, streamRows, text } from '../stream-rows.ts';

/** What the hand-over says of rules beside the findings. */
export interface HandOverRules {
  /** Hash of each rule as it ran: its query and the values of its parameters. */
  readonly hashes: ReadonlyMap<string, string>;
  /** Sentences of law, by rule. */
  readonly basis: ReadonlyMap<string, readonly string[]>;
}

/**
 * Writes the folder `hand-over/`, from which a server takes over a run: `households.ndjson`, everybody on the rolls in
 * force, and `findings.ndjson`, leads and screening entries, one JSON object a line in an order that the facts alone
 * decide. Under `private` stand whole numbers, everything outside is masked. Folder mode 0700, files 0600: they are for
 * a private folder that is removed when they have been read.
 */
export async function writeHandOver(db: DuckDBConnection, dir: string, rules: HandOverRules): Promise<void> {
  const folder = join(dir, 'hand-over');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeLines(join(folder, 'households.ndjson'), householdsOf(db));
  await writeLines(join(folder, 'findings.ndjson'), findingsOf(db, rules));
}

async function writeLines(path: string, values: AsyncIterable<object>): Promise<void> {
  const file = createWriteStream(path, { mode: 0o600 });
  const failed = finished(file);
  failed.catch(() => undefined);
  for await (const value of values)
    if (!file.write(`${JSON.stringify(value)}\n`)) await Promise.race([once(file, 'drain'), failed]);
  file.end();
  await failed;
}

/** How sure it is that the two mentions are one person, where the linkage weighed it. */
const weighed = ['match_score', 'match_weights', 'match_faces'] as const;

function findingsSql(columns: readonly string[]): string {
  return `select lead_id, lead.rule, (select min(f.norm) from finding f where f.rule = lead.rule and f.subject_key = lead.subject_key) as norm,
    family, grade, severity, tier, subject_kind, subject_name, id_number, household_key,
    county, town, village, address, phone, programme, scheme, period_from, period_to, amount_fen, summary_zh, summary_en,
    restricted, unconfirmed, first_step, match_for_zh, match_for_en, match_against_zh, match_against_en, facts, evidence
    ${columns.map((column) => `, ${column}`).join('')}
  from lead where not coalesce(quiet, false) and change is distinct from 'gone' order by lead_id`;
}

/** Those of the columns that table `lead` has: a run without linkage of people weighs nothing. */
async function weighedColumns(db: DuckDBConnection): Promise<string[]> {
  const found: string[] = [];
  for await (const row of streamRows(
    db,
    `select column_name from duckdb_columns() where table_name = 'lead'`,
  ))
    found.push(text(row, 'column_name'));
  return weighed.filter((column) => found.includes(column));
}

async function* findingsOf(db: DuckDBConnection, rules: HandOverRules): AsyncGenerator<object> {
  for await (const row of streamRows(db, findingsSql(await weighedColumns(db)))) {
    const rule = text(row, 'rule');
    yield {
      id: text(row, 'lead_id'),
      rule,
      ruleHash: rules.hashes.get(rule) ?? '',
      family: text(row, 'family'),
      grade: text(row, 'grade'),
      severity: text(row, 'severity'),
      // What no match of people led to is about its subject as it stands.
      identityTier: text(row, 'tier') || 'none',
      subjectKind: text(row, 'subject_kind'),
      subjectName: subjectName(row),
      county: text(row, 'county'),
      town: orNull(row, 'town'),
      village: orNull(row, 'village'),
      programme: orNull(row, 'programme'),
      scheme: orNull(row, 'scheme'),
      period: period(row),
      amountFen: integer(row, 'amount_fen'),
      summaryZh: maskText(text(row, 'summary_zh')),
      summaryEn: maskText(text(row, 'summary_en')),
      isRestricted: flag(row, 'restricted'),
      isUnconfirmed: flag(row, 'unconfirmed'),
      firstStep: orNull(row, 'first_step'),
      private: privateOf(row, rules.basis.get(rule) ?? []),
    };
  }
}

/** The number of an account is its name; outside `private` its last digits must do. */
function subjectName(row: StreamedRow): string {
  const name = text(row, 'subject_name');
  return text(row, 'subject_kind') === 'account' ? maskAccount(name) : maskText(name);
}

function privateOf(row: StreamedRow, basis: readonly string[]): object {
  return {
    /** The household on the rolls, as `households.ndjson` keys it. */
    householdKey: orNull(row, 'household_key'),
    /** Whom or what the rule found, the same in every run. */
    subjectKey: orNull(row, 'norm'),
    idNumber: orNull(row, 'id_number'),
    accountNo: text(row, 'subject_kind') === 'account' ? text(row, 'subject_name') : null,
    address: orNull(row, 'address'),
    phone: orNull(row, 'phone'),
    facts: parsed(row, 'facts', {}),
    evidence: parsed(row, 'evidence', []),
    summary: { zh: text(row, 'summary_zh'), en: text(row, 'summary_en') },
    match: {
      for: words(row, 'match_for'),
      against: words(row, 'match_against'),
      /** Bits; null where no comparison was needed. The weights add up to it. */
      score: typeof row['match_score'] === 'number' ? row['match_score'] : null,
      weights: parsed(row, 'match_weights', []),
      /** The two mentions the identity rests on: what the register says, and the row of the comparison list. */
      faces: parsed(row, 'match_faces', null),
    },
    basis,
  };
}

function words(row: StreamedRow, column: string): { zh: string; en: string } | null {
  const zh = text(row, `${column}_zh`);
  return zh === '' ? null : { zh, en: text(row, `${column}_en`) };
}

function period(row: StreamedRow): string | null {
  const [from, to] = [text(row, 'period_from'), text(row, 'period_to')];
  if (from === '') return to === '' ? null : to;
  return to === '' || to === from ? from : `${from}/${to}`;
}

const householdsSql = `select h.household_key, h.programme, h.scheme, h.head_name, h.head_id, h.town, h.village, h.group_name,
    h.address, h.file_no, h.cause, h.phone, h.account_no, h.account_name, h.bank, h.total_fen,
    strftime(h.started_month, '%Y-%m') as started_month, m.name, m.id_number, m.relation, m.insured, m.health,
    m.disability_kind, m.disability_grade, m.employment, m.birth_on::varchar as birth_on
  from household h left join member m using (household_key)
  order by h.household_key, m.is_head desc, m.birth_on nulls last, m.person_key`;

async function* householdsOf(db: DuckDBConnection): AsyncGenerator<object> {
  const rows = streamRows(db, householdsSql);
  for await (const group of groupRows(rows, (row) => text(row, 'household_key'))) {
    const [first] = group;
    if (first !== undefined) yield householdOf(first, group);
  }
}

function householdOf(row: StreamedRow, members: readonly StreamedRow[]): object {
  const head = text(row, 'head_id') || ['head_name', 'town', 'village'].map((c) => text(row, c)).join('|');
  return {
    programme: text(row, 'programme'),
    scheme: orNull(row, 'scheme'),
    headName: text(row, 'head_name'),
    town: orNull(row, 'town'),
    village: orNull(row, 'village'),
    monthlyFen: integer(row, 'total_fen'),
    fromMonth: orNull(row, 'started_month'),
    private: {
      key: text(row, 'household_key'),
      /** The same household in every run: programme and head, whatever rows they were read from. */
      identity: `${text(row, 'programme')}|${head}`,
      groupName: orNull(row, 'group_name'),
      address: orNull(row, 'address'),
      fileNo: orNull(row, 'file_no'),
      cause: orNull(row, 'cause'),
      phone: orNull(row, 'phone'),
      accountNo: orNull(row, 'account_no'),
      accountName: orNull(row, 'account_name'),
      bank: orNull(row, 'bank'),
      members: members.filter((member) => text(member, 'name') !== '').map(memberOf),
    },
  };
}

function memberOf(row: StreamedRow): object {
  const grade = integer(row, 'disability_grade');
  return {
    name: text(row, 'name'),
    idNumber: orNull(row, 'id_number'),
    relation: text(row, 'relation'),
    isInsured: flag(row, 'insured'),
    health: orNull(row, 'health'),
    disability: grade === null ? orNull(row, 'disability_kind') : `${text(row, 'disability_kind')} ${grade}`,
    employment: orNull(row, 'employment'),
    birthOn: orNull(row, 'birth_on'),
  };
}

function orNull(row: StreamedRow, column: string): string | null {
  return text(row, column) || null;
}

function parsed(row: StreamedRow, column: string, otherwise: unknown): unknown {
  const json = text(row, column);
  return json === '' ? otherwise : JSON.parse(json);
}
