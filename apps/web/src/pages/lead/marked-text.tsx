import { Fragment, type ReactNode } from 'react';
import { markedParts } from './marked-parts.ts';

/** A value with the characters that differ shaded and underlined; what differs is said in the column beside it. */
export function MarkedText({
  text,
  marks,
}: {
  readonly text: string;
  readonly marks: readonly (readonly [number, number])[];
}): ReactNode {
  return markedParts(text, marks).map(({ text: part, isMarked }, place) => (
    <Fragment key={place}>{isMarked ? <mark>{part}</mark> : part}</Fragment>
  ));
}
