import { lead } from '@yangguang/contract/lead';
import { tallyLeads, type TallyRow } from '@yangguang/store/lead/lead-window';
import { handle } from '../../http/call.ts';
import { leadFilter } from './lead-filter.ts';

/** Digits of the codes one level below. */
const below: Readonly<Record<number, number>> = { 0: 2, 2: 4, 4: 6, 6: 9, 9: 12 };

export const tally = handle(lead.tally, async ({ filter, under }, call) => {
  const cut = leadFilter(filter, call);
  const digits = below[under.length] ?? 12;
  const rows = await call.db.within(call.reach, (tx) => tallyLeads(tx, call.reach, cut, digits));
  call.note({ filter, under, count: rows.reduce((sum, row) => sum + row.leads, 0) });
  return {
    states: counted(rows, (row) => row.state),
    severities: counted(rows, (row) => row.severity),
    rules: counted(rows, (row) => row.rule).map((line) => ({
      ...line,
      title: call.policy.findRule(line.code)?.title ?? { zh: line.code, en: line.code },
    })),
    programmes: counted(rows, (row) => row.programme),
    divisions: counted(rows, ({ region }) => (region.startsWith(under) ? region : null)),
  };
});

/** Leads by code, in the order of the codes. */
function counted(
  rows: readonly TallyRow[],
  codeOf: (row: TallyRow) => string | null,
): { code: string; leads: number }[] {
  const sums = new Map<string, number>();
  for (const row of rows) {
    const code = codeOf(row);
    if (code !== null) sums.set(code, (sums.get(code) ?? 0) + row.leads);
  }
  return [...sums].map(([code, leads]) => ({ code, leads })).sort((a, b) => (a.code < b.code ? -1 : 1));
}
