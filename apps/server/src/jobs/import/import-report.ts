import type { ImportReport } from '@yangguang/contract/import';
import { z } from 'zod';

const Words = z.object({ zh: z.string(), en: z.string() });

/** The part of the engine's import-report.json that is kept. */
const EngineReport = z.object({
  sheets: z.array(
    z.object({
      file: z.string(),
      sheet: z.string(),
      table: z.string().nullable(),
      title: Words,
      confidence: z.number(),
      sourceOn: z.string().nullable(),
      rows: z.object({
        in: z.number(),
        taken: z.number(),
        setAside: z.number(),
        structure: z.number(),
      }),
      mapping: z.array(z.object({ heading: z.string(), column: z.string().nullable() })),
      alarms: z.array(Words),
      faults: z.array(z.object({ column: z.string(), code: z.string(), cells: z.number() })),
    }),
  ),
});

/** What reading came to, with the sums over all sheets. @param json the engine's import-report.json */
export function importReport(json: string): ImportReport {
  const sheets = EngineReport.parse(JSON.parse(json)).sheets.map(({ rows, ...sheet }) => ({
    ...sheet,
    rowsIn: rows.in,
    rowsTaken: rows.taken,
    rowsSetAside: rows.setAside,
    rowsStructure: rows.structure,
  }));
  const sum = (name: 'rowsIn' | 'rowsTaken' | 'rowsSetAside' | 'rowsStructure'): number =>
    sheets.reduce((all, sheet) => all + sheet[name], 0);
  return {
    sheets,
    rowsIn: sum('rowsIn'),
    rowsTaken: sum('rowsTaken'),
    rowsSetAside: sum('rowsSetAside'),
    rowsStructure: sum('rowsStructure'),
  };
}
