import type { RunReport } from '@yangguang/contract/run';
import type { PolicyValue } from '@yangguang/domain/words/policy-value';
import type { LocalValue } from '@yangguang/engine/pack/local-values';
import { everywhere, type Transaction } from '@yangguang/store/database';
import {
  localValuesById,
  type LocalValueRow,
  localValuesInForce,
} from '@yangguang/store/policy/local-values';
import { type RuleMode, type RuleModeRow, ruleModes } from '@yangguang/store/policy/rule-modes';
import type { RunOptions } from '@yangguang/store/run/run-row';
import type { Office } from '../http/call.ts';
import type { PolicyView } from './policy-view.ts';

/** Servers tell each other on it that the numbers in force have changed. */
export const policyChannel = 'local_policy';

/**
 * How a rule runs in a county: as the county decided, within what the pack allows; a draft counts only, and what the pack
 * has retired does not run.
 */
export function modeOf(
  page: { readonly id: string; readonly status: 'draft' | 'active' | 'retired' },
  decided: ReadonlyMap<string, Pick<RuleModeRow, 'mode'>>,
): RuleMode {
  const usual = usualMode(page.status);
  const mode = decided.get(page.id)?.mode ?? usual;
  return allowedModes(page.status).includes(mode) ? mode : usual;
}

/** How a rule runs where nothing was decided. */
export function usualMode(status: 'draft' | 'active' | 'retired'): RuleMode {
  return status === 'active' ? 'enabled' : status === 'draft' ? 'shadow' : 'retired';
}

/** What a county may decide about a rule of this status. */
export function allowedModes(status: 'draft' | 'active' | 'retired'): readonly RuleMode[] {
  if (status === 'active') return ['enabled', 'shadow', 'retired'];
  return status === 'draft' ? ['shadow', 'retired'] : ['retired'];
}

/** What a county has decided at this moment, for a run to be started. */
export async function decidedFor(
  tx: Transaction,
  policy: PolicyView,
  county: string,
): Promise<Required<Omit<RunOptions, 'rules'>>> {
  const modes = await ruleModes(tx, county);
  const active = policy.rules.filter(({ status }) => status === 'active');
  const those = (mode: RuleMode): string[] =>
    active.filter((page) => modeOf(page, modes) === mode).map(({ id }) => id);
  const values = await localValuesInForce(tx, county);
  return { shadow: those('shadow'), retired: those('retired'), localValues: values.map(({ id }) => id) };
}

/** The local values of a run, as they were when it was started. */
export function valuesOfRun(tx: Transaction, options: RunOptions): Promise<LocalValueRow[]> {
  const ids = options.localValues ?? [];
  return ids.length === 0 ? Promise.resolve([]) : localValuesById(tx, ids);
}

/** As the policy pack reads them. */
export function asLocalValues(rows: readonly LocalValueRow[]): LocalValue[] {
  return rows.flatMap((row) =>
    row.from_on === null
      ? []
      : [
          {
            parameter: row.parameter,
            region: row.region,
            from: row.from_on,
            to: row.to_on,
            value: row.value as LocalValue['value'],
            basis: row.basis,
            published: row.published_on,
          },
        ],
  );
}

/** As the report of a run names them. */
export function toldValues(
  policy: Pick<PolicyView, 'packParameters'>,
  rows: readonly LocalValueRow[],
): RunReport['localValues'] {
  return rows.flatMap(({ id, parameter, region, value, from_on: from, to_on: to, basis }) => {
    const named = policy.packParameters.find(({ name }) => name === parameter);
    const title = { zh: named?.zh ?? parameter, en: named?.en ?? parameter };
    return from === null
      ? []
      : [{ id, parameter, title, region, value: value as PolicyValue, from, to, basis }];
  });
}

/** Brings this server's own reading of policy to what offices have set. */
export async function layLocalValues({ db, policy }: Pick<Office, 'db' | 'policy'>): Promise<void> {
  const rows = await db.within(everywhere, (tx) => localValuesInForce(tx, null));
  policy.layLocal(asLocalValues(rows));
}

/** The same now, and whenever another server says that they have changed. */
export async function followLocalValues(
  office: Pick<Office, 'db' | 'policy'>,
  onFault: (error: unknown) => void,
): Promise<void> {
  await layLocalValues(office);
  await office.db.listen(policyChannel, () => void layLocalValues(office).catch(onFault));
}
