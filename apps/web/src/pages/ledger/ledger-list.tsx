import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type Got, useAsk } from '../../api/use-api.tsx';
import { useCampaign } from '../../shell/campaign-choice.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { Asked } from '../../ui/asked.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { DueTag } from '../../ui/tag.tsx';
import { useToday } from '../../words/clock.ts';
import { usePick, useWords } from '../../words/language.tsx';
import { presentPeriod } from './ledger-search.ts';
import { words } from './words.ts';

type Ledgers = Got<'ledger.list'>;
type Unit = Extract<keyof typeof words, `unit.${string}`>;

/** Ledgers of the chosen campaign. */
export function LedgerList(): ReactNode {
  const say = useWords(words);
  const { campaign } = useCampaign();
  return (
    <OnlyFor may="statistics.read">
      <Page title={say.title} lead={say.lead}>
        {campaign === null ? (
          <Empty why={say.noCampaign}>
            <ButtonLink to="/campaigns">{say.toCampaigns}</ButtonLink>
          </Empty>
        ) : (
          <OfCampaign key={campaign.id} campaignId={campaign.id} />
        )}
      </Page>
    </OnlyFor>
  );
}

function OfCampaign({ campaignId }: { readonly campaignId: string }): ReactNode {
  const ledgers = useAsk('ledger.list', { campaignId });
  return <Asked query={ledgers}>{(data) => <LedgerTable ledgers={data} />}</Asked>;
}

function LedgerTable({ ledgers: { items, locks } }: { readonly ledgers: Ledgers }): ReactNode {
  const say = useWords(words);
  const pick = usePick();
  const today = useToday();
  const unit = (name: string): string => {
    const key = `unit.${name}`;
    return key in words ? say[key as Unit] : name;
  };
  return (
    <div className="card">
      <DataTable
        caption={say.title}
        hidesCaption
        rows={items}
        rowKey={({ id }) => id}
        empty={<Empty why={say.none} />}
        columns={[
          {
            key: 'ledger',
            title: say.ledger,
            isRowHeader: true,
            cell: ({ id, title }) => <Link to={`/ledgers/${id}`}>{pick(title)}</Link>,
          },
          { key: 'kind', title: say.kind, isShort: true, cell: ({ rows }) => say[`rows.${rows}`] },
          {
            key: 'from',
            title: say.fromTo,
            isShort: true,
            cell: ({ from, to }) => say.between(unit(from), unit(to)),
          },
          {
            key: 'due',
            title: say.nextDue,
            isShort: true,
            cell: ({ dueOn }) => <Period on={presentPeriod(dueOn, today)} />,
          },
          {
            key: 'locked',
            title: say.locked,
            align: 'right',
            cell: ({ id }) => say.lockedCount(locks.filter(({ ledger }) => ledger === id).length),
          },
        ]}
      />
    </div>
  );
}

function Period({ on }: { readonly on: string | null }): ReactNode {
  const say = useWords(words);
  return on === null ? <span className="soft">{say.noPeriod}</span> : <DueTag dueOn={on} />;
}
