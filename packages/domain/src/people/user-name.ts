/**
 * How a login name is kept: NFKC, lower case, no blanks around it. People type it in either case and in either width.
 */
export function normalizeUserName(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase();
}

const shape = /^[a-z0-9\p{Script=Han}][a-z0-9._\-\p{Script=Han}]{1,39}$/u;
/** Telephone, ID and card numbers must not become names: names are shown and logged in full. */
const number = /^(\d{11,}|\d{17}x)$/;

/**
 * True for a name accounts may have: 2–40 small Latin letters, digits, dots, hyphens or Han characters (no other
 * script, so no two names look alike), no e-mail address, no telephone, card or ID number.
 * @param name as {@link normalizeUserName} gives it
 */
export function isUserName(name: string): boolean {
  return shape.test(name) && !number.test(name);
}
