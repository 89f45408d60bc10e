import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type Got, useAsk } from '../../api/use-api.tsx';
import { Asked } from '../../ui/asked.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Section } from '../../ui/page.tsx';
import { RegionName } from '../../ui/region-name.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useWords } from '../../words/language.tsx';
import { ResultWord } from './item-section.tsx';
import { rateText } from './sample-rows.ts';
import { StratumName } from './stratum-name.tsx';
import { sampleWords } from './words.ts';

type Report = Got<'sample.differences'>;

/** First against second results, with what the numbers can and cannot say. */
export function DifferenceSection({ id }: { readonly id: string }): ReactNode {
  const say = useWords(sampleWords);
  const asked = useAsk('sample.differences', { id });
  return (
    <Section title={say.differences}>
      <p className="hint">{say.differencesLead}</p>
      <Asked query={asked}>
        {(report) => (report.checked === 0 ? <Empty why={say.notYet} /> : <Tables report={report} />)}
      </Asked>
    </Section>
  );
}

function Tables({ report }: { readonly report: Report }): ReactNode {
  const say = useWords(sampleWords);
  return (
    <div className="stack">
      <p>
        {say.overall}{' '}
        <b>
          <Rate rate={report.overall} />
        </b>
      </p>
      <DataTable
        caption={say.byStratum}
        rows={report.strata}
        rowKey={({ stratum, part }) => `${stratum} ${part}`}
        columns={[
          {
            key: 'stratum',
            title: say.stratum,
            isRowHeader: true,
            cell: ({ stratum, part }) => (
              <>
                <StratumName stratum={stratum} /> {part === 'must' ? <Tag tone="info">{say.must}</Tag> : null}
              </>
            ),
          },
          { key: 'all', title: say.all, align: 'right', cell: ({ all }) => all },
          { key: 'drawn', title: say.drawn, align: 'right', cell: ({ drawn }) => drawn },
          { key: 'checked', title: say.checked, align: 'right', cell: ({ checked }) => checked },
          { key: 'differing', title: say.differing, align: 'right', cell: ({ differing }) => differing },
          { key: 'rate', title: say.errorRate, cell: ({ interval }) => <Rate rate={interval} /> },
        ]}
      />
      <DataTable
        caption={say.byTown}
        rows={[...report.towns].sort((a, b) => (a.town < b.town ? -1 : 1))}
        rowKey={({ town }) => town}
        columns={[
          { key: 'town', title: say.town, isRowHeader: true, cell: ({ town }) => <RegionName code={town} /> },
          { key: 'drawn', title: say.drawn, align: 'right', cell: ({ drawn }) => drawn },
          { key: 'checked', title: say.checked, align: 'right', cell: ({ checked }) => checked },
          { key: 'differing', title: say.differing, align: 'right', cell: ({ differing }) => differing },
        ]}
      />
      <Different report={report} />
    </div>
  );
}

function Rate({ rate }: { readonly rate: Report['overall'] }): ReactNode {
  const say = useWords(sampleWords);
  return <>{rate === null ? '—' : say.rate(rateText(rate.rate), rateText(rate.low), rateText(rate.high))}</>;
}

function Different({ report }: { readonly report: Report }): ReactNode {
  const say = useWords(sampleWords);
  return (
    <DataTable
      caption={say.different}
      rows={report.differences}
      rowKey={({ householdId }) => householdId}
      empty={<p>{say.noDifferent}</p>}
      columns={[
        {
          key: 'household',
          title: say.household,
          isRowHeader: true,
          cell: ({ householdId }) => (
            <Link to="/households/$id" params={{ id: householdId }}>
              {householdId.slice(0, 8)}
            </Link>
          ),
        },
        { key: 'town', title: say.town, cell: ({ town }) => <RegionName code={town} /> },
        { key: 'stratum', title: say.stratum, cell: ({ stratum }) => <StratumName stratum={stratum} /> },
        { key: 'persons', title: say.persons, align: 'right', cell: ({ persons }) => persons },
        { key: 'first', title: say.first, cell: ({ first }) => <ResultWord result={first} /> },
        { key: 'second', title: say.second, cell: ({ second }) => <ResultWord result={second} /> },
      ]}
    />
  );
}
