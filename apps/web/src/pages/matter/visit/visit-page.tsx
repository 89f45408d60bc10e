import { getRouteApi } from '@tanstack/react-router';
import { visitForm } from '@yangguang/domain/forms/visit-form';
import type { Workflow } from '@yangguang/domain/workflows/workflow';
import { type FormEvent, type ReactNode, useState } from 'react';
import { newId } from '../../../api/new-id.ts';
import { useAsk } from '../../../api/use-api.tsx';
import { OnlyFor } from '../../../shell/only-for.tsx';
import { Asked } from '../../../ui/asked.tsx';
import { Button, ButtonLink } from '../../../ui/button.tsx';
import { FaultSummary } from '../../../ui/fault-summary.tsx';
import { ChoiceField } from '../../../ui/field.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { Problem } from '../../../ui/problem.tsx';
import { useDraft } from '../../../ui/use-draft.ts';
import { Waiting } from '../../../ui/waiting.tsx';
import { useLang, usePick, useWords } from '../../../words/language.tsx';
import { startDraft } from '../action-form.ts';
import { FactFields, fieldId, useFaultText } from '../fact-field.tsx';
import type { Matter } from '../fact-words.ts';
import { useWorkflows } from '../use-workflows.ts';
import { AnswerFields, answerId } from './answer-fields.tsx';
import { SigningFields, signingIds } from './signing-fields.tsx';
import { useVisitSending } from './use-visit-sending.ts';
import { isComplete, type Manner, type VisitDraft, visitFaults, type VisitFaults } from './visit-entry.ts';
import { VisitProgress } from './visit-progress.tsx';
import { words } from './words.ts';

const route = getRouteApi('/matters/$id/visit');

/** A visit entered at the desk from its paper form, in one go. */
export function VisitPage(): ReactNode {
  const { id } = route.useParams();
  const say = useWords(words);
  const query = useAsk('matter.get', { id });
  const workflows = useWorkflows();
  const workflow = workflows?.['verification'];
  return (
    <OnlyFor may="matter.act">
      <Asked query={query} page={say.title}>
        {(matter) =>
          workflow === undefined ? (
            <Waiting />
          ) : (
            <VisitEntry key={matter.id} matter={matter} workflow={workflow} />
          )
        }
      </Asked>
    </OnlyFor>
  );
}

const manners = ['recordVisit', 'recordVisitWithVillage'] as const satisfies readonly Manner[];

function startVisit(workflow: Workflow, matter: Matter, manner: Manner): VisitDraft {
  return {
    manner,
    typed: startDraft(workflow.actions[manner]?.asks ?? {}, matter.facts, '').typed,
    ...{ answers: {}, signing: 'signed', signedPaper: '', witnessPaper: '', refusal: '', done: {} },
    ids: { form: newId(), visit: newId(), signature: newId(), witness: newId(), sign: newId() },
  };
}

function VisitEntry({
  matter,
  workflow,
}: {
  readonly matter: Matter;
  readonly workflow: Workflow;
}): ReactNode {
  const say = useWords(words);
  const pick = usePick();
  const able = manners.filter((name) => matter.actions.some(({ action, may }) => action === name && may));
  const [draft, setDraft, drop] = useDraft<VisitDraft>(
    `visit:${matter.id}`,
    startVisit(workflow, matter, able[0] ?? 'recordVisit'),
  );
  const isUnderWay = Object.keys(draft.done).length > 0;
  const whyNot = matter.actions.find(({ action }) => action === 'recordVisit')?.why ?? null;
  return (
    <Page
      title={`${say.title} · ${matter.title}`}
      tabTitle={say.title}
      lead={say.lead}
      crumbs={[{ label: workflow.title[useLang()], to: `/matters/${matter.id}` }]}
      actions={
        <ButtonLink to="/matters/$id/visit-form" params={{ id: matter.id }}>
          {say.blankTitle}
        </ButtonLink>
      }
    >
      {able.length === 0 && !isUnderWay ? (
        <p className="note warn">
          {say.notNow} {whyNot === null ? null : `${pick(whyNot.why)} ${pick(whyNot.remedy)}`}
        </p>
      ) : (
        <EntryForm {...{ matter, workflow, draft, setDraft, drop, able }} />
      )}
    </Page>
  );
}

function EntryForm({
  matter,
  workflow,
  draft,
  setDraft,
  drop,
  able,
}: {
  readonly matter: Matter;
  readonly workflow: Workflow;
  readonly draft: VisitDraft;
  readonly setDraft: (draft: VisitDraft) => void;
  readonly drop: () => void;
  readonly able: readonly Manner[];
}): ReactNode {
  const say = useWords(words);
  const [tries, setTries] = useState(0);
  const sending = useVisitSending(matter, workflow, draft, setDraft, drop);
  const faults = visitFaults(workflow, draft);
  const list = useFaultList(workflow, draft, faults);
  const isUnderWay = Object.keys(draft.done).length > 0;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTries((n) => n + 1);
    if (isComplete(faults)) void sending.send();
  };
  return (
    <form onSubmit={submit} noValidate>
      <FaultSummary key={tries} faults={tries > 0 ? list : []} />
      <Section title={say.whoWent}>
        {able.length > 1 ? (
          <ChoiceField
            label={say.manner}
            value={draft.manner}
            onChange={(manner) => setDraft({ ...draft, manner: manner as Manner })}
            choices={[
              { value: 'recordVisit', label: say.pair },
              { value: 'recordVisitWithVillage', label: say.companion },
            ]}
          />
        ) : null}
        <FactFields
          fields={workflow.actions[draft.manner]?.asks ?? {}}
          typed={draft.typed}
          faults={tries > 0 ? faults.facts : {}}
          place={{
            region: matter.region,
            programme: matter.programme,
            householdId: matter.householdId,
            matter,
          }}
          onChange={(name, value) => setDraft({ ...draft, typed: { ...draft.typed, [name]: value } })}
        />
      </Section>
      <AnswerFields draft={draft} onChange={setDraft} missing={tries > 0 ? faults.answers : []} />
      <SigningFields draft={draft} onChange={setDraft} faults={tries > 0 ? faults : null} />
      <VisitProgress draft={draft} now={sending.now} hasFailed={sending.error !== null} />
      {sending.error === null ? null : <Problem error={sending.error} />}
      <Button kind="main" type="submit" busy={sending.now !== null && sending.error === null}>
        {isUnderWay ? say.goOn : say.send}
      </Button>
    </form>
  );
}

/** Everything missing with the control it is at. */
function useFaultList(
  workflow: Workflow,
  draft: VisitDraft,
  faults: VisitFaults,
): readonly { readonly id: string; readonly text: string }[] {
  const say = useWords(words);
  const pick = usePick();
  const faultText = useFaultText();
  const asks = workflow.actions[draft.manner]?.asks ?? {};
  const questions = visitForm.flatMap((section) => section.questions);
  return [
    ...Object.entries(faults.facts).flatMap(([name, fault]) => {
      const field = asks[name];
      return field === undefined ? [] : [{ id: fieldId(name), text: faultText(field, fault) }];
    }),
    ...faults.answers.flatMap((id) => {
      const question = questions.find((one) => one.id === id);
      return question === undefined ? [] : [{ id: answerId(id), text: say.fill(pick(question)) }];
    }),
    ...(['signedPaper', 'witnessPaper', 'refusal'] as const).flatMap((name) =>
      faults[name]
        ? [{ id: signingIds[name], text: say.fill(name === 'refusal' ? say.refusalReason : say[name]) }]
        : [],
    ),
  ];
}
