import { type Face, type Faces, mentionText, soundNumber } from './face.ts';
import type { JudgedPair } from './judgement.ts';

/** Mentions that judgements make one person, with the valid number of each such person. */
export interface JoinedPeople {
  /** True when a person with two valid numbers would come of it, directly or by way of others. */
  readonly joinsTwoNumbers: (faces: Faces) => boolean;
  readonly join: (faces: Faces) => void;
}

/**
 * The people that judgements `same` in force make of mentions. A mention without a number that was judged the same as
 * two people with different numbers would make one person of them.
 */
export function joinedPeople(inForce: readonly JudgedPair[]): JoinedPeople {
  const parents = new Map<string, string>();
  const numbers = new Map<string, string>();
  const rootOf = (mention: string): string => {
    let root = mention;
    for (let up = parents.get(root); up !== undefined; up = parents.get(root)) root = up;
    if (root !== mention) parents.set(mention, root);
    return root;
  };
  const personOf = (face: Face): { readonly root: string; readonly number: string | null } => {
    const root = rootOf(mentionText(face));
    return { root, number: numbers.get(root) ?? soundNumber(face) };
  };
  const join = ({ left, right }: Faces): void => {
    const [one, other] = [personOf(left), personOf(right)];
    const number = one.number ?? other.number;
    if (number !== null) numbers.set(one.root, number);
    if (one.root !== other.root) parents.set(other.root, one.root);
  };
  for (const { faces, verdict } of inForce) if (verdict === 'same') join(faces);
  return {
    join,
    joinsTwoNumbers: ({ left, right }) => {
      const [one, other] = [personOf(left).number, personOf(right).number];
      return one !== null && other !== null && one !== other;
    },
  };
}
