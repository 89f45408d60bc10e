import type { lead } from '@yangguang/contract/lead';
import type { Output } from '@yangguang/contract/operation';
import type { Transaction } from '@yangguang/store/database';
import { leadsOfMatters } from '@yangguang/store/lead/read-leads';
import type { MatterRow } from '@yangguang/store/matter/matter-row';
import type { Call } from '../../http/call.ts';
import { isAssigned, matterLine, namesOf } from '../matter/matter-line.ts';
import { findingLine } from './finding-line.ts';

type Line = Output<typeof lead.list>['items'][number];

/** Matters of workflow `lead` with their findings, in two statements whatever their number. */
export async function leadLines(
  tx: Transaction,
  call: Pick<Call, 'caller' | 'now' | 'policy' | 'reach'>,
  rows: readonly MatterRow[],
): Promise<Line[]> {
  const names = await namesOf(
    tx,
    rows.map((row) => row.assigned_to),
  );
  const found = await leadsOfMatters(
    tx,
    call.reach,
    rows.map((row) => row.id),
  );
  const byMatter = new Map(found.map((one) => [one.matter_id, one]));
  return rows.map((row) => {
    const finding = byMatter.get(row.id);
    return {
      ...matterLine(call, row, names),
      finding: finding === undefined ? null : findingLine(call, finding, isAssigned(call, row)),
    };
  });
}
