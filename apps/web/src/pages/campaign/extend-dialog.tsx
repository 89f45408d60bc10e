import { type ReactNode, useState } from 'react';
import { newId } from '../../api/new-id.ts';
import { type Got, useAsk, useSend } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FaultSummary } from '../../ui/fault-summary.tsx';
import { AreaField, ChoiceField, DayField, NumberField } from '../../ui/field.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { usePick, useWords } from '../../words/language.tsx';
import { papersOf } from '../matter/documents.ts';
import { EvidenceNeed } from '../matter/evidence-need.tsx';
import { type Extension, extensionFaults, untilOf } from './extension.ts';
import { words } from './words.ts';

type Campaign = Got<'campaign.get'>;

/** A later last day for the phase under way, with a document. */
export function ExtendDialog({
  campaign,
  phase,
  onClose,
}: {
  readonly campaign: Campaign;
  readonly phase: Campaign['phases'][number];
  readonly onClose: () => void;
}): ReactNode {
  const say = useWords(words);
  const pick = usePick();
  const toast = useToast();
  const [draft, setDraft, drop] = useDraft<Extension>(`campaign.extend:${campaign.id}:${phase.id}`, {
    ...{ stepId: newId(), way: 'days', days: '', on: '', reason: '', document: '' },
  });
  const [isTried, setTried] = useState(false);
  const extend = useSend('campaign.extend');
  const faults = extensionFaults(draft);
  const shown = isTried ? faults : [];
  const fault = (id: string): string | null => {
    const found = shown.find((one) => one.id === id);
    return found === undefined ? null : say[found.text];
  };
  const send = async (): Promise<void> => {
    setTried(true);
    const until = untilOf(draft);
    if (faults.length > 0 || until === null) return;
    await extend.send({
      ...{ campaignId: campaign.id, stepId: draft.stepId, expectedVersion: campaign.version, until },
      ...{ reason: draft.reason.trim(), evidence: [draft.document] },
    });
    drop();
    toast({ text: say.extended });
    onClose();
  };
  return (
    <Dialog
      title={say.extendTitle(pick(phase))}
      onClose={onClose}
      footer={
        <>
          <Button kind="main" busy={extend.isPending} onClick={() => void send().catch(() => undefined)}>
            {say.extend}
          </Button>
          <Button onClick={onClose}>{say.cancel}</Button>
        </>
      }
    >
      <FaultSummary faults={shown.map(({ id, text }) => ({ id, text: say[text] }))} />
      {extend.error === null ? null : <Problem error={extend.error} />}
      <p>{say.extendNow(phase.untilOn)}</p>
      <ExtensionFields matterId={campaign.matterId} draft={draft} onChange={setDraft} fault={fault} />
    </Dialog>
  );
}

function ExtensionFields({
  matterId,
  draft,
  onChange: setDraft,
  fault,
}: {
  readonly matterId: string;
  readonly draft: Extension;
  readonly onChange: (draft: Extension) => void;
  readonly fault: (id: string) => string | null;
}): ReactNode {
  const say = useWords(words);
  return (
    <>
      <ChoiceField
        label={say.extendBy}
        value={draft.way}
        onChange={(way) => setDraft({ ...draft, way: way === 'day' ? 'day' : 'days' })}
        choices={[
          { value: 'days', label: say.byDays },
          { value: 'day', label: say.byDay },
        ]}
      />
      {draft.way === 'days' ? (
        <NumberField
          id="extend-days"
          label={say.workingDays}
          required
          value={draft.days}
          fault={fault('extend-days')}
          onChange={(days) => setDraft({ ...draft, days })}
        />
      ) : (
        <DayField
          id="extend-on"
          label={say.newEnd}
          hint={say.newEndHint}
          required
          value={draft.on}
          fault={fault('extend-on')}
          onChange={(on) => setDraft({ ...draft, on })}
        />
      )}
      <AreaField
        id="extend-reason"
        label={say.reason}
        required
        rows={3}
        value={draft.reason}
        fault={fault('extend-reason')}
        onChange={(reason) => setDraft({ ...draft, reason })}
      />
      <ApprovalDocument
        matterId={matterId}
        chosen={draft.document}
        onChosen={(document) => setDraft({ ...draft, document })}
        fault={fault('extend-document')}
      />
    </>
  );
}

function ApprovalDocument({
  matterId,
  ...need
}: {
  readonly matterId: string;
  readonly chosen: string;
  readonly onChosen: (id: string) => void;
  readonly fault: string | null;
}): ReactNode {
  const { may } = useSession();
  const matter = useAsk('matter.get', { id: matterId });
  const listed = useAsk('evidence.list', { matterId }, { when: may('evidence.read') });
  if (matter.data === undefined) return null;
  const papers = papersOf(matter.data, listed.data?.items ?? null).filter(
    ({ kind }) => kind === 'officialDocument',
  );
  return (
    <EvidenceNeed
      id="extend-document"
      matterId={matterId}
      kind="officialDocument"
      papers={papers}
      {...need}
    />
  );
}
