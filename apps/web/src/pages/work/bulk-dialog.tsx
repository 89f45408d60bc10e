import type { Action } from '@yangguang/domain/workflows/workflow';
import { type ReactNode, useState } from 'react';
import { newId } from '../../api/new-id.ts';
import { type Got, type Sent, useSend } from '../../api/use-api.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FaultSummary } from '../../ui/fault-summary.tsx';
import { AreaField } from '../../ui/field.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useLang, usePick, useWords } from '../../words/language.tsx';
import { readTyped, startDraft, type Typed, type TypedFacts } from '../matter/action-form.ts';
import { FactFields, fieldId, useFaultText } from '../matter/fact-field.tsx';
import type { Line } from '../matter/line-words.ts';
import type { Workflows } from '../matter/use-workflows.ts';
import { formWords } from '../matter/words-form.ts';
import { commonPlace } from './common-place.ts';
import { words } from './words.ts';

type Preview = Got<'matter.bulkPreview'>['items'];
type Results = Got<'matter.bulkAct'>['items'];

interface Props {
  readonly lines: readonly Line[];
  readonly action: string;
  readonly workflows: Workflows;
  readonly onClose: () => void;
}

/** One step for several matters: what it asks for once, what the gate says of each before, and what became of each. */
export function BulkDialog({ lines, action, workflows, onClose }: Props): ReactNode {
  const lang = useLang();
  const rule = workflows[lines[0]?.workflow ?? '']?.actions[action];
  const bulk = useBulk(lines, action, rule);
  if (rule === undefined) return null;
  const { look, act, results, preview } = bulk;
  return (
    <Dialog
      title={rule[lang]}
      wide
      onClose={onClose}
      footer={<Steps {...{ preview, results, look, act, onClose }} isBusy={bulk.isBusy} />}
    >
      <Faults key={bulk.tries} rule={rule} faults={bulk.faults} />
      <Form lines={lines} rule={rule} bulk={bulk} />
      {bulk.lookError === null ? null : <Problem error={bulk.lookError} onRetry={look} />}
      {bulk.actError === null ? null : <Problem error={bulk.actError} onRetry={act} />}
      <Outcome {...{ lines, preview, results }} />
    </Dialog>
  );
}

function Form({
  lines,
  rule,
  bulk,
}: {
  readonly lines: readonly Line[];
  readonly rule: Action;
  readonly bulk: ReturnType<typeof useBulk>;
}): ReactNode {
  const say = useWords(words);
  const form = useWords(formWords);
  if (bulk.results !== null) return null;
  return (
    <>
      <p className="note">{say.recusal}</p>
      <FactFields
        fields={rule.asks ?? {}}
        typed={bulk.typed}
        faults={bulk.faults}
        place={{ ...commonPlace(lines), householdId: null, matter: null }}
        onChange={bulk.type}
      />
      <AreaField
        label={form.reasonOrRemark}
        hint={form.reasonHint}
        rows={2}
        value={bulk.reason}
        onChange={bulk.setReason}
      />
    </>
  );
}

/** What is typed, what the gate said of it, and what became of it. Each matter has one step id for all tries. */
function useBulk(lines: readonly Line[], action: string, rule: Action | undefined) {
  const asks = rule?.asks ?? {};
  const [typed, setTyped] = useState<TypedFacts>(() => startDraft(asks, {}, '').typed);
  const [reason, setReason] = useState('');
  const [tries, setTries] = useState(0);
  const [stepIds] = useState(() => new Map(lines.map((line) => [line.id, newId()])));
  const preview = useSend('matter.bulkPreview', []);
  const send = useSend('matter.bulkAct');
  const { facts, faults } = readTyped(asks, typed);
  const shared = {
    action,
    facts: facts as NonNullable<Sent<'matter.bulkAct'>['facts']>,
    reason: reason.trim() === '' ? null : reason.trim(),
  };
  return {
    ...{ typed, reason, setReason, tries },
    faults: tries > 0 ? faults : {},
    preview: preview.data?.items ?? null,
    results: send.data?.items ?? null,
    isBusy: preview.isPending || send.isPending,
    ...{ lookError: preview.error, actError: send.error },
    type: (name: string, value: Typed): void => {
      preview.reset();
      setTyped({ ...typed, [name]: value });
    },
    look: (): void => {
      setTries((n) => n + 1);
      if (Object.keys(faults).length === 0)
        preview.mutate({ ...shared, matterIds: lines.map((line) => line.id) });
    },
    act: (): void => {
      const able = (preview.data?.items ?? []).flatMap(({ matterId, version, may }) => {
        const stepId = stepIds.get(matterId);
        return may && version !== null && stepId !== undefined
          ? [{ matterId, expectedVersion: version, stepId }]
          : [];
      });
      send.mutate({ ...shared, items: able });
    },
  };
}

function Faults({
  rule,
  faults,
}: {
  readonly rule: Action;
  readonly faults: ReturnType<typeof readTyped>['faults'];
}): ReactNode {
  const faultText = useFaultText();
  const list = Object.entries(faults).flatMap(([name, fault]) => {
    const field = rule.asks?.[name];
    return field === undefined ? [] : [{ id: fieldId(name), text: faultText(field, fault) }];
  });
  return <FaultSummary faults={list} />;
}

/** First what can be done, then doing it, then what did not go through once more. */
function Steps({
  preview,
  results,
  isBusy,
  look,
  act,
  onClose,
}: {
  readonly preview: Preview | null;
  readonly results: Results | null;
  readonly isBusy: boolean;
  readonly look: () => void;
  readonly act: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const say = useWords(words);
  if (results !== null)
    return (
      <Button kind="main" onClick={onClose}>
        {say.close}
      </Button>
    );
  const able = (preview ?? []).filter(({ may }) => may).length;
  return able > 0 ? (
    <Button kind="main" busy={isBusy} onClick={act}>
      {say.bulkSend(able)}
    </Button>
  ) : (
    <Button kind="main" busy={isBusy} onClick={look}>
      {say.bulkCheck}
    </Button>
  );
}

function Outcome({
  lines,
  preview,
  results,
}: {
  readonly lines: readonly Line[];
  readonly preview: Preview | null;
  readonly results: Results | null;
}): ReactNode {
  const say = useWords(words);
  const pick = usePick();
  const items = results ?? preview;
  if (items === null) return null;
  const refused = items.filter(({ why }) => why !== null);
  const done = items.length - refused.length;
  const titleOf = (id: string): string => lines.find((line) => line.id === id)?.title ?? id.slice(0, 8);
  return (
    <div role="status" className="stack">
      <p>
        <b>{results === null ? say.bulkCan(done) : say.bulkDone(done)}</b>
      </p>
      {refused.length === 0 ? null : <p>{say.bulkCannot(refused.length)}</p>}
      <ul className="bulleted">
        {refused.map(({ matterId, why }) => (
          <li key={matterId}>
            {titleOf(matterId)}
            {say.colon}
            {why === null ? null : `${pick(why.why)} ${pick(why.remedy)}`}
          </li>
        ))}
      </ul>
    </div>
  );
}
