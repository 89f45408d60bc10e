import { getRouteApi, Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { type Got, useAsk } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { Asked } from '../../ui/asked.tsx';
import { Button } from '../../ui/button.tsx';
import { FactsList } from '../../ui/facts-list.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { RegionName } from '../../ui/region-name.tsx';
import { instant } from '../../words/format.ts';
import { useWords } from '../../words/language.tsx';
import { ArriveDialog } from './arrive-dialog.tsx';
import { DifferenceSection } from './difference-section.tsx';
import { ItemSection } from './item-section.tsx';
import { RepeatCheck } from './repeat-check.tsx';
import styles from './sample.module.css';
import { isShut } from './sample-rows.ts';
import { SealTag } from './seal-tag.tsx';
import { useSample } from './use-sample.ts';
import { sampleWords } from './words.ts';

const route = getRouteApi('/samples/$id');

type Sample = Got<'sample.list'>['items'][number];

/** One sample: its proof, its list once it is open, results and differences; prints as the protocol. */
export function SamplePage(): ReactNode {
  const say = useWords(sampleWords);
  const { id } = route.useParams();
  const { may } = useSession();
  const asked = useSample(id, may('sample.read'));
  return (
    <OnlyFor may="sample.read">
      <Page
        title={`${say.card} ${id.slice(0, 8)}`}
        crumbs={[{ label: say.title, to: '/samples' }]}
        actions={<Button onClick={() => print()}>{say.print}</Button>}
      >
        <Asked query={asked}>{(sample) => <Card sample={sample} />}</Asked>
      </Page>
    </OnlyFor>
  );
}

function Card({ sample }: { readonly sample: Sample }): ReactNode {
  const say = useWords(sampleWords);
  return (
    <>
      <Section title={say.protocol}>
        <Facts sample={sample} />
        {isShut(sample) ? <Shut sample={sample} /> : <RepeatCheck id={sample.id} />}
        <p className="print-only">{say.signatures}</p>
      </Section>
      {isShut(sample) ? null : (
        <>
          <ItemSection sample={sample} />
          <DifferenceSection id={sample.id} />
        </>
      )}
    </>
  );
}

function Facts({ sample }: { readonly sample: Sample }): ReactNode {
  const say = useWords(sampleWords);
  const hash = (value: string | null): ReactNode =>
    value === null ? '—' : <code className={styles['hash']}>{value}</code>;
  const { matterId, region, drawnHouseholds, drawnPersons, openedAt, openedPlace, seed } = sample;
  return (
    <>
      <FactsList
        facts={[
          { name: say.state, value: <SealTag sample={sample} /> },
          { name: say.region, value: <RegionName code={region} /> },
          { name: say.size, value: say.sizeOf(drawnHouseholds, drawnPersons) },
          { name: say.drawnAt, value: instant(sample.drawnAt) },
          ...(openedAt === null
            ? []
            : [
                { name: say.openedAt, value: instant(openedAt) },
                { name: say.openedPlace, value: openedPlace },
              ]),
          ...(matterId === null
            ? []
            : [
                {
                  name: say.inspection,
                  value: (
                    <Link to="/inspections/$id" params={{ id: matterId }}>
                      {say.toInspection}
                    </Link>
                  ),
                },
              ]),
        ]}
      />
      <dl className={styles['proof']}>
        <dt>{say.seed}</dt>
        <dd>{hash(seed)}</dd>
        <dt>{say.seedHash}</dt>
        <dd>{hash(sample.seedHash)}</dd>
        <dt>{say.frameHash}</dt>
        <dd>{hash(sample.frameHash)}</dd>
        <dt>{say.drawHash}</dt>
        <dd>{hash(sample.drawHash)}</dd>
      </dl>
    </>
  );
}

function Shut({ sample }: { readonly sample: Sample }): ReactNode {
  const say = useWords(sampleWords);
  const { may } = useSession();
  const [isAsking, setAsking] = useState(false);
  const { matterId } = sample;
  const matter = useAsk('matter.get', { id: matterId ?? '' }, { when: matterId !== null });
  return (
    <div className="stack">
      <p className="note warn">{say.isSealed}</p>
      <p>
        <Button kind="main" whyNot={may('sample.draw') ? null : say.notTeam} onClick={() => setAsking(true)}>
          {say.arrive}
        </Button>
      </p>
      {isAsking && matter.data !== undefined ? (
        <ArriveDialog sampleId={sample.id} version={matter.data.version} onClose={() => setAsking(false)} />
      ) : null}
    </div>
  );
}
