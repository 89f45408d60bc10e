import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { type Got, useApi, useAsk } from '../../api/use-api.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { Asked } from '../../ui/asked.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Section } from '../../ui/page.tsx';
import { Problem } from '../../ui/problem.tsx';
import { saveDownload } from '../../ui/save-download.ts';
import { bytes, instant } from '../../words/format.ts';
import { useWords } from '../../words/language.tsx';
import { inGroups } from '../admin/jwk-text.ts';
import { MatterFrame } from '../inspection/matter-frame.tsx';
import type { Matter } from '../matter/fact-words.ts';
import { ReceiveDialog } from './receive-dialog.tsx';
import { SendDialog } from './send-dialog.tsx';
import { referralWords } from './words.ts';
import { useTableName } from '../../ui/use-table-name.ts';

const route = getRouteApi('/referrals/$id');

type Package = Got<'referral.packages'>['items'][number];

/** One referral: number, dates, sealed packages and receipts; what it says is nowhere here. */
export function ReferralPage(): ReactNode {
  const say = useWords(referralWords);
  const { id } = route.useParams();
  return (
    <OnlyFor may="sealed.read">
      <MatterFrame
        key={id}
        id={id}
        title={say.card}
        crumbs={[{ label: say.title, to: '/referrals' }]}
        ownForm={ownForm}
        hasLinks={false}
      >
        {() => (
          <>
            <Packages matterId={id} />
            <Section title={say.kept}>
              <p>{say.keptWhy}</p>
            </Section>
          </>
        )}
      </MatterFrame>
    </OnlyFor>
  );
}

function ownForm(action: string, matter: Matter, onClose: () => void): ReactNode {
  if (action === 'send') return <SendDialog matter={matter} onClose={onClose} />;
  if (action === 'recordAcceptance' || action === 'recordNotAccepted')
    return <ReceiveDialog matter={matter} isAccepted={action === 'recordAcceptance'} onClose={onClose} />;
  return null;
}

function Packages({ matterId }: { readonly matterId: string }): ReactNode {
  const say = useWords(referralWords);
  const listOf = useTableName();
  const asked = useAsk('referral.packages', { matterId });
  return (
    <Section title={say.packages}>
      <p className="hint">{say.downloadHint}</p>
      <Asked query={asked}>
        {({ items }) => (
          <DataTable
            caption={listOf(say.packages)}
            hidesCaption
            rows={items}
            rowKey={({ number }) => number}
            empty={<Empty why={say.noPackages} />}
            columns={[
              { key: 'number', title: say.slip, isRowHeader: true, cell: ({ number }) => number },
              { key: 'receiver', title: say.receiver, cell: ({ receiver }) => receiver },
              {
                key: 'fingerprint',
                title: say.fingerprint,
                cell: ({ fingerprint }) =>
                  fingerprint === null ? '—' : <code>{inGroups(fingerprint.slice(0, 16))} …</code>,
              },
              {
                key: 'sealedAt',
                title: say.sealedAt,
                isShort: true,
                cell: ({ sealedAt }) => instant(sealedAt),
              },
              { key: 'size', title: say.size, align: 'right', cell: (row) => bytes(row.bytes) },
              {
                key: 'download',
                title: say.download,
                cell: (row) => <DownloadButton matterId={matterId} sealed={row} />,
              },
            ]}
          />
        )}
      </Asked>
    </Section>
  );
}

function DownloadButton({
  matterId,
  sealed,
}: {
  readonly matterId: string;
  readonly sealed: Package;
}): ReactNode {
  const say = useWords(referralWords);
  const api = useApi();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const fetchIt = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await saveDownload(await api.referral.download({ matterId, number: sealed.number }));
    } catch (fault) {
      setError(fault);
    }
    setBusy(false);
  };
  return (
    <>
      <Button busy={busy} aria-label={say.downloadNamed(sealed.number)} onClick={() => void fetchIt()}>
        {say.download}
      </Button>
      {error === null ? null : <Problem error={error} />}
    </>
  );
}
