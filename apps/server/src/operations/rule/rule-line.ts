import { RunReport } from '@yangguang/contract/run';
import type { rule } from '@yangguang/contract/rule';
import type { Output } from '@yangguang/contract/operation';
import type { Bilingual } from '@yangguang/domain/errors/user-error';
import type { RulePage } from '@yangguang/engine/pack/rule-page';
import { addRecords, type RuleRecord, ruleRecords } from '@yangguang/store/lead/rule-records';
import { type RuleModeRow, ruleModes } from '@yangguang/store/policy/rule-modes';
import { type EndedRun, lastRuns } from '@yangguang/store/run/last-runs';
import type { Call } from '../../http/call.ts';
import { modeOf } from '../../policy/local-policy.ts';
import { reachWith } from '../household/reach-with.ts';
import { noRecord, recordLine } from '../lead/record-line.ts';
import { reachWithin } from './rule-place.ts';

type Line = Output<typeof rule.list>['items'][number];

/** A run of the county with what is kept of it. */
interface ReadRun {
  readonly run: EndedRun;
  readonly report: RunReport;
}

/** What is known of the rules in a county, as far as the caller may see it. */
export interface RuleFacts {
  readonly modes: ReadonlyMap<string, RuleModeRow>;
  /** By rule; null for whoever sees no leads. */
  readonly records: ReadonlyMap<string, RuleRecord> | null;
  /** The newest first; null for whoever sees no runs. */
  readonly runs: readonly ReadRun[] | null;
}

/** @param rules only these; all when empty */
export async function ruleFacts(call: Call, county: string, rules: readonly string[]): Promise<RuleFacts> {
  const leads = reachWithin(reachWith(call, 'lead.read'), county);
  const running = reachWithin(wholeProgrammes(reachWith(call, 'run.read')), county);
  const modes = await call.db.within(call.reach, (tx) => ruleModes(tx, county));
  return {
    modes,
    records:
      leads.scopes.length === 0
        ? null
        : byRule(await call.db.within(leads, (tx) => ruleRecords(tx, leads, { rules, campaigns: [] }))),
    runs: running.scopes.some(({ area }) => county.startsWith(area))
      ? readRuns(await call.db.within(running, (tx) => lastRuns(tx, running, county)))
      : null,
  };
}

/** Runs hold every programme. */
function wholeProgrammes(reach: ReturnType<typeof reachWith>): ReturnType<typeof reachWith> {
  return { scopes: reach.scopes.filter(({ programmes }) => programmes === null) };
}

function byRule(versions: Awaited<ReturnType<typeof ruleRecords>>): Map<string, RuleRecord> {
  const records = new Map<string, RuleRecord>();
  for (const one of versions) records.set(one.rule, addRecords(records.get(one.rule) ?? noRecord, one));
  return records;
}

function readRuns(rows: readonly EndedRun[]): ReadRun[] {
  return rows.flatMap((run) => {
    const read = RunReport.safeParse(run.report);
    return read.success ? [{ run, report: read.data }] : [];
  });
}

/** A rule as lists show it. */
export function ruleLine({ policy }: Pick<Call, 'policy'>, page: RulePage, facts: RuleFacts): Line {
  const { id, title, family, schemes, subject, maxSeverity, status, restricted } = page;
  const dataSet = (table: string): { table: string; title: Bilingual } => ({
    table,
    title: policy.nameDataSet(table),
  });
  return {
    ...{ rule: id, title, family, schemes, subject, maxSeverity, status },
    mode: modeOf(page, facts.modes),
    isRestricted: restricted,
    needs: page.needs.map((need) => (typeof need === 'string' ? [need] : need).map(dataSet)),
    record: facts.records === null ? null : recordLine(facts.records.get(id) ?? noRecord),
    lastRun: facts.runs === null ? null : lastRunOf(page, facts.runs),
  };
}

/** What the newest run says that asked for the rule. */
export function lastRunOf(page: Pick<RulePage, 'id' | 'family'>, runs: readonly ReadRun[]): Line['lastRun'] {
  const found = runs.find(({ run: { options } }) => {
    const asked = options.rules ?? [];
    return asked.length === 0 || asked.includes(page.id) || asked.includes(page.family);
  });
  if (found === undefined) return null;
  const { run, report } = found;
  const ofRule = (one: { readonly rule: string }): boolean => one.rule === page.id;
  const silent = report.silentRules.find(ofRule);
  const shadow = report.shadow.find(ofRule);
  const isIdle = silent !== undefined || report.retired.includes(page.id);
  return {
    runId: run.id,
    createdAt: run.created_at.toISOString(),
    isDry: run.is_dry,
    hits: isIdle ? null : ((shadow ?? report.byRule.find(ofRule))?.leads ?? 0),
    isShadow: shadow !== undefined,
    missing: silent?.missing ?? [],
  };
}
