/** A pasted key file as the object it holds, or null when it is none. What it may hold the server says. */
export function readJwk(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null && !Array.isArray(read) && 'kty' in read
      ? { ...read }
      : null;
  } catch {
    return null;
  }
}

/** Four signs at a time, to be read out. */
export function inGroups(text: string): string {
  return text.replace(/(.{4})(?=.)/g, '$1 ');
}
