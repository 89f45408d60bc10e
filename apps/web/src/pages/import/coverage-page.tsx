import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type Got, useAsk } from '../../api/use-api.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { Asked } from '../../ui/asked.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { usePick, useWords } from '../../words/language.tsx';
import { ForCounty, type Which } from './county-choice.tsx';
import { ImportTabs } from './import-tabs.tsx';
import { waitedFor } from './overview-lines.ts';
import { overviewWords } from './words-overview.ts';
import { SectionTable } from './section-table.tsx';

type Coverage = Got<'import.coverage'>;
type DataSet = Coverage['dataSets'][number];

/** So many are all shown; more open on demand. */
const fewRules = 4;

/** Which lists are here, and what each missing one would enable. */
export function CoveragePage(): ReactNode {
  const say = useWords(overviewWords);
  return (
    <OnlyFor may="run.read">
      <Page title={say.coverage} lead={say.coverageLead}>
        <ImportTabs current="coverage" />
        <ForCounty>{(which) => <CoverageOf which={which} />}</ForCounty>
      </Page>
    </OnlyFor>
  );
}

function CoverageOf({ which }: { readonly which: Which }): ReactNode {
  const coverage = useAsk('import.coverage', which);
  return (
    <Asked query={coverage}>
      {(found) => (
        <>
          <Missing coverage={found} />
          <Here coverage={found} />
        </>
      )}
    </Asked>
  );
}

function Missing({ coverage: { dataSets, rules } }: { readonly coverage: Coverage }): ReactNode {
  const say = useWords(overviewWords);
  const pick = usePick();
  const titles = new Map(rules.map(({ rule, title }) => [rule, title]));
  const active = rules.filter(({ status }) => status === 'active');
  const rows = waitedFor(dataSets);
  const others = dataSets.filter(
    ({ batches, enables, partly }) => batches + enables.length + partly.length === 0,
  );
  const list = (codes: readonly string[]): ReactNode => {
    if (codes.length === 0) return '—';
    const all = (
      <ul>
        {codes.map((code) => (
          <li key={code}>
            <Link to="/rules/$code" params={{ code }}>
              {code}
            </Link>{' '}
            {pick(titles.get(code) ?? { zh: '', en: '' })}
          </li>
        ))}
      </ul>
    );
    return codes.length <= fewRules ? (
      all
    ) : (
      <details>
        <summary>{say.rules(codes.length)}</summary>
        {all}
      </details>
    );
  };
  const columns: Column<DataSet>[] = [
    { key: 'dataSet', title: say.dataSet, isRowHeader: true, cell: ({ title }) => pick(title) },
    { key: 'department', title: say.department, cell: ({ department }) => department },
    { key: 'enables', title: say.enables, cell: ({ enables }) => list(enables) },
    { key: 'partly', title: say.partly, cell: ({ partly }) => list(partly) },
  ];
  return (
    <Section title={say.missing}>
      <div className="stack">
        <p>{say.rulesReady(active.filter(({ isReady }) => isReady).length, active.length)}</p>
        <SectionTable
          title={say.missing}
          columns={columns}
          rows={rows}
          rowKey={({ table }) => table}
          empty={<Empty why={say.noneMissing} />}
        />
        {others.length === 0 ? null : <p className="soft">{say.useless(others.length)}</p>}
      </div>
    </Section>
  );
}

function Here({ coverage: { dataSets } }: { readonly coverage: Coverage }): ReactNode {
  const say = useWords(overviewWords);
  const pick = usePick();
  const here = dataSets.filter(({ batches }) => batches > 0);
  const columns: Column<DataSet>[] = [
    { key: 'dataSet', title: say.dataSet, isRowHeader: true, cell: ({ title }) => pick(title) },
    { key: 'department', title: say.department, cell: ({ department }) => department },
    { key: 'batches', title: say.batches, align: 'right', cell: ({ batches }) => batches },
    { key: 'rows', title: say.rows, align: 'right', cell: ({ rows }) => rows },
  ];
  return (
    <Section title={say.here}>
      <div className="stack">
        <p>{say.hereCount(here.length, dataSets.length)}</p>
        <SectionTable
          title={say.here}
          columns={columns}
          rows={here}
          rowKey={({ table }) => table}
          empty={<Empty why={say.nothing} />}
        />
      </div>
    </Section>
  );
}
