import type { Action, Workflow } from '@yangguang/domain/workflows/workflow';
import type { Field } from '@yangguang/domain/workflows/field';
import type { ReactNode } from 'react';
import { useAsk } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { AreaField, CheckField, FieldFrame } from '../../ui/field.tsx';
import { useNow } from '../../words/clock.ts';
import { instant } from '../../words/format.ts';
import { type Lang, useLang, useWords } from '../../words/language.tsx';
import { type ActionDraft, type FieldFault, type FormFaults, readTyped, type Typed } from './action-form.ts';
import { consequences } from './consequence.ts';
import { kindTitle, papersOf } from './documents.ts';
import { EvidenceNeed } from './evidence-need.tsx';
import { FactFields, fieldId } from './fact-field.tsx';
import type { Matter } from './fact-words.ts';
import styles from './matter.module.css';
import type { Workflows } from './use-workflows.ts';
import { formWords } from './words-form.ts';

interface Props {
  readonly matter: Matter;
  readonly workflows: Workflows;
  readonly workflow: Workflow;
  readonly name: string;
  readonly action: Action;
  readonly draft: ActionDraft;
  /** Null before the first try. */
  readonly faults: FormFaults | null;
  readonly onChange: (draft: ActionDraft) => void;
}

const needId = (kind: string): string => `need-${kind}`;
const reasonId = 'step-reason';
const timeId = 'step-time';

/** Facts, documents, reason and time of a step, and what it brings about. */
export function ActionForm({
  matter,
  workflows,
  workflow,
  name,
  action,
  draft,
  faults,
  onChange,
}: Props): ReactNode {
  const say = useWords(formWords);
  const { facts } = readTyped(action.asks ?? {}, draft.typed);
  const typed = (field: string, value: Typed): void =>
    onChange({ ...draft, typed: { ...draft.typed, [field]: value } });
  const before = { state: matter.state, facts: { ...matter.facts, ...facts } };
  return (
    <>
      <FactFields
        fields={action.asks ?? {}}
        typed={draft.typed}
        faults={faults?.fields ?? {}}
        place={{
          region: matter.region,
          programme: matter.programme,
          householdId: matter.householdId,
          matter,
        }}
        onChange={typed}
      />
      <Needs {...{ matter, action, draft, faults, onChange }} />
      <AreaField
        id={reasonId}
        label={action.reasoned === true ? say.reason : say.reasonOrRemark}
        required={action.reasoned === true}
        hint={say.reasonHint}
        maxLength={4000}
        value={draft.reason}
        fault={faults?.reason === true ? say.missingReason : null}
        onChange={(reason) => onChange({ ...draft, reason })}
      />
      <DoneEarlier {...{ draft, faults, onChange }} />
      <Effects sentences={consequences(workflows, workflow, name, before, useLang())} />
    </>
  );
}

function Needs({
  matter,
  action,
  draft,
  faults,
  onChange,
}: Pick<Props, 'matter' | 'action' | 'draft' | 'faults' | 'onChange'>): ReactNode {
  const say = useWords(formWords);
  const lang = useLang();
  const { may } = useSession();
  const isReader = may('evidence.read');
  const listed = useAsk('evidence.list', { matterId: matter.id }, { when: isReader }).data?.items ?? null;
  const needs = action.needs ?? [];
  if (needs.length === 0) return null;
  const papers = papersOf(matter, listed);
  return (
    <fieldset className={styles['group']}>
      <legend>{say.documents}</legend>
      {isReader ? null : <p className="hint">{say.notAllowedToRead}</p>}
      {needs.map((kind) => (
        <EvidenceNeed
          key={kind}
          id={needId(kind)}
          matterId={matter.id}
          kind={kind}
          papers={papers.filter((paper) => paper.kind === kind)}
          chosen={draft.evidence[kind] ?? ''}
          onChosen={(id) => onChange({ ...draft, evidence: { ...draft.evidence, [kind]: id } })}
          fault={faults?.evidence.includes(kind) === true ? say.missingEvidence(kindTitle(kind, lang)) : null}
        />
      ))}
    </fieldset>
  );
}

/** 补录: what was done on paper before, with the time at which it was done. */
function DoneEarlier({ draft, faults, onChange }: Pick<Props, 'draft' | 'faults' | 'onChange'>): ReactNode {
  const say = useWords(formWords);
  const now = useNow();
  const present = instant(now()).replace(' ', 'T');
  return (
    <>
      <CheckField
        label={say.later}
        value={draft.doneAt !== ''}
        onChange={(isLater) => onChange({ ...draft, doneAt: isLater ? present : '' })}
      />
      {draft.doneAt === '' ? null : (
        <FieldFrame
          id={timeId}
          label={say.doneAt}
          hint={say.doneAtHint}
          fault={faults?.doneAt === true ? say.futureTime : null}
        >
          {(described) => (
            <input
              {...described}
              type="datetime-local"
              max={present}
              value={draft.doneAt}
              onChange={(event) => onChange({ ...draft, doneAt: event.target.value })}
            />
          )}
        </FieldFrame>
      )}
    </>
  );
}

/** What the step brings about, before it is taken. */
export function Effects({ sentences }: { readonly sentences: readonly string[] }): ReactNode {
  const say = useWords(formWords);
  return (
    <div className="note">
      <b>{say.effects}</b>
      <ul className="bulleted">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}

type Say = ReturnType<typeof useWords<typeof formWords>>;

/** Everything at fault, with the control it is at: the summary on top of the form. */
export function faultList(
  action: Action,
  faults: FormFaults,
  say: Say,
  faultText: (field: Field, fault: FieldFault) => string,
  lang: Lang,
): { readonly id: string; readonly text: string }[] {
  const asks = action.asks ?? {};
  const fields = Object.entries(faults.fields).flatMap(([name, fault]) => {
    const field = asks[name];
    return field === undefined ? [] : [{ id: fieldId(name), text: faultText(field, fault) }];
  });
  return [
    ...fields,
    ...faults.evidence.map((kind) => ({
      id: needId(kind),
      text: say.missingEvidence(kindTitle(kind, lang)),
    })),
    ...(faults.reason ? [{ id: reasonId, text: say.missingReason }] : []),
    ...(faults.doneAt ? [{ id: timeId, text: say.futureTime }] : []),
  ];
}
