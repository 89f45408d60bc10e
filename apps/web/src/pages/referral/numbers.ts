/** Numbers of clues, slips and receipts: digits, letters and the usual marks; a name does not fit. */
export function isNumber(text: string): boolean {
  return /^[\w.〔〕()（）号第-]{1,40}$/u.test(text);
}

/** A name for the sealed file that the server takes. */
export function sealedName(name: string): string {
  const plain = name.replaceAll(/[/\\\p{Cc}]/gu, '_').trim();
  return plain === '' ? 'file' : plain.slice(-120);
}

/** Bytes a package may have. */
export const largestPackage = 10_000_000;
