import { normaliseId } from '../words/id-number.ts';
import { cleanName } from '../words/name.ts';

/** What one list says of who somebody is, as it was written there; null where it says nothing. */
export interface Face {
  readonly name: string | null;
  readonly id: string | null;
  /** 'YYYY-MM-DD' */
  readonly birth_on: string | null;
  readonly town: string | null;
  readonly village: string | null;
}

/** The two mentions that a question of identity is about: the register's, and that of the list it is compared with. */
export interface Faces {
  readonly left: Face;
  readonly right: Face;
}

/** True when both sides say a name or a number: of anything less nobody can judge. */
export function areMentioned({ left, right }: Faces): boolean {
  return [left, right].every(({ name, id }) => (name ?? '').trim() !== '' || (id ?? '').trim() !== '');
}

const sound: ReadonlySet<string> = new Set(['valid', 'converted']);

/** The number of a mention in normal form where it is a valid one, else null. */
export function soundNumber({ id }: Face): string | null {
  const { state, id: normal } = normaliseId(id ?? '');
  return sound.has(state) ? normal : null;
}

/**
 * One text for two mentions, whichever stands on the left: the same pair of rows has the same text in every run. A
 * mention with a valid number is known by number and name; any other by everything it says.
 */
export function pairText({ left, right }: Faces): string {
  const [one, other] = [mentionText(left), mentionText(right)].sort();
  return JSON.stringify([one, other]);
}

/** One text for what a list says of somebody, however it writes name and number. */
export function mentionText(face: Face): string {
  const name = cleanName(face.name ?? '').name;
  const number = soundNumber(face);
  if (number !== null) return JSON.stringify([number, name]);
  const said = [face.id, face.birth_on, face.town, face.village].map((part) => (part ?? '').trim());
  return JSON.stringify(['', name, ...said]);
}
