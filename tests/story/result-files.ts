import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { readGrids } from '@yangguang/engine/outputs/read-grids';

/** The files of a result, relative to it, '/' between folders. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** Everything a reader of the file sees as text; a workbook's sheets one after the other. */
export async function readText(path: string): Promise<string> {
  if (!path.endsWith('.xlsx')) return readFileSync(path, 'utf8');
  return Object.values(await readGrids(path))
    .flat(2)
    .join('\n');
}

/** The citizen numbers in a text: 18 characters with a date inside. */
export const idNumbersIn = (text: string): string[] =>
  text.match(/(?<!\d)\d{6}(?:18|19|20)\d\d(?:0\d|1[0-2])[0-3]\d\d{3}[\dX](?![\dA-Z])/gi) ?? [];

/** The lead ids in a text. */
export const leadIdsIn = (text: string): string[] => [...new Set(text.match(/L[0-9a-f]{16}/g))].sort();
