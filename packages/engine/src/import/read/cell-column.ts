const firstBytes = 1 << 14;
/** Longer texts are copied by the system, shorter ones byte by byte, which costs less than the call. */
const longText = 48;

/** The texts of one column, each row's ended by NUL, in one buffer that is used again and again. */
export class CellColumn {
  private bytes = Buffer.allocUnsafeSlow(firstBytes);
  private length = 0;
  /** The row that is being written, and where its text begins; those before are ended. */
  private row = 0;
  private rowStart = 0;

  /** Writes the text of `row`, which must lie below every row written so far; rows between have none. */
  putText(row: number, text: string): number {
    this.moveTo(row, text.length * 3);
    const written = this.bytes.write(text, this.length, 'utf8');
    this.length += written;
    return written;
  }

  /** The same for text that is UTF-8 already. */
  putBytes(row: number, source: Buffer, from: number, to: number): void {
    this.moveTo(row, to - from);
    const { bytes, length } = this;
    if (to - from > longText) source.copy(bytes, length, from, to);
    else for (let at = from; at < to; at += 1) bytes[length - from + at] = source[at] as number;
    this.length += to - from;
  }

  /** The texts of the first `rows` rows, separated by NUL; valid until the next write. */
  read(rows: number): Buffer {
    this.moveTo(rows - 1, 0);
    return this.bytes.subarray(0, this.row < rows ? this.length : this.rowStart - 1);
  }

  /** Forgets the first `rows` rows, which were read. The one after them, if it was begun, becomes row 0. */
  drop(rows: number): void {
    const kept = this.row < rows ? 0 : this.length - this.rowStart;
    this.bytes.copyWithin(0, this.rowStart, this.rowStart + kept);
    this.length = kept;
    this.row = 0;
    this.rowStart = 0;
  }

  /** Ends the rows before `row` and makes room for `room` more bytes. */
  private moveTo(row: number, room: number): void {
    const needed = this.length + Math.max(0, row - this.row) + room;
    if (needed > this.bytes.length) this.grow(needed);
    if (this.row >= row) return;
    for (; this.row < row; this.row += 1) {
      this.bytes[this.length] = 0;
      this.length += 1;
    }
    this.rowStart = this.length;
  }

  private grow(needed: number): void {
    const bytes = Buffer.allocUnsafeSlow(Math.max(needed, this.bytes.length * 2));
    this.bytes.copy(bytes, 0, 0, this.length);
    this.bytes = bytes;
  }
}
