import type { Action, Workflow } from '@yangguang/domain/workflows/workflow';
import { type ReactNode, useState } from 'react';
import { newId } from '../../api/new-id.ts';
import { type Got, useAsk, useSend } from '../../api/use-api.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FaultSummary } from '../../ui/fault-summary.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { Waiting } from '../../ui/waiting.tsx';
import { useNow } from '../../words/clock.ts';
import { useLang, useWords } from '../../words/language.tsx';
import { ActionForm, faultList } from './action-form-view.tsx';
import { type ActionDraft, actInput, faultsOf, isSound, readTyped, startDraft } from './action-form.ts';
import { conflictIn } from './conflict.ts';
import { ConflictPanel } from './conflict-panel.tsx';
import { useFaultText } from './fact-field.tsx';
import { factLines, type Matter } from './fact-words.ts';
import { useKnownPeople } from './known-people.ts';
import { useWorkflows, type Workflows } from './use-workflows.ts';
import { formWords } from './words-form.ts';

export type StepTaken = Got<'matter.act'>;

interface Props {
  /** As `matter.get` gives it. */
  readonly matter: Matter;
  /** Name of the action in its workflow. */
  readonly action: string;
  readonly onClose: () => void;
  /** The step was taken. */
  readonly onDone: (taken: StepTaken) => void;
}

/**
 * The form of any step of any workflow: what it asks for, the documents it needs, a reason, what it brings about. What
 * was typed is kept until the step is taken, whatever comes between.
 */
export function ActionDialog(props: Props): ReactNode {
  const workflows = useWorkflows();
  const lang = useLang();
  const workflow = workflows?.[props.matter.workflow];
  const action = workflow?.actions[props.action];
  if (workflows === null || workflow === undefined || action === undefined)
    return (
      <Dialog title={props.action} onClose={props.onClose}>
        <Waiting />
      </Dialog>
    );
  return <Form key={lang} {...props} workflows={workflows} workflow={workflow} rule={action} />;
}

type FormProps = Props & {
  readonly workflows: Workflows;
  readonly workflow: Workflow;
  readonly rule: Action;
};

function Form(props: FormProps): ReactNode {
  const { matter: given, action, rule, workflow, workflows, onClose } = props;
  const say = useWords(formWords);
  const lang = useLang();
  const now = useNow();
  const faultText = useFaultText();
  const peopleOf = useKnownPeople();
  // The newest version that is known: the page may have been read anew while the form is open.
  const matter = useAsk('matter.get', { id: given.id }).data ?? given;
  const [draft, setDraft, dropDraft] = useDraft<ActionDraft>(
    `matter.act:${given.id}:${action}`,
    startDraft(rule.asks ?? {}, given.facts, newId()),
  );
  const { trial, tries, isBusy, error, send } = useSending(props, matter, draft, dropDraft);
  const faults = faultsOf(rule, draft, now());
  const list = trial ? faultList(rule, faults, say, faultText, lang) : [];
  const { facts } = readTyped(rule.asks ?? {}, draft.typed);
  const since = conflictIn(error);
  const why = matter.actions.find((one) => one.action === action);
  const gone =
    since !== null && why?.may === false && why.why !== null ? say.noLonger + why.why.why[lang] : null;
  return (
    <Dialog
      title={rule[lang]}
      wide
      onClose={onClose}
      footer={
        <>
          <Button kind="main" busy={isBusy} whyNot={gone} onClick={() => void send(isSound(faults))}>
            {since === null ? (error === null ? rule[lang] : say.again) : say.onAfter}
          </Button>
          <span className="soft">{say.keepDraft}</span>
        </>
      }
    >
      <FaultSummary key={tries} faults={list} />
      {since === null ? null : (
        <ConflictPanel
          {...{ workflow, matter, since }}
          mine={factLines({ workflow, people: peopleOf(matter), lang }, facts, rule.asks ?? {})}
        />
      )}
      {error === null || since !== null ? null : <Problem error={error} />}
      <ActionForm
        {...{ matter, workflows, workflow, draft }}
        name={action}
        action={rule}
        faults={trial ? faults : null}
        onChange={setDraft}
      />
    </Dialog>
  );
}

/** Sends the step; the same one again with the same id, and after a conflict on what is there now. */
function useSending(
  { action, rule, onDone, onClose }: FormProps,
  matter: Matter,
  draft: ActionDraft,
  dropDraft: () => void,
): {
  readonly trial: boolean;
  readonly tries: number;
  readonly isBusy: boolean;
  readonly error: Error | null;
  readonly send: (isSound: boolean) => Promise<void>;
} {
  const say = useWords(formWords);
  const lang = useLang();
  const toast = useToast();
  const act = useSend('matter.act');
  const reread = useAsk('matter.get', { id: matter.id }, { when: false });
  const [tries, setTries] = useState(0);
  const send = async (isReady: boolean): Promise<void> => {
    setTries((n) => n + 1);
    if (!isReady) return;
    try {
      const taken = await act.send(actInput(matter, action, rule, draft));
      dropDraft();
      toast({ text: say.done(rule[lang]) });
      onDone(taken);
      onClose();
    } catch (error) {
      // Shown from the state of the request; a conflict shows what is there now beside it.
      if (conflictIn(error) !== null) await reread.refetch();
    }
  };
  return { trial: tries > 0, tries, isBusy: act.isPending, error: act.error, send };
}
