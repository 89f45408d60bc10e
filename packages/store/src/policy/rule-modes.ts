import type { Transaction } from '../database.ts';
import { sql } from '../sql.ts';
import { policyRefusal } from './policy-refusals.ts';

/** How a county runs a rule. */
export type RuleMode = 'enabled' | 'shadow' | 'retired';

/** One decision about it; the highest number is in force. */
export interface RuleModeRow {
  readonly id: string;
  /** 6 digits */
  readonly region: string;
  readonly rule: string;
  readonly no: number;
  readonly mode: RuleMode;
  readonly reason: string;
  readonly set_by: string;
  readonly set_at: Date;
}

const columns = sql`id, region, rule, no, mode, reason, set_by, set_at`;

/** What a county decided about its rules, as it stands now, by rule. Rules it never spoke of are not among them. */
export async function ruleModes(tx: Transaction, county: string): Promise<Map<string, RuleModeRow>> {
  const rows = await tx.rows<RuleModeRow>(sql`
    select distinct on (rule) ${columns} from rule_mode where region = ${county} order by rule, no desc`);
  return new Map(rows.map((row) => [row.rule, row]));
}

/** Everything it decided about one rule, the newest first. */
export function ruleModeHistory(tx: Transaction, county: string, rule: string): Promise<RuleModeRow[]> {
  return tx.rows<RuleModeRow>(sql`
    select ${columns} from rule_mode where region = ${county} and rule = ${rule} order by no desc`);
}

/**
 * Writes a decision down. Sent again with the same id it changes nothing.
 * @param usual how the rule runs where nothing was decided
 * @throws UserError RUL-102 it is so already · RUL-103 the id stands for another decision
 */
export async function setRuleMode(
  tx: Transaction,
  wanted: Omit<RuleModeRow, 'no'>,
  usual: RuleMode,
): Promise<void> {
  const { id, region, rule, mode, reason } = wanted;
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`rule mode ${region} ${rule}`}, 0))`);
  const history = await ruleModeHistory(tx, region, rule);
  const same = history.find((row) => row.id === id);
  if (same !== undefined) return assertSame(same, wanted);
  const [newest] = history;
  if ((newest?.mode ?? usual) === mode) throw policyRefusal('RUL-102');
  const made = await tx.run(sql`
    insert into rule_mode (id, region, rule, no, mode, reason, set_by, set_at)
    values (${id}, ${region}, ${rule}, ${(newest?.no ?? 0) + 1}, ${mode}, ${reason}, ${wanted.set_by}, ${wanted.set_at})
    on conflict (id) do nothing`);
  if (made === 0) throw policyRefusal('RUL-103');
}

/** @throws UserError RUL-103 */
function assertSame(stored: RuleModeRow, wanted: Omit<RuleModeRow, 'no'>): void {
  const { mode, reason, set_by: by } = stored;
  if (mode !== wanted.mode || reason !== wanted.reason || by !== wanted.set_by)
    throw policyRefusal('RUL-103');
}
