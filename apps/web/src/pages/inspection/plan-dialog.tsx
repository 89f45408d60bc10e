import type { Bilingual } from '@yangguang/domain/errors/user-error';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { newId } from '../../api/new-id.ts';
import { type Sent, useSend } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { TextField } from '../../ui/field.tsx';
import { RegionName } from '../../ui/region-name.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { usePick, useWords } from '../../words/language.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { readTyped, type TypedFacts } from '../matter/action-form.ts';
import { FactFields } from '../matter/fact-field.tsx';
import { useWorkflows } from '../matter/use-workflows.ts';
import { inspectionWords } from './words.ts';

interface Typed {
  readonly title: string;
  readonly facts: TypedFacts;
}

/** Plans an inspection: what the workflow asks for, under one's own division. */
export function PlanDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const say = useWords(inspectionWords);
  const { who } = useSession();
  const navigate = useNavigate();
  const pick = usePick();
  const labelOf = (field: Bilingual | undefined): string => (field === undefined ? '' : pick(field));
  const workflow = useWorkflows()?.['inspection'];
  const [typed, setTyped, drop] = useDraft<Typed>('matter.open:inspection', { title: '', facts: {} });
  const [ids] = useState(() => ({ matterId: newId(), stepId: newId() }));
  const open = useSend('matter.open', ['matter']);
  const region = who.appointments.find(({ readsOnly, area }) => !readsOnly && area !== '')?.area ?? '';
  if (workflow === undefined) return null;
  const { asks } = workflow.opening;
  const read = readTyped(asks, typed.facts);
  const [faulty] = Object.keys(read.faults);
  const missing = typed.title.trim() === '' ? say.name : faulty === undefined ? null : labelOf(asks[faulty]);
  const whyNot = missing === null ? null : say.missing(missing);
  return (
    <ConfirmDialog
      title={say.plan}
      consequence={say.planLead}
      verb={say.plan}
      whyNot={whyNot}
      act={async () => {
        await open.send({
          ...{ ...ids, workflow: 'inspection' as const, region, title: typed.title.trim() },
          facts: read.facts as NonNullable<Sent<'matter.open'>['facts']>,
        });
        drop();
        void navigate({ to: '/inspections/$id', params: { id: ids.matterId } });
      }}
      onClose={onClose}
    >
      <p>
        <span className="soft">{say.own}</span> <RegionName code={region} />
      </p>
      <TextField
        label={say.name}
        hint={say.nameHint}
        required
        maxLength={200}
        autoComplete="off"
        value={typed.title}
        onChange={(title) => setTyped({ ...typed, title })}
      />
      <FactFields
        fields={asks}
        typed={typed.facts}
        faults={{}}
        place={{ region, programme: 'none', householdId: null, matter: null }}
        onChange={(name, value) => setTyped({ ...typed, facts: { ...typed.facts, [name]: value } })}
      />
    </ConfirmDialog>
  );
}
