import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { DataTable } from '../../ui/data-table.tsx';
import { DayField } from '../../ui/field.tsx';
import { Section } from '../../ui/page.tsx';
import { useLang, usePick, useWords } from '../../words/language.tsx';
import { CertaintyTag, NowValue } from '../parameter/value-cells.tsx';
import { codeWord } from './code-word.ts';
import type { RuleDetail } from './rule-filter.ts';
import styles from './rule.module.css';
import { words } from './words.ts';

interface Shown {
  readonly rule: RuleDetail;
}

/** Instruments, articles and what they say, with the days on which they hold. */
export function Basis({ rule }: Shown): ReactNode {
  const say = useWords(words);
  const pick = usePick();
  return (
    <Section title={say.basis}>
      <DataTable
        caption={say.basisCaption}
        hidesCaption
        rows={rule.page.basis}
        rowKey={({ instrument, article, from }) => `${instrument} ${article} ${from}`}
        columns={[
          {
            key: 'document',
            title: say.document,
            isRowHeader: true,
            cell: ({ title, number }) => (
              <>
                {pick(title)}
                {number === null ? null : <span className="soft"> {number}</span>}
              </>
            ),
          },
          { key: 'article', title: say.article, isShort: true, cell: ({ article }) => article },
          {
            key: 'text',
            title: say.articleText,
            cell: ({ text }) =>
              text === null ? <span className="soft">{say.noText}</span> : <span lang="zh">{text}</span>,
          },
          {
            key: 'applies',
            title: say.applies,
            isShort: true,
            cell: ({ from, to }) => (to === null ? say.since(from) : say.until(from, to)),
          },
        ]}
      />
    </Section>
  );
}

/** The numbers that the rule reckons with here, on a day that may be chosen. */
export function Numbers({ rule, place }: Shown & { readonly place: string }): ReactNode {
  const say = useWords(words);
  const pick = usePick();
  const navigate = useNavigate();
  const { parameters, on } = rule;
  return (
    <Section
      title={say.parameters}
      actions={
        <div className={`no-print ${styles['day']}`}>
          <DayField
            label={say.on}
            value={on}
            onChange={(day) =>
              void navigate({
                to: '.',
                replace: true,
                search: (old: object) => ({ ...old, ...(day === '' ? {} : { on: day }) }),
              })
            }
          />
        </div>
      }
    >
      <DataTable
        caption={say.parametersCaption}
        rows={parameters}
        rowKey={({ name }) => name}
        empty={<p className="soft">{say.noParameters}</p>}
        columns={[
          {
            key: 'name',
            title: say.parameter,
            isRowHeader: true,
            cell: ({ name, title }) => (
              <Link to="/parameters/$name" params={{ name }} search={{ place }}>
                {pick(title)}
              </Link>
            ),
          },
          { key: 'value', title: say.value, cell: (one) => <NowValue parameter={one} /> },
          {
            key: 'basis',
            title: say.restsOn,
            cell: ({ now }) =>
              now === null ? (
                '—'
              ) : (
                <>
                  {pick(now.basis.text)} <CertaintyTag value={now} />
                </>
              ),
          },
          { key: 'use', title: say.use, cell: ({ use }) => <span lang="zh">{use}</span> },
        ]}
      />
    </Section>
  );
}

/** Lists it needs, and those that add to it. */
export function DataSets({ rule }: Shown): ReactNode {
  const say = useWords(words);
  const pick = usePick();
  return (
    <Section title={say.data}>
      <p className="soft">{say.needsAll}</p>
      <ul className="bulleted">
        {rule.needs.map((need) => (
          <li key={need.map(({ table }) => table).join()}>
            {need.map(({ title }) => pick(title)).join(say.or)}
          </li>
        ))}
      </ul>
      {rule.enriches.length === 0 ? null : (
        <>
          <h3>{say.adds}</h3>
          <ul className="bulleted">
            {rule.enriches.map(({ table, title }) => (
              <li key={table}>{pick(title)}</li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

/** What a lead of this rule shows. */
export function Evidence({ rule }: Shown): ReactNode {
  const say = useWords(words);
  const pick = usePick();
  const lang = useLang();
  if (rule.evidence.length === 0) return null;
  return (
    <Section title={say.evidence}>
      <DataTable
        caption={say.evidenceCaption}
        hidesCaption
        rows={rule.evidence}
        rowKey={({ name }) => name}
        columns={[
          { key: 'name', title: say.column, isRowHeader: true, cell: ({ title }) => pick(title) },
          { key: 'kind', title: say.kind, cell: ({ type }) => codeWord(type, lang) },
        ]}
      />
    </Section>
  );
}
