import type { Output } from '@yangguang/contract/operation';
import { rule } from '@yangguang/contract/rule';
import type { Parameter } from '@yangguang/engine/pack/parameter-file';
import { parameterText } from '@yangguang/engine/pack/load-tables';
import type { RuleExample } from '@yangguang/engine/pack/rule-page-examples';
import type { RulePage } from '@yangguang/engine/pack/rule-page';
import { ruleHash } from '@yangguang/engine/run/hand-over-rules';
import { countOpenLeads } from '@yangguang/store/lead/rule-records';
import { notFound } from '../../http/api-refusal.ts';
import { type Call, handle } from '../../http/call.ts';
import { reachWith } from '../household/reach-with.ts';
import { namesOf } from '../matter/matter-line.ts';
import { valueNow } from '../parameter/parameter-line.ts';
import { modeChange } from './history.ts';
import { pageWords } from './page-words.ts';
import { ruleFacts, type RuleFacts, ruleLine } from './rule-line.ts';
import { assertOwnPlace, reachWithin, todayOf } from './rule-place.ts';

type Answer = Output<typeof rule.get>;
type Example = Answer['examples'][number];

export const get = handle(rule.get, async ({ rule: code, region, on: asked }, call) => {
  assertOwnPlace(call, region);
  const county = region.slice(0, 6);
  const page = call.policy.rules.find(({ id }) => id === code);
  const words = call.policy.findRule(code);
  if (page === undefined || words === null) throw notFound();
  const on = asked ?? todayOf(call);
  const facts = await ruleFacts(call, county, [code]);
  call.note({ rule: code, region });
  return {
    ...ruleLine(call, page, facts),
    on,
    page: pageWords(words),
    retiredBecause: page.reason ?? null,
    summary: page.summary,
    ...numbersOf(call, page, region, on),
    ...mechanicsOf(call, page),
    packVersion: call.policy.version,
    modeSet: await modeSetOf(call, facts, code),
    openLeads: facts.records === null ? null : await openLeadsOf(call, code, county),
  };
});

/** Parameters in force there and then, and the version that query and values make. */
function numbersOf(
  { policy }: Pick<Call, 'policy'>,
  page: RulePage,
  region: string,
  on: string,
): Pick<Answer, 'parameters' | 'ruleHash'> {
  const all = new Map(policy.parameters().map((one) => [one.name, one]));
  const used = Object.entries(page.parameters).flatMap(([name, use]) => {
    const parameter = all.get(name);
    return parameter === undefined ? [] : [{ parameter, use }];
  });
  const texts = used.map(({ parameter }) => ({
    name: parameter.name,
    value: parameterText(parameter, region, on) ?? '',
  }));
  return {
    parameters: used.map(({ parameter, use }) => numberLine({ policy }, { parameter, use, region, on })),
    ruleHash: ruleHash(page, texts),
  };
}

function numberLine(
  { policy }: Pick<Call, 'policy'>,
  { parameter, use, region, on }: { parameter: Parameter; use: string; region: string; on: string },
): Answer['parameters'][number] {
  const { name, zh, en, unit, kind } = parameter;
  return { name, title: { zh, en }, unit, kind, use, now: valueNow({ policy }, parameter, region, on) };
}

function mechanicsOf(
  { policy }: Pick<Call, 'policy'>,
  page: RulePage,
): Pick<Answer, 'evidence' | 'enriches' | 'outcomes' | 'examples' | 'sql'> {
  return {
    evidence: Object.entries(page.evidence).map(([name, { zh, en, type }]) => ({
      ...{ name, title: { zh, en }, type },
    })),
    enriches: Object.entries(page.enriches).map(([table, adds]) => ({
      ...{ table, title: policy.nameDataSet(table), adds },
    })),
    outcomes: page.outcomes,
    examples: page.examples.map((example) => exampleOf({ policy }, example)),
    sql: page.sql,
  };
}

function exampleOf({ policy }: Pick<Call, 'policy'>, example: RuleExample): Example {
  return {
    title: example.title,
    asOf: example.asOf,
    isSilent: example.leads.length === 0,
    given: Object.entries(example.given).map(([table, rows]) => ({
      table,
      title: policy.nameDataSet(table),
      ...gridOf(rows),
    })),
    leads: gridOf(example.leads),
  };
}

/** Rows as a grid: every column that any of them names. */
function gridOf(rows: RuleExample['leads']): Example['leads'] {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return { columns, rows: rows.map((row) => columns.map((column) => row[column] ?? null)) };
}

async function modeSetOf(call: Call, facts: RuleFacts, code: string): Promise<Answer['modeSet']> {
  const row = facts.modes.get(code);
  if (row === undefined) return null;
  return modeChange(row, await call.db.within(call.reach, (tx) => namesOf(tx, [row.set_by])));
}

function openLeadsOf(call: Call, code: string, county: string): Promise<number> {
  const reach = reachWithin(reachWith(call, 'lead.read'), county);
  return call.db.within(reach, (tx) => countOpenLeads(tx, reach, code));
}
