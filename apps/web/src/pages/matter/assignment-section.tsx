import { type ReactNode, useState } from 'react';
import { newId } from '../../api/new-id.ts';
import { useForget, useSend } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { AreaField, DayField, SelectField } from '../../ui/field.tsx';
import { Section } from '../../ui/page.tsx';
import { Problem } from '../../ui/problem.tsx';
import { RegionName } from '../../ui/region-name.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { useWords } from '../../words/language.tsx';
import { ColleaguePicker } from './colleague-picker.tsx';
import { conflictIn } from './conflict.ts';
import type { Matter } from './fact-words.ts';
import { useRegionNames } from './region-names.ts';
import { words } from './words.ts';

type Open = 'assign' | 'giveBack' | 'remark' | null;

/** Who has it in hand; giving it to somebody, giving it back, a remark. */
export function AssignmentSection({ matter }: { readonly matter: Matter }): ReactNode {
  const say = useWords(words);
  const { who, may } = useSession();
  const [open, setOpen] = useState<Open>(null);
  const areas = who.appointments.filter((held) => !held.readsOnly).map(({ area }) => area);
  const isMine =
    matter.assignedTo === null
      ? matter.assignedArea !== null && areas.includes(matter.assignedArea)
      : matter.assignedTo.id === who.accountId;
  const close = (): void => setOpen(null);
  return (
    <Section title={say.assignedTo}>
      <p>
        {matter.assignedTo?.name ?? (matter.assignedArea === null ? say.nobody : null)}{' '}
        {matter.assignedArea === null ? null : <RegionName code={matter.assignedArea} />}
      </p>
      <div className="buttons">
        {may('lead.dispatch') && !matter.isEnded ? (
          <Button onClick={() => setOpen('assign')}>{say.assign}</Button>
        ) : null}
        {isMine && may('matter.act') && !matter.isEnded ? (
          <Button onClick={() => setOpen('giveBack')}>{say.giveBack}</Button>
        ) : null}
        {may('matter.act') ? <Button onClick={() => setOpen('remark')}>{say.remark}</Button> : null}
      </div>
      {open === 'assign' ? <AssignDialog matter={matter} onClose={close} /> : null}
      {open === 'giveBack' ? <GiveBackDialog matter={matter} onClose={close} /> : null}
      {open === 'remark' ? <RemarkDialog matter={matter} onClose={close} /> : null}
    </Section>
  );
}

interface DialogProps {
  readonly matter: Matter;
  readonly onClose: () => void;
}

interface AssignDraft {
  readonly area: string;
  readonly people: readonly string[];
  readonly dueOn: string;
  readonly reason: string;
  readonly stepId: string;
}

/** Offices that may have it: town and county of where it lies. */
function officesOf(region: string): string[] {
  return [9, 6].filter((length) => region.length >= length).map((length) => region.slice(0, length));
}

function AssignDialog({ matter, onClose }: DialogProps): ReactNode {
  const say = useWords(words);
  const toast = useToast();
  const start = { area: matter.region.slice(0, 9), people: [], dueOn: '', reason: '', stepId: newId() };
  const [draft, setDraft, drop] = useDraft<AssignDraft>(`matter.assign:${matter.id}`, start);
  const [isTried, setTried] = useState(false);
  const names = useRegionNames(officesOf(matter.region));
  const assign = useSend('matter.assign');
  const forget = useForget();
  const { area, people, dueOn, reason, stepId } = draft;
  const isEmpty = area === '' && people.length === 0;
  const send = async (): Promise<void> => {
    setTried(true);
    if (isEmpty) return;
    try {
      await assign.send({
        ...{ matterId: matter.id, expectedVersion: matter.version, stepId },
        ...{ area: area === '' ? null : area, accountId: people[0] ?? null },
        ...{ dueOn: dueOn === '' ? null : dueOn, reason: reason.trim() === '' ? null : reason.trim() },
      });
      drop();
      toast({ text: say.assignDone });
      onClose();
    } catch (error) {
      // Shown below from the state of the request; after a conflict on what is there now.
      if (conflictIn(error) !== null) await forget(['matter']);
    }
  };
  return (
    <Dialog
      title={say.assign}
      wide
      onClose={onClose}
      footer={
        <Button kind="main" busy={assign.isPending} onClick={() => void send()}>
          {say.assign}
        </Button>
      }
    >
      <SelectField
        label={say.assignOffice}
        value={area}
        onChange={(next) => setDraft({ ...draft, area: next })}
        empty={say.assignNobody}
        fault={isTried && isEmpty ? say.assignMissing : null}
        choices={officesOf(matter.region).map((code) => ({ value: code, label: names(code) }))}
      />
      <ColleaguePicker
        id="assign-person"
        label={say.assignPerson}
        place={matter}
        householdId={matter.householdId}
        chosen={people}
        onChange={(next) => setDraft({ ...draft, people: next })}
        fault={null}
        isSingle
      />
      <DayField
        label={say.assignDue}
        value={dueOn}
        onChange={(next) => setDraft({ ...draft, dueOn: next })}
      />
      <AreaField
        label={say.assignReason}
        rows={2}
        value={reason}
        onChange={(next) => setDraft({ ...draft, reason: next })}
      />
      {assign.error === null ? null : <Problem error={assign.error} />}
    </Dialog>
  );
}

function GiveBackDialog({ matter, onClose }: DialogProps): ReactNode {
  const say = useWords(words);
  const toast = useToast();
  const [draft, setDraft, drop] = useDraft(`matter.giveBack:${matter.id}`, { reason: '', stepId: newId() });
  const [isTried, setTried] = useState(false);
  const giveBack = useSend('matter.giveBack');
  const forget = useForget();
  const reason = draft.reason.trim();
  const send = async (): Promise<void> => {
    setTried(true);
    if (reason.length < 2) return;
    try {
      const { stepId } = draft;
      await giveBack.send({ matterId: matter.id, expectedVersion: matter.version, stepId, reason });
      drop();
      toast({ text: say.giveBackDone });
      onClose();
    } catch (error) {
      // Shown below from the state of the request; after a conflict on what is there now.
      if (conflictIn(error) !== null) await forget(['matter']);
    }
  };
  return (
    <Dialog
      title={say.giveBackTitle}
      onClose={onClose}
      footer={
        <Button kind="main" busy={giveBack.isPending} onClick={() => void send()}>
          {say.giveBack}
        </Button>
      }
    >
      <p>{say.giveBackWhat}</p>
      <AreaField
        label={say.giveBackReason}
        required
        value={draft.reason}
        onChange={(next) => setDraft({ ...draft, reason: next })}
        fault={isTried && reason.length < 2 ? say.missing(say.giveBackReason) : null}
      />
      {giveBack.error === null ? null : <Problem error={giveBack.error} />}
    </Dialog>
  );
}

function RemarkDialog({ matter, onClose }: DialogProps): ReactNode {
  const say = useWords(words);
  const toast = useToast();
  const [draft, setDraft, drop] = useDraft(`matter.note:${matter.id}`, { text: '', stepId: newId() });
  const [isTried, setTried] = useState(false);
  const note = useSend('matter.note');
  const text = draft.text.trim();
  const send = async (): Promise<void> => {
    setTried(true);
    if (text === '') return;
    try {
      await note.send({ matterId: matter.id, stepId: draft.stepId, text });
      drop();
      toast({ text: say.remarkDone });
      onClose();
    } catch {
      // Shown below from the state of the request.
    }
  };
  return (
    <Dialog
      title={say.remark}
      onClose={onClose}
      footer={
        <Button kind="main" busy={note.isPending} onClick={() => void send()}>
          {say.addRemark}
        </Button>
      }
    >
      <AreaField
        label={say.remarkText}
        hint={say.remarkHint}
        required
        maxLength={4000}
        value={draft.text}
        onChange={(next) => setDraft({ ...draft, text: next })}
        fault={isTried && text === '' ? say.missing(say.remarkText) : null}
      />
      {note.error === null ? null : <Problem error={note.error} />}
    </Dialog>
  );
}
