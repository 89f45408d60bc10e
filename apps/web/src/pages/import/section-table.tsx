import type { ComponentProps, ReactNode } from 'react';
import { DataTable } from '../../ui/data-table.tsx';
import { useWords } from '../../words/language.tsx';
import { words } from './words.ts';

type Props<Row> = Omit<ComponentProps<typeof DataTable<Row>>, 'caption' | 'hidesCaption'> & {
  /** Of the section. */
  readonly title: string;
};

/** The table of a section: its caption is heard and not seen, and is not the name of the section itself. */
export function SectionTable<Row>({ title, ...props }: Props<Row>): ReactNode {
  const say = useWords(words);
  return <DataTable {...props} caption={say.tableOf(title)} hidesCaption />;
}
