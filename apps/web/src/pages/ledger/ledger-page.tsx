import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { type Got, useAsk } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { useCampaign } from '../../shell/campaign-choice.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { Asked } from '../../ui/asked.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Page } from '../../ui/page.tsx';
import { useToday } from '../../words/clock.ts';
import { instant } from '../../words/format.ts';
import { usePick, useWords } from '../../words/language.tsx';
import { RegionPicker } from '../matter/region-picker.tsx';
import { DownloadDialog } from './download-dialog.tsx';
import { LedgerGrid } from './ledger-grid.tsx';
import { presentPeriod } from './ledger-search.ts';
import { LockDialog } from './lock-dialog.tsx';
import styles from './ledger.module.css';
import { words } from './words.ts';

type Head = Got<'ledger.list'>['items'][number];
type Table = Got<'ledger.get'>;
const route = getRouteApi('/ledgers/$ledgerId');

/** One ledger of the chosen campaign: a division, a period. */
export function LedgerPage(): ReactNode {
  const say = useWords(words);
  const { ledgerId } = route.useParams();
  const { campaign } = useCampaign();
  return (
    <OnlyFor may="statistics.read">
      {campaign === null ? (
        <Page title={say.title}>
          <Empty why={say.noCampaign}>
            <ButtonLink to="/campaigns">{say.toCampaigns}</ButtonLink>
          </Empty>
        </Page>
      ) : (
        <Found
          key={`${campaign.id} ${ledgerId}`}
          campaignId={campaign.id}
          area={campaign.region}
          ledgerId={ledgerId}
        />
      )}
    </OnlyFor>
  );
}

interface Of {
  readonly campaignId: string;
  /** Of the campaign. */
  readonly area: string;
  readonly ledgerId: string;
}

function Found({ ledgerId, ...of }: Of): ReactNode {
  const say = useWords(words);
  const pick = usePick();
  const ledgers = useAsk('ledger.list', { campaignId: of.campaignId });
  const head = ledgers.data?.items.find(({ id }) => id === ledgerId);
  return (
    <Page
      title={head === undefined ? say.title : pick(head.title)}
      crumbs={[{ label: say.title, to: '/ledgers' }]}
      lead={head === undefined || head.clause === '' ? undefined : say.clause(head.clause)}
    >
      <Asked query={ledgers}>
        {() => (head === undefined ? <Empty why={say.none} /> : <Chosen head={head} {...of} />)}
      </Asked>
    </Page>
  );
}

function Chosen({ head, campaignId, area }: { readonly head: Head } & Omit<Of, 'ledgerId'>): ReactNode {
  const say = useWords(words);
  const today = useToday();
  const navigate = useNavigate();
  const { who } = useSession();
  const search = route.useSearch();
  const period = search.period ?? presentPeriod(head.dueOn, today);
  const own = who.appointments.map((one) => one.area).find((one) => one.startsWith(area)) ?? area;
  const region = search.region ?? own;
  const go = (part: { period?: string; region?: string }): void =>
    void navigate({ to: `/ledgers/${head.id}`, search: { ...search, ...part }, replace: true });
  if (period === null) return <Empty why={say.noPeriod} />;
  const isOfHouseholds = head.rows === 'inBenefit' || head.rows === 'rejected';
  return (
    <>
      <div className={`no-print ${styles['choices']}`}>
        <SelectField
          label={say.period}
          value={period}
          onChange={(on) => go({ period: on })}
          choices={head.dueOn.map((on) => ({ value: on, label: on }))}
        />
        <RegionPicker
          id="ledger-region"
          label={say.region}
          value={region}
          onChange={(code) => go({ region: code })}
          fault={null}
        />
      </div>
      {isOfHouseholds && region.length < 9 ? (
        <div className="card">
          <Empty why={say.townFirst} />
        </div>
      ) : (
        <Loaded
          key={`${period} ${region}`}
          campaignId={campaignId}
          head={head}
          period={period}
          region={region}
        />
      )}
    </>
  );
}

function Loaded({
  campaignId,
  head,
  period,
  region,
}: {
  readonly campaignId: string;
  readonly head: Head;
  readonly period: string;
  readonly region: string;
}): ReactNode {
  const say = useWords(words);
  const table = useAsk('ledger.get', {
    ...{ campaignId, ledger: head.id, periodOn: period, region, limit: 2000 },
  });
  return (
    <Asked query={table} what={say.loading}>
      {(data) => <Shown campaignId={campaignId} table={data} />}
    </Asked>
  );
}

function Shown({ campaignId, table }: { readonly campaignId: string; readonly table: Table }): ReactNode {
  const say = useWords(words);
  const { may } = useSession();
  const [open, setOpen] = useState<'lock' | 'download' | null>(null);
  const canKeep = may('ledger.keep') && table.lock === null;
  const of = { campaignId, table, onClose: () => setOpen(null) };
  return (
    <div className="card">
      <Standing table={table} />
      <div className={`buttons no-print ${styles['acts']}`}>
        {canKeep && table.rows.length > 0 ? (
          <Button kind="main" onClick={() => setOpen('lock')}>
            {say.lock}
          </Button>
        ) : null}
        <Button onClick={() => window.print()}>{say.print}</Button>
        <Button whyNot={may('export.make') ? null : say.noDownload} onClick={() => setOpen('download')}>
          {say.download}
        </Button>
      </div>
      <LedgerGrid campaignId={campaignId} table={table} canType={canKeep} />
      {open === 'lock' ? <LockDialog {...of} /> : null}
      {open === 'download' ? <DownloadDialog {...of} /> : null}
    </div>
  );
}

/** What the figures are: whose, of when, how many cells filled by whom, locked or not. */
function Standing({ table }: { readonly table: Table }): ReactNode {
  const say = useWords(words);
  const { summary, lock, place, asOf } = table;
  const { cells, filled, typed } = summary;
  return (
    <div className={styles['standing']}>
      <p>
        <b>{say.unitLine(place)}</b> · {say.asOf(instant(asOf))}
      </p>
      <p>{say.filled(cells, filled, typed, cells - filled - typed)}</p>
      <p className={lock === null ? 'soft' : 'note'}>
        {lock === null
          ? say.isOpen
          : say.isLocked(lock.lockedBy?.name ?? '', instant(lock.lockedAt), lock.sha256.slice(0, 16))}
      </p>
    </div>
  );
}
