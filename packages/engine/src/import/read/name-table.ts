const slots = 256;

/** Names met in XML, so that a name that comes a million times is one string. */
export class NameTable {
  private readonly known = new Array<string>(slots).fill('');

  /** The name in bytes `from` to `to`. Bytes beyond ASCII stay as they are: names are only compared. */
  at(bytes: Buffer, from: number, to: number): string {
    const slot = ((bytes[from] as number) * 31 + (bytes[to - 1] as number) * 7 + to - from) & (slots - 1);
    const known = this.known[slot] as string;
    if (known.length === to - from && isAt(bytes, from, known)) return known;
    const name = bytes.toString('latin1', from, to);
    this.known[slot] = name;
    return name;
  }
}

function isAt(bytes: Buffer, from: number, name: string): boolean {
  for (let i = 0; i < name.length; i += 1) if (bytes[from + i] !== name.charCodeAt(i)) return false;
  return true;
}
