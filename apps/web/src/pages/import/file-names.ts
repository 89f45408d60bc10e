/** A file on its way in, with the name it is sent under. */
export interface NamedFile<File> {
  /** With its folders, '/' between; as the server takes it. */
  readonly name: string;
  readonly file: File;
}

/** Files of a choice or a drop, named as the server takes them, and those that are no data. */
export interface NamedFiles<File> {
  readonly files: readonly NamedFile<File>[];
  /** Lock files, hidden ones, results of an earlier check: their paths. */
  readonly left: readonly string[];
}

const most = { depth: 6, characters: 76 } as const;
const noData = /^(?:\.|~\$|__MACOSX$|Thumbs\.db$|desktop\.ini$|run\.json$)/iu;

/**
 * Names the files of a folder. The folder that everything lies in says nothing of who sent what: it is left out where
 * there are folders in it.
 * @param found paths with '/' between
 */
export function nameFiles<File>(
  found: readonly { readonly path: string; readonly file: File }[],
): NamedFiles<File> {
  const parted = found.map(({ path, file }) => ({
    path,
    file,
    parts: path.split('/').filter((one) => one !== ''),
  }));
  const isData = (parts: readonly string[]): boolean =>
    parts.length > 0 && !parts.some((one) => noData.test(one));
  const data = parted.filter(({ parts }) => isData(parts));
  const roots = new Set(data.map(({ parts }) => (parts.length > 1 ? parts[0] : undefined)));
  const isWrapped = roots.size === 1 && !roots.has(undefined) && data.some(({ parts }) => parts.length > 2);
  const taken = new Set<string>();
  const files = data.map(({ file, parts }) => ({
    name: freeName((isWrapped ? parts.slice(1) : parts).slice(-most.depth).map(cleanPart).join('/'), taken),
    file,
  }));
  return { files, left: parted.filter(({ parts }) => !isData(parts)).map(({ path }) => path) };
}

/** One part of a path without what the server refuses: long names keep their beginning and their ending. */
function cleanPart(part: string): string {
  const letters = [
    ...part
      .replaceAll(/[\\\p{Cc}]/gu, '_')
      .trim()
      .replace(/^\./, '_'),
  ];
  if (letters.length === 0) return '_';
  return letters.length <= most.characters
    ? letters.join('')
    : [...letters.slice(0, most.characters - 20), ...letters.slice(-20)].join('');
}

function freeName(name: string, taken: Set<string>): string {
  const at = name.lastIndexOf('.');
  const [stem, ending] = at > name.lastIndexOf('/') ? [name.slice(0, at), name.slice(at)] : [name, ''];
  for (let copy = 1; ; copy += 1) {
    const free = copy === 1 ? name : `${stem}-${copy}${ending}`;
    if (taken.has(free.toLowerCase())) continue;
    taken.add(free.toLowerCase());
    return free;
  }
}
