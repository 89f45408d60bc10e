import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CellCorrection, writeCorrections } from '@yangguang/engine/import/corrections';
import { type SheetMapping, writeMapping } from '@yangguang/engine/import/mapping-file';
import { type ImportActRow, openImportAct } from '@yangguang/store/import/import-act';
import type { Vault } from '@yangguang/store/vault';
import { z } from 'zod';

/** What an act of kind `mapping` holds: each sheet as somebody said it is to be read. */
export const MappingContent = z.object({
  sheets: z.array(
    z.object({
      file: z.string(),
      sheet: z.string(),
      dataset: z.string(),
      headerRow: z.number().nullable(),
      /** Column name by place; what is not named is not used. */
      columns: z.array(z.object({ place: z.number(), column: z.string() })),
      /** Columns the sheet has. */
      width: z.number(),
    }),
  ),
});
export type MappingContent = z.output<typeof MappingContent>;

/** What an act of kind `cells` holds: each cell as it was and as it is to be read. */
export const CellsContent = z.object({
  cells: z.array(
    z.object({
      file: z.string(),
      sheet: z.string(),
      sha256: z.string(),
      row: z.number(),
      place: z.number(),
      from: z.string(),
      value: z.string(),
    }),
  ),
});
export type CellsContent = z.output<typeof CellsContent>;

/** Everything that is laid over the files of batches when they are read. */
export interface Settled {
  readonly mapping: readonly SheetMapping[];
  readonly cells: readonly CellCorrection[];
}

/**
 * What acts of one batch come to: of two words on the same sheet or cell the later one.
 * @param acts in their order
 */
export function settledBy(vault: Vault, acts: readonly ImportActRow[]): Settled {
  const sheets = new Map<string, SheetMapping>();
  const cells = new Map<string, CellCorrection>();
  for (const act of acts) {
    const content = openImportAct(vault, act);
    if (content === null) continue;
    if (act.kind === 'mapping') {
      for (const one of MappingContent.parse(content).sheets)
        sheets.set(`${one.file}\u0000${one.sheet}`, sheetMapping(one));
    } else {
      for (const { sha256, sheet, row, place: column, value } of CellsContent.parse(content).cells)
        cells.set([sha256, sheet, row, column].join('\u0000'), { sha256, sheet, row, column, value });
    }
  }
  const mapping = [...sheets.values()].filter((one) => one.dataset !== 'auto');
  return { mapping, cells: [...cells.values()] };
}

function sheetMapping(one: MappingContent['sheets'][number]): SheetMapping {
  const { file, sheet, dataset, headerRow, columns, width } = one;
  const named = new Map(columns.map(({ place, column }) => [place, column]));
  const all = Array.from({ length: width }, (_, place) => [`#${place + 1}`, named.get(place) ?? 'none']);
  return {
    ...{ file, sheet, dataset, isExact: true },
    ...(headerRow === null ? {} : { headerRow }),
    ...(dataset === 'none' || dataset === 'auto' ? {} : { columns: Object.fromEntries(all) }),
  };
}

/** The same with the files under the names they have in the folder of a check. @param placed name sent → name there */
export function asPlaced(settled: Settled, placed: ReadonlyMap<string, string>): Settled {
  const nameOf = (file: string): string => {
    const exact = placed.get(file);
    if (exact !== undefined) return exact;
    // A sheet inside an archive: the archive is what was sent.
    for (const [sent, there] of placed)
      if (file.startsWith(`${sent}/`)) return `${there}${file.slice(sent.length)}`;
    return file;
  };
  return { ...settled, mapping: settled.mapping.map((one) => ({ ...one, file: nameOf(one.file) })) };
}

/** Writes it into the private folder of a job. @returns the paths, as a check is told them */
export async function writeSettled(
  home: string,
  all: readonly Settled[],
): Promise<{ readonly byHand: string; readonly corrections: string }> {
  const [byHand, corrections] = [join(home, 'by-hand.yml'), join(home, 'corrections.json')];
  await writeFile(byHand, writeMapping(all.flatMap(({ mapping }) => mapping)), { mode: 0o600 });
  await writeFile(corrections, writeCorrections(all.flatMap(({ cells }) => cells)), { mode: 0o600 });
  return { byHand, corrections };
}
