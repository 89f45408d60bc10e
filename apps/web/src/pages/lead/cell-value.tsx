import type { ReactNode } from 'react';
import type { Got } from '../../api/use-api.tsx';
import { money } from '../../words/format.ts';
import { type Lang, useLang, useWords } from '../../words/language.tsx';
import styles from './lead.module.css';
import { MarkedText } from './marked-text.tsx';
import { evidenceWords } from './words-evidence.ts';

export type Proof = Got<'lead.get'>;
export type Cell = Proof['evidence'][number]['cells'][number];
type Marks = Proof['pairs'][number]['fields'][number]['leftMarks'];

/** A cell as text: money with its unit, codes in words. Empty where the list says nothing. */
export function cellText({ kind, value, words }: Cell, lang: Lang): string {
  if (value === null) return '';
  if (words !== null) return words[lang];
  return kind === 'money' && /^-?\d+$/.test(value) ? money(Number(value), lang) : value;
}

/** A cell of a row, with its marks; a list without that column is told from one that leaves it empty. */
export function CellValue({
  cell,
  marks = [],
  isUnlike = false,
}: {
  readonly cell: Cell | null;
  readonly marks?: Marks;
  /** Differs from the other side: a code or an amount is marked as a whole. */
  readonly isUnlike?: boolean;
}): ReactNode {
  const say = useWords(evidenceWords);
  const lang = useLang();
  if (cell === null) return <span className="soft">{say.noColumn}</span>;
  if (cell.value === null) return <span className="soft">{say.empty}</span>;
  if (cell.kind === 'hidden') return <span className="soft">{say.hiddenHealth}</span>;
  const text = cellText(cell, lang);
  const isWhole = cell.words !== null || cell.kind === 'money';
  const shown = isWhole && isUnlike ? [[0, [...text].length] as [number, number]] : isWhole ? [] : marks;
  return (
    <span className={cell.kind === 'number' ? styles['number'] : styles['value']}>
      <MarkedText text={text} marks={shown} />
    </span>
  );
}
