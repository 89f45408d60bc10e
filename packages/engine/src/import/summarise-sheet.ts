import type { Decision } from './decide-sheet.ts';
import type { Bilingual, FileSummary } from './file-summary.ts';
import { type ReadySheet, spreadColumns } from './take-sheet.ts';

/** What became of a sheet, for the report. */
export function summariseSheet(
  ready: ReadySheet,
  decision: Decision,
  rows: { structure: number; data: number; aside: number },
  alarms: Bilingual[],
): FileSummary {
  const { sheet, header, context } = ready;
  const spread =
    decision.source === null || decision.targets !== null
      ? new Map<number, string>()
      : spreadColumns(ready, decision.source, decision.matches);
  const sources =
    decision.targets?.map((t) => t.source) ?? (decision.source === null ? [] : [decision.source]);
  const column = (index: number): string | null => {
    const hit = decision.targets?.find((t) => t.hits.includes(index));
    if (hit !== undefined) return `${hit.source.table}?`;
    return spread.get(index) ?? decision.matches.find((m) => m.index === index)?.column.name ?? null;
  };
  return {
    file: sheet.file.name,
    sheet: sheet.sheet,
    table: sources.length === 0 ? null : sources.map((s) => s.table).join('+'),
    titleZh: sources.map((s) => s.zh).join('、'),
    titleEn: sources.map((s) => s.en).join(', '),
    confidence: decision.confidence,
    rowsIn: sheet.rows,
    rowsTaken: rows.data - rows.aside,
    rowsSetAside: rows.aside,
    rowsStructure: rows.structure,
    alarms: alarms.map(({ zh, en }) => ({ zh, en })),
    mapping: header.headings.map((h, i) => ({ heading: h.raw, column: column(i) })),
    sourceOn: context.sourceOn,
  };
}
