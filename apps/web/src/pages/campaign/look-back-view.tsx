import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type Got, usePages, useSend } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Empty } from '../../ui/empty.tsx';
import { More } from '../../ui/more.tsx';
import { Section } from '../../ui/page.tsx';
import { Problem } from '../../ui/problem.tsx';
import { RegionName } from '../../ui/region-name.tsx';
import { StateTag } from '../../ui/tag.tsx';
import { useToast } from '../../ui/toast.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { dayOf } from '../../words/format.ts';
import { useLang, useWords } from '../../words/language.tsx';
import { lineTitle, stateTitle } from '../matter/line-words.ts';
import { useWorkflows } from '../matter/use-workflows.ts';
import { words } from './words.ts';

/** What was still open when the campaign came to its end. */
export function LookBackView({ campaign }: { readonly campaign: Got<'campaign.get'> }): ReactNode {
  const say = useWords(words);
  const { may } = useSession();
  const toast = useToast();
  const carry = useSend('campaign.carryOver', ['campaign']);
  const put = async (): Promise<void> => {
    const { added, onList } = await carry.send({ id: campaign.id });
    toast({ text: say.carriedDone(added, onList) });
  };
  return (
    <Section
      title={say.lookBack}
      actions={
        may('campaign.run') ? (
          <Button busy={carry.isPending} onClick={() => void put().catch(() => undefined)}>
            {say.carry}
          </Button>
        ) : undefined
      }
    >
      {carry.error === null ? null : <Problem error={carry.error} />}
      <CarriedTable campaignId={campaign.id} />
    </Section>
  );
}

function CarriedTable({ campaignId }: { readonly campaignId: string }): ReactNode {
  const say = useWords(words);
  const lang = useLang();
  const workflows = useWorkflows();
  const pages = usePages('campaign.lookBack', { id: campaignId, limit: 50 });
  if (pages.error !== null && pages.rows.length === 0)
    return <Problem error={pages.error} onRetry={pages.retry} />;
  if (pages.isLoading) return <Waiting />;
  return (
    <>
      <DataTable
        caption={say.tableOf(say.lookBack)}
        hidesCaption
        rows={pages.rows}
        rowKey={({ id }) => id}
        empty={<Empty why={say.noneCarried} />}
        columns={[
          {
            key: 'matter',
            title: say.matter,
            isRowHeader: true,
            cell: (row) => (
              <Link to={`/matters/${row.id}`}>
                {lineTitle(workflows, row, lang)} · {row.title}
              </Link>
            ),
          },
          { key: 'place', title: say.place, cell: ({ region }) => <RegionName code={region} /> },
          {
            key: 'then',
            title: say.carriedState,
            isShort: true,
            cell: ({ workflow, carriedState }) =>
              stateTitle(workflows, { workflow, state: carriedState }, lang),
          },
          {
            key: 'now',
            title: say.stateNow,
            isShort: true,
            cell: (row) => <StateTag title={stateTitle(workflows, row, lang)} isEnded={row.isEnded} />,
          },
          { key: 'at', title: say.carriedAt, isShort: true, cell: ({ carriedAt }) => dayOf(carriedAt) },
        ]}
      />
      <More pages={pages} />
    </>
  );
}
