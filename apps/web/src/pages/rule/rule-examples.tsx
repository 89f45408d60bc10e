import type { ReactNode } from 'react';
import { Section } from '../../ui/page.tsx';
import { Tag } from '../../ui/tag.tsx';
import { usePick, useWords } from '../../words/language.tsx';
import type { RuleDetail } from './rule-filter.ts';
import styles from './rule.module.css';
import { words } from './words.ts';

type Example = RuleDetail['examples'][number];

/** Cases that must raise a lead and cases that must not: they are the rule's own test. */
export function Examples({ rule }: { readonly rule: RuleDetail }): ReactNode {
  const say = useWords(words);
  return (
    <Section title={say.examples}>
      <ol className={styles['examples']}>
        {rule.examples.map((example) => (
          <li key={example.title}>
            <ExampleCase example={example} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

function ExampleCase({ example }: { readonly example: Example }): ReactNode {
  const say = useWords(words);
  const pick = usePick();
  const { title, isSilent, asOf, given, leads } = example;
  return (
    <details>
      <summary>
        <Tag tone={isSilent ? 'plain' : 'warn'}>{isSilent ? say.silent : say.fires}</Tag>{' '}
        <span lang="zh">{title}</span>
      </summary>
      {asOf === null ? null : <p className="soft">{say.asOf(asOf)}</p>}
      {given.map((one) => (
        <Grid key={one.table} caption={`${say.given} · ${pick(one.title)}`} grid={one} />
      ))}
      {isSilent ? null : <Grid caption={say.expected} grid={leads} />}
    </details>
  );
}

function Grid({ caption, grid }: { readonly caption: string; readonly grid: Example['leads'] }): ReactNode {
  return (
    <div className="table-frame" role="region" aria-label={caption} tabIndex={0}>
      <table className={`table ${styles['grid']}`}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {grid.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.rows.map((row, at) => (
            // Rows of an example never change places.
            <tr key={`${at} ${row.join()}`}>
              {row.map((cell, column) => (
                <td key={grid.columns[column]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The query of the rule, to be read and not to be changed here. */
export function Query({ rule }: { readonly rule: RuleDetail }): ReactNode {
  const say = useWords(words);
  return (
    <Section title={say.query} className="no-print">
      <details>
        <summary>{say.showQuery}</summary>
        <pre className={styles['query']} tabIndex={0}>
          <code>{rule.sql}</code>
        </pre>
      </details>
    </Section>
  );
}
