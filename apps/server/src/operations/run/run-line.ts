import type { RunRow } from '@yangguang/store/run/run-row';
import { progressLine } from '../import/progress-line.ts';
import { colleague } from '../matter/matter-line.ts';

/** A run as lists show it. */
export function runLine(row: RunRow, names: ReadonlyMap<string, string>) {
  return {
    id: row.id,
    region: row.region,
    campaignId: row.campaign_id,
    asOf: row.as_of,
    rules: [...(row.options.rules ?? [])],
    isDry: row.is_dry,
    packVersion: row.pack_version,
    state: row.state,
    progress: progressLine(row),
    startedBy: colleague(row.started_by, names),
    createdAt: row.created_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    version: row.version,
  };
}
