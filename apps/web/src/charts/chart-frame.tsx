import { type ReactNode, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/page.tsx';
import { useWords } from '../words/language.tsx';
import styles from './charts.module.css';
import { words } from './words.ts';

/** A chart with what it says in words, and the same as a table. On paper both stand there. */
export function ChartFrame({
  title,
  finding,
  table,
  note,
  wide = false,
  children,
}: {
  readonly title: string;
  /** One sentence: what the chart shows. */
  readonly finding: string;
  readonly table: ReactNode;
  readonly note?: ReactNode;
  readonly wide?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const say = useWords(words);
  const [isTable, setTable] = useState(false);
  return (
    <Section
      title={title}
      className={wide ? styles['wide'] : undefined}
      actions={
        <Button kind="quiet" aria-pressed={isTable} onClick={() => setTable(!isTable)}>
          {isTable ? say.asChart : say.asTable}
        </Button>
      }
    >
      <p className={styles['finding']}>{finding}</p>
      {isTable ? (
        table
      ) : (
        <div className={styles['scroll']} role="region" aria-label={say.scrolls(title)} tabIndex={0}>
          {children}
        </div>
      )}
      {note === undefined || isTable ? null : <p className="hint">{note}</p>}
    </Section>
  );
}
