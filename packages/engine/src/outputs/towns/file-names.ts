const LIMIT_BYTES = 150;

// Names that Windows keeps for devices, whatever their ending.
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** A place name as part of a file name that every file system takes; `fallback` when nothing is left. */
export function cleanFileName(name: string, fallback: string): string {
  const cleaned = name
    .normalize('NFC')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are exactly what has to go.
    .replace(/[\\/:*?"<>|\u0000-\u001f\u007f]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[ .~]+|[ .]+$/g, '');
  const short = cutBytes(cleaned);
  return short === '' || RESERVED.test(short) ? fallback : short;
}

/** Keeps names apart that differ only in what cleaning or letter case took away. */
export class FileNames {
  private readonly taken = new Set<string>();

  /** The cleaned name, with `(2)`, `(3)` … behind it when it is already in use. */
  take(name: string, fallback: string): string {
    const base = cleanFileName(name, fallback);
    let candidate = base;
    for (let n = 2; this.taken.has(candidate.toLowerCase()); n += 1) candidate = `${base}(${n})`;
    this.taken.add(candidate.toLowerCase());
    return candidate;
  }
}

function cutBytes(text: string): string {
  let bytes = 0;
  let cut = '';
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > LIMIT_BYTES) break;
    cut += character;
  }
  return cut;
}
