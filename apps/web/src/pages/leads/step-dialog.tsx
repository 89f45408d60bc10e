import { type ReactNode, useState } from 'react';
import { newId } from '../../api/new-id.ts';
import { useApi, useForget } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { AreaField, SelectField } from '../../ui/field.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { usePick, useWords } from '../../words/language.tsx';
import { type Previewed, previewAll, type Step, takeAll, type Taken, type Target } from './bulk-run.ts';
import { type BulkStep, bulkSteps } from './bulk-steps.ts';
import type { BulkProps } from './dispatch-dialog.tsx';
import { mostAtOnce } from './dispatch-of.ts';
import { PreviewLines, ResultLines } from './step-results.tsx';
import { usePicked } from './use-picked.ts';
import { dialogWords } from './words-dialogs.ts';

/** What has been found out and done so far. */
interface Run {
  readonly previewed: Previewed | null;
  readonly result: Taken | null;
  /** Leads looked at or done, of how many; null while nothing is under way. */
  readonly progress: { readonly done: number; readonly all: number } | null;
  readonly error: unknown;
}

const idle: Run = { previewed: null, result: null, progress: null, error: null };

/** One step for all leads chosen: which can be done and why the others cannot; then each by itself, with its result. */
export function StepDialog(props: BulkProps): ReactNode {
  const { search, selection, total, onClose, onDone } = props;
  const say = useWords(dialogWords);
  const { who } = useSession();
  const forget = useForget();
  const steps = bulkSteps(who.appointments.map(({ role }) => role));
  const [action, setAction] = useState(steps[0]?.action ?? '');
  const [reason, setReason, drop] = useDraft('leads:step', '');
  const chosen = steps.find((one) => one.action === action) ?? null;
  const picked = usePicked(search, selection, true);
  const run = useRun();
  const tooMany = selection.kind === 'all' && total > mostAtOnce;
  const close = (): void => {
    if (run.state.result !== null) {
      drop();
      onDone();
      void forget(['lead', 'matter']);
    }
    onClose();
  };
  return (
    <Dialog
      wide
      title={say.stepTitle}
      onClose={close}
      footer={
        <Footer chosen={chosen} reason={reason} ids={tooMany ? null : picked.ids} run={run} onClose={close} />
      }
    >
      {steps.length === 0 ? <p>{say.stepNone}</p> : null}
      <Chosen picked={picked} tooMany={tooMany} />
      {run.state.result !== null || steps.length === 0 ? null : (
        <Form
          steps={steps}
          chosen={chosen}
          reason={reason}
          onStep={(next) => {
            run.forget();
            setAction(next);
          }}
          onReason={(next) => {
            run.forget();
            setReason(next);
          }}
        />
      )}
      <Outcome run={run.state} />
    </Dialog>
  );
}

function Chosen({
  picked,
  tooMany,
}: {
  readonly picked: ReturnType<typeof usePicked>;
  readonly tooMany: boolean;
}): ReactNode {
  const say = useWords(dialogWords);
  if (tooMany) return <p className="note warn">{say.tooMany(mostAtOnce)}</p>;
  if (picked.error !== null) return <Problem error={picked.error} />;
  return picked.ids === null ? <p role="status">{say.picking}</p> : null;
}

function Form({
  steps,
  chosen,
  reason,
  onStep,
  onReason,
}: {
  readonly steps: readonly BulkStep[];
  readonly chosen: BulkStep | null;
  readonly reason: string;
  readonly onStep: (action: string) => void;
  readonly onReason: (reason: string) => void;
}): ReactNode {
  const say = useWords(dialogWords);
  const pick = usePick();
  return (
    <>
      <SelectField
        label={say.stepWhich}
        value={chosen?.action ?? ''}
        onChange={onStep}
        choices={steps.map((one) => ({ value: one.action, label: pick(one) }))}
        fault={chosen === null ? say.stepNeeded : null}
      />
      <AreaField
        label={say.stepReason}
        hint={say.stepReasonHint}
        required={chosen?.isReasoned === true}
        rows={2}
        maxLength={4000}
        value={reason}
        onChange={onReason}
      />
    </>
  );
}

/** How far it is, what went wrong, and what was found out or done. */
function Outcome({ run }: { readonly run: Run }): ReactNode {
  const { error, previewed, result } = run;
  return (
    <>
      <Progress run={run} />
      {error === null ? null : <Problem error={error} />}
      {previewed === null || result !== null ? null : <PreviewLines previewed={previewed} />}
      {result === null ? null : <ResultLines result={result} />}
    </>
  );
}

function Footer({
  chosen,
  reason,
  ids,
  run,
  onClose,
}: {
  readonly chosen: BulkStep | null;
  readonly reason: string;
  readonly ids: readonly string[] | null;
  readonly run: ReturnType<typeof useRun>;
  readonly onClose: () => void;
}): ReactNode {
  const say = useWords(dialogWords);
  const pick = usePick();
  const { previewed, result, progress } = run.state;
  const busy = progress !== null;
  if (result !== null)
    return (
      <>
        {result.failed.length === 0 || chosen === null ? null : (
          <Button busy={busy} onClick={() => void run.again(stepOf(chosen, reason))}>
            {say.retryFailed(result.failed.length)}
          </Button>
        )}
        <Button kind="main" busy={busy} onClick={onClose}>
          {say.done}
        </Button>
      </>
    );
  const lacks = chosen?.isReasoned === true && reason.trim() === '' ? say.stepReasonNeeded : null;
  return (
    <>
      {previewed === null ? (
        <Button
          kind="main"
          busy={busy}
          whyNot={chosen === null || ids === null ? '' : lacks}
          onClick={() => chosen !== null && ids !== null && void run.preview(ids, stepOf(chosen, reason))}
        >
          {say.preview}
        </Button>
      ) : (
        <Button
          kind="main"
          busy={busy}
          whyNot={previewed.can.length === 0 ? '' : null}
          onClick={() => chosen !== null && void run.take(stepOf(chosen, reason))}
        >
          {say.take(chosen === null ? '' : pick(chosen), previewed.can.length)}
        </Button>
      )}
      <Button onClick={onClose}>{say.back}</Button>
    </>
  );
}

const stepOf = ({ action }: BulkStep, reason: string): Step => ({ action, reason: reason.trim() || null });

function Progress({ run: { progress, previewed } }: { readonly run: Run }): ReactNode {
  const say = useWords(dialogWords);
  if (progress === null) return null;
  const { done, all } = progress;
  const said = previewed === null ? say.previewing(done, all) : say.taking(done, all);
  return (
    <div role="status">
      <p>{said}</p>
      <progress aria-label={said} className="progress" max={all} value={done} />
    </div>
  );
}

/** Preview, then steps, then once more for those that failed: each keeps its step id until it was taken. */
function useRun() {
  const api = useApi();
  const [state, setState] = useState<Run>(idle);
  const work = async (all: number, doing: (onProgress: (done: number) => void) => Promise<Partial<Run>>) => {
    setState((was) => ({ ...was, error: null, progress: { done: 0, all } }));
    try {
      const next = await doing((done) => setState((was) => ({ ...was, progress: { done, all } })));
      setState((was) => ({ ...was, ...next, progress: null }));
    } catch (error) {
      setState((was) => ({ ...was, progress: null, error }));
    }
  };
  const send = (targets: readonly Target[], step: Step, before: readonly string[]) =>
    work(targets.length, async (onProgress) => {
      const { taken, failed } = await takeAll(api, targets, step, onProgress);
      return { result: { taken: [...before, ...taken], failed } };
    });
  return {
    state,
    forget: () => setState(idle),
    preview: (ids: readonly string[], step: Step) =>
      work(ids.length, async (onProgress) => ({
        previewed: await previewAll(api, ids, step, { newId, onProgress }),
      })),
    take: (step: Step) => send(state.previewed?.can ?? [], step, []),
    again: (step: Step) => {
      const failed = new Set(state.result?.failed.map(({ matterId }) => matterId));
      const targets = (state.previewed?.can ?? []).filter(({ matterId }) => failed.has(matterId));
      return send(targets, step, state.result?.taken ?? []);
    },
  };
}
