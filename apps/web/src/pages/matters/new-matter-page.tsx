import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { Workflow } from '@yangguang/domain/workflows/workflow';
import { type FormEvent, type ReactNode, useState } from 'react';
import { newId } from '../../api/new-id.ts';
import { useSend } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { useCampaign } from '../../shell/campaign-choice.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { FaultSummary } from '../../ui/fault-summary.tsx';
import { AreaField, SelectField } from '../../ui/field.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { Waiting } from '../../ui/waiting.tsx';
import { useLang, useWords } from '../../words/language.tsx';
import { readTyped, startDraft } from '../matter/action-form.ts';
import { FactFields, fieldId, useFaultText } from '../matter/fact-field.tsx';
import { useWorkflows } from '../matter/use-workflows.ts';
import { mustBeAboutHousehold, openableBy, type OpeningDraft, openingFaults, openInput } from './opening.ts';
import styles from './matters.module.css';
import { SubjectFields, subjectIds } from './subject-fields.tsx';
import { words } from './words.ts';

const route = getRouteApi('/matters/new');

/** Opening a matter: which, about whom or what, and what its workflow asks for. */
export function NewMatterPage(): ReactNode {
  return (
    <OnlyFor may="matter.open">
      <NewMatter />
    </OnlyFor>
  );
}

function NewMatter(): ReactNode {
  const say = useWords(words);
  const lang = useLang();
  const { who } = useSession();
  const workflows = useWorkflows();
  const navigate = useNavigate();
  const { workflow: chosen = '', household = '' } = route.useSearch();
  if (workflows === null) return <Waiting />;
  const mine = openableBy(
    workflows,
    who.appointments.filter((held) => !held.readsOnly).map(({ role }) => role),
  );
  const workflow = mine.includes(chosen) ? workflows[chosen] : undefined;
  return (
    <Page title={say.newTitle} lead={say.newLead} crumbs={[{ label: say.title, to: '/matters' }]}>
      {mine.length === 0 ? (
        <Empty why={say.notYours} />
      ) : (
        <Section title={say.chooseWorkflow}>
          <SelectField
            label={say.workflow}
            value={workflow === undefined ? '' : chosen}
            onChange={(id) =>
              void navigate({
                to: '/matters/new',
                search: {
                  ...(id === '' ? {} : { workflow: id }),
                  ...(household === '' ? {} : { household }),
                },
                replace: true,
              })
            }
            choices={mine.map((id) => ({ value: id, label: workflows[id]?.title[lang] ?? id }))}
          />
        </Section>
      )}
      {workflow === undefined ? null : (
        <OpeningForm key={`${workflow.id} ${household}`} workflow={workflow} household={household} />
      )}
    </Page>
  );
}

function OpeningForm({
  workflow,
  household,
}: {
  readonly workflow: Workflow;
  readonly household: string;
}): ReactNode {
  const say = useWords(words);
  const lang = useLang();
  const faultText = useFaultText();
  const { campaign } = useCampaign();
  const start = (): OpeningDraft => ({
    ...{ householdId: household, householdName: '', region: '', title: '', programme: '', reason: '' },
    isAboutHousehold: household !== '' || mustBeAboutHousehold(workflow),
    typed: startDraft(workflow.opening.asks, {}, '').typed,
    ...{ matterId: newId(), stepId: newId() },
  });
  const [draft, setDraft, drop] = useDraft<OpeningDraft>(`matter.open:${workflow.id}:${household}`, start());
  const { tries, send, isBusy, error } = useOpening(workflow, draft, drop);
  const faults = openingFaults(draft);
  const { faults: fields } = readTyped(workflow.opening.asks, draft.typed);
  const shown = tries > 0;
  const list = [
    ...(faults.household ? [{ id: subjectIds.household, text: say.chooseHousehold }] : []),
    ...(faults.region ? [{ id: subjectIds.region, text: say.placeMissing }] : []),
    ...(faults.title ? [{ id: subjectIds.title, text: say.titleMissing }] : []),
    ...Object.entries(fields).flatMap(([name, fault]) => {
      const field = workflow.opening.asks[name];
      return field === undefined ? [] : [{ id: fieldId(name), text: faultText(field, fault) }];
    }),
  ];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void send(list.length === 0);
  };
  return (
    <Section title={workflow.title[lang]}>
      <form className={`stack ${styles['form'] ?? ''}`} onSubmit={submit} noValidate>
        <FaultSummary key={tries} faults={shown ? list : []} />
        <SubjectFields workflow={workflow} draft={draft} onChange={setDraft} faults={shown ? faults : null} />
        <FactFields
          fields={workflow.opening.asks}
          typed={draft.typed}
          faults={shown ? fields : {}}
          place={{
            ...{ region: draft.region, programme: 'none', matter: null },
            householdId: draft.householdId === '' ? null : draft.householdId,
          }}
          onChange={(name, value) => setDraft({ ...draft, typed: { ...draft.typed, [name]: value } })}
        />
        <AreaField
          label={say.reason}
          rows={2}
          value={draft.reason}
          onChange={(reason) => setDraft({ ...draft, reason })}
        />
        <p className="note">
          {say.effect(workflow.states[workflow.start]?.[lang] ?? workflow.start)}{' '}
          {campaign === null ? null : say.inCampaign(campaign.title)}
        </p>
        {error === null ? null : <Problem error={error} />}
        <div className="buttons">
          <Button kind="main" type="submit" busy={isBusy}>
            {say.send(workflow.title[lang])}
          </Button>
        </div>
      </form>
    </Section>
  );
}

/** Sends the opening; the same again with the same ids, and on success leads to the new card. */
function useOpening(
  workflow: Workflow,
  draft: OpeningDraft,
  drop: () => void,
): {
  readonly tries: number;
  readonly send: (isSound: boolean) => Promise<void>;
  readonly isBusy: boolean;
  readonly error: Error | null;
} {
  const say = useWords(words);
  const lang = useLang();
  const toast = useToast();
  const navigate = useNavigate();
  const { campaign } = useCampaign();
  const open = useSend('matter.open', ['matter', 'household', 'message']);
  const [tries, setTries] = useState(0);
  const send = async (isSound: boolean): Promise<void> => {
    setTries((n) => n + 1);
    if (!isSound) return;
    try {
      const { matterId } = await open.send(openInput(workflow, draft, campaign?.id ?? null));
      drop();
      toast({ text: say.done(workflow.title[lang]) });
      await navigate({ to: '/matters/$id', params: { id: matterId } });
    } catch {
      // Shown in the form from the state of the request.
    }
  };
  return { tries, send, isBusy: open.isPending, error: open.error };
}
