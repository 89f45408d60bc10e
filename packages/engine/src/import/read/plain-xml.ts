/** Markup to be compared with {@link isAt}. */
export function markup(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Bytes that end plain text or make it need a closer look: < & CR NUL and _, which begins an escape. */
const stops = new Uint8Array(256);
for (const byte of [60, 38, 13, 0, 95]) stops[byte] = 1;

/**
 * Index of the `<` after the text at `at` when its bytes are the text as it is meant: without entities, escapes and
 * carriage returns. Else, and when the text is not whole yet, -1.
 */
export function plainTextEnd(bytes: Buffer, at: number): number {
  for (let i = at; i < bytes.length; i += 1) {
    const byte = bytes[i] as number;
    if (stops[byte] === 0) continue;
    if (byte === 60) return i;
    if (byte !== 95 || i + 1 >= bytes.length || bytes[i + 1] === 120) return -1;
  }
  return -1;
}

/** Whether `wanted` stands at `at`. */
export function isAt(bytes: Buffer, at: number, wanted: Uint8Array): boolean {
  if (at + wanted.length > bytes.length) return false;
  for (let i = 0; i < wanted.length; i += 1) if (bytes[at + i] !== wanted[i]) return false;
  return true;
}

/** The non-negative integer in bytes `from` to `to`; -1 when there is none, or one of ten digits and more. */
export function plainInteger(bytes: Buffer, from: number, to: number): number {
  if (from === to || to - from > 9) return -1;
  let number = 0;
  for (let at = from; at < to; at += 1) {
    const digit = (bytes[at] as number) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    number = number * 10 + digit;
  }
  return number;
}

/** Whether bytes `from` to `to` are digits, with at most signs and points between. */
export function isPlainNumber(bytes: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] as number;
    if (!((byte >= 48 && byte <= 57) || byte === 46 || byte === 45)) return false;
  }
  return true;
}
