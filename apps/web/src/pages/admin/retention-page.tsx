import { type ReactNode, useState } from 'react';
import { newId } from '../../api/new-id.ts';
import { useAsk, useSend } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { Asked } from '../../ui/asked.tsx';
import { Button } from '../../ui/button.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useWords } from '../../words/language.tsx';
import { RegionPicker } from '../matter/region-picker.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Holds } from './retention-holds.tsx';
import { Plans } from './retention-plans.tsx';
import { keepWords } from './words-keep.ts';

/** What is beyond its time, plans to erase it, and what is held. */
export function RetentionPage(): ReactNode {
  const say = useWords(keepWords);
  const { may } = useSession();
  return (
    <OnlyFor may="system.read">
      <Page title={say.retention} lead={say.retentionLead}>
        {may('retention.run') ? <Due /> : null}
        <Plans />
        <Holds />
      </Page>
    </OnlyFor>
  );
}

function Due(): ReactNode {
  const say = useWords(keepWords);
  const toast = useToast();
  const { who } = useSession();
  const [area, setArea] = useState(who.appointments[0]?.area ?? '');
  const [isProposing, setProposing] = useState(false);
  const [id, setId] = useState(newId);
  const asked = useAsk('retention.preview', { area }, { keepsLast: true });
  const propose = useSend('retention.propose', ['retention']);
  const isNone = asked.data !== undefined && asked.data.matters + asked.data.households === 0;
  return (
    <Section
      title={say.due}
      actions={
        <Button whyNot={isNone ? say.nothingDue : null} onClick={() => setProposing(true)}>
          {say.propose}
        </Button>
      }
    >
      <RegionPicker id="retention-area" label={say.area} value={area} onChange={setArea} fault={null} />
      <Asked query={asked}>
        {({ years, endedBeforeOn, matters, households }) => (
          <p>
            {say.dueOf(years, endedBeforeOn)} {say.dueCount(matters, households)}
          </p>
        )}
      </Asked>
      {isProposing ? (
        <ConfirmDialog
          title={say.propose}
          consequence={say.proposeWhy}
          verb={say.propose}
          act={async () => {
            await propose.send({ id, area });
            setId(newId());
            toast({ text: say.done });
          }}
          onClose={() => setProposing(false)}
        />
      ) : null}
    </Section>
  );
}
