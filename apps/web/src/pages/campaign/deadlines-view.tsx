import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type Got, useAsk } from '../../api/use-api.tsx';
import { Asked } from '../../ui/asked.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Section } from '../../ui/page.tsx';
import { Tag } from '../../ui/tag.tsx';
import { usePick, useWords } from '../../words/language.tsx';
import { DaysLeft } from './phase-bar.tsx';
import { words } from './words.ts';

type Times = Got<'campaign.deadlines'>;

/** Every time that is not over, by day; those to be reminded of are marked. */
export function DeadlinesView({ campaignId }: { readonly campaignId: string }): ReactNode {
  const query = useAsk('campaign.deadlines', { id: campaignId });
  return <Asked query={query}>{(times) => <DeadlineTable campaignId={campaignId} times={times} />}</Asked>;
}

function DeadlineTable({
  campaignId,
  times: { today, items },
}: {
  readonly campaignId: string;
  readonly times: Times;
}): ReactNode {
  const say = useWords(words);
  const pick = usePick();
  return (
    <Section title={say.times} actions={<span className="soft">{say.today(today)}</span>}>
      <DataTable
        caption={say.tableOf(say.times)}
        hidesCaption
        rows={items.map((item, i) => ({ ...item, key: String(i) }))}
        rowKey={({ key }) => key}
        empty={<p className="soft">{say.noTimes}</p>}
        columns={[
          { key: 'due', title: say.dueOn, cell: ({ dueOn }) => dueOn, isShort: true },
          {
            key: 'left',
            title: say.left,
            isShort: true,
            cell: ({ dueOn, workingDaysLeft }) => <DaysLeft left={workingDaysLeft} isOver={dueOn < today} />,
          },
          { key: 'kind', title: say.kind, cell: ({ kind }) => say[`kind.${kind}`], isShort: true },
          {
            key: 'what',
            title: say.what,
            isRowHeader: true,
            cell: ({ kind, title }) =>
              kind === 'tasks' ? (
                <Link to={`/campaigns/${campaignId}`} search={{ tab: 'taskList' }}>
                  {pick(title)}
                </Link>
              ) : (
                pick(title)
              ),
          },
          {
            key: 'reminder',
            title: say.reminder,
            isShort: true,
            cell: ({ isReminded }) =>
              isReminded ? <Tag tone="warn">{say.reminded}</Tag> : <span className="soft">{say.later}</span>,
          },
        ]}
      />
    </Section>
  );
}
