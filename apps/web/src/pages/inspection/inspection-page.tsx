import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useAsk } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Section } from '../../ui/page.tsx';
import { useWords } from '../../words/language.tsx';
import type { Matter } from '../matter/fact-words.ts';
import { isShut } from '../sample/sample-rows.ts';
import { SampleTable } from '../sample/sample-list.tsx';
import { DrawRedirect } from './draw-redirect.tsx';
import { MatterFrame } from './matter-frame.tsx';
import { inspectionWords } from './words.ts';

const route = getRouteApi('/inspections/$id');

/** One inspection: its samples above what every matter has. Drawing and arriving have screens of their own. */
export function InspectionPage(): ReactNode {
  const say = useWords(inspectionWords);
  const { id } = route.useParams();
  const { may } = useSession();
  const samples = useAsk('sample.list', { matterId: id, limit: 50 }, { when: may('sample.read') });
  const shut = samples.data?.items.find(isShut)?.id ?? null;
  const ownForm = (action: string, matter: Matter, onClose: () => void): ReactNode => {
    if (action === 'draw') return <DrawRedirect matterId={matter.id} />;
    return action === 'arrive' && shut !== null ? <ArriveHint sampleId={shut} onClose={onClose} /> : null;
  };
  return (
    <OnlyFor may="sample.read">
      <MatterFrame
        key={id}
        id={id}
        title={say.card}
        crumbs={[{ label: say.title, to: '/inspections' }]}
        ownForm={ownForm}
      >
        {(matter) => (
          <Section
            title={say.samples}
            actions={
              matter.state === 'planned' && may('sample.draw') ? (
                <ButtonLink to="/samples/new" search={{ inspection: id }}>
                  {say.draw}
                </ButtonLink>
              ) : undefined
            }
          >
            {matter.state === 'planned' ? <p>{say.drawFirst}</p> : <SampleTable matterId={id} />}
          </Section>
        )}
      </MatterFrame>
    </OnlyFor>
  );
}

function ArriveHint({
  sampleId,
  onClose,
}: {
  readonly sampleId: string;
  readonly onClose: () => void;
}): ReactNode {
  const say = useWords(inspectionWords);
  return (
    <Dialog title={say.samples} onClose={onClose} footer={<Button onClick={onClose}>{say.later}</Button>}>
      <p>{say.arriveBySample}</p>
      <p>
        <Link to="/samples/$id" params={{ id: sampleId }}>
          {say.toSample}
        </Link>
      </p>
    </Dialog>
  );
}
