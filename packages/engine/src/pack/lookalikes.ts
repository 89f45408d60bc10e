import { PackError } from './pack-error.ts';
import type { Pack } from './load-pack.ts';
import { readPackFile } from './pack-files.ts';

/** Characters that are taken for each other, and private-use code points of old GBK files. */
export interface Lookalikes {
  /** Character → the characters it is mistaken for by shape, both ways round. */
  readonly byShape: ReadonlyMap<string, ReadonlySet<string>>;
  /** Character → the characters clerks write in its place (付 for 傅), both ways round. */
  readonly swapped: ReadonlyMap<string, ReadonlySet<string>>;
  /** Private-use character → the standard character it stands for. */
  readonly privateUse: ReadonlyMap<string, string>;
}

/** Reads policy/linkage. @throws PackError PACK-31 */
export function loadLookalikes(pack: Pick<Pack, 'roots'>): Lookalikes {
  const [main] = pack.roots;
  if (!main) throw new Error('a pack has at least one directory');
  const byShape = new Map<string, Set<string>>();
  const swapped = new Map<string, Set<string>>();
  const groups = rows(
    readPackFile(main, 'linkage/lookalikes.csv'),
    'linkage/lookalikes.csv',
    'characters,kind',
    /^.{2,},(shape|swapped)$/u,
  );
  for (const [characters = '', kind] of groups)
    addGroup(kind === 'shape' ? byShape : swapped, [...characters]);
  const file = 'linkage/gbk-private-use.csv';
  const pairs = rows(readPackFile(main, file), file, 'private,standard', /^[0-9A-F]{4},[0-9A-F]{4,5}$/);
  const privateUse = new Map(pairs.map(([from = '', to = '']) => [fromHex(from), fromHex(to)]));
  return { byShape, swapped, privateUse };
}

function addGroup(map: Map<string, Set<string>>, characters: readonly string[]): void {
  for (const one of characters) {
    const set = map.get(one) ?? new Set();
    for (const other of characters) if (other !== one) set.add(other);
    map.set(one, set);
  }
}

const fromHex = (code: string): string => String.fromCodePoint(Number.parseInt(code, 16));

function rows(text: string, file: string, header: string, shape: RegExp): string[][] {
  const lines = text.split(/\r?\n/);
  const bad = lines.findIndex((l, i) => (i === 0 ? l !== header : l !== '' && !shape.test(l)));
  if (bad < 0)
    return lines
      .slice(1)
      .filter((l) => l !== '')
      .map((l) => l.split(','));
  throw new PackError(
    'PACK-31',
    { file, line: bad + 1 },
    {
      zh: `该行不合规，表头应为 ${header}。`,
      en: `Faulty line; the header is ${header}.`,
    },
  );
}

/** Whether two different characters are taken for each other, by shape or by habit. */
export function isLookalike(table: Lookalikes, a: string, b: string): boolean {
  return table.byShape.get(a)?.has(b) === true || table.swapped.get(a)?.has(b) === true;
}
