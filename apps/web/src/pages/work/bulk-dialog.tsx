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
import { readTyped, startDraft, type TypedFacts } from '../matter/action-form.ts';
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
  const say = useWords(words);
  const lang = useLang();
  const rule = workflows[lines[0]?.workflow ?? '']?.actions[action];
  const [typed, setTyped] = useState<TypedFacts>(() => startDraft(rule?.asks ?? {}, {}, '').typed);
  const [reason, setReason] = useState('');
  const [tries, setTries] = useState(0);
  const [stepIds] = useState(() => new Map(lines.map((line) => [line.id, newId()])));
  const preview = useSend('matter.bulkPreview', []);
  const send = useSend('matter.bulkAct');
  if (rule === undefined) return null;
  const { facts, faults } = readTyped(rule.asks ?? {}, typed);
  const isSound = Object.keys(faults).length === 0;
  const shared = {
    action,
    facts: facts as NonNullable<Sent<'matter.bulkAct'>['facts']>,
    reason: reason.trim() === '' ? null : reason.trim(),
  };
  const look = (): void => {
    setTries((n) => n + 1);
    if (isSound) preview.mutate({ ...shared, matterIds: lines.map((line) => line.id) });
  };
  const act = (): void => {
    const able = (preview.data?.items ?? []).flatMap(({ matterId, version, may }) =>
      may && version !== null
        ? [{ matterId, expectedVersion: version, stepId: stepIds.get(matterId) ?? newId() }]
        : [],
    );
    send.mutate({ ...shared, items: able });
  };
  const change = (name: string, value: TypedFacts[string]): void => {
    preview.reset();
    setTyped({ ...typed, [name]: value });
  };
  return (
    <Dialog
      title={rule[lang]}
      wide
      onClose={onClose}
      footer={
        <Steps
          {...{ preview: preview.data?.items ?? null, results: send.data?.items ?? null, look, act, onClose }}
          isBusy={preview.isPending || send.isPending}
        />
      }
    >
      <Faults key={tries} rule={rule} faults={tries > 0 ? faults : {}} />
      <p className="note">{say.recusal}</p>
      {send.data === undefined ? (
        <>
          <FactFields
            fields={rule.asks ?? {}}
            typed={typed}
            faults={tries > 0 ? faults : {}}
            place={{ ...commonPlace(lines), householdId: null, matter: null }}
            onChange={change}
          />
          <ReasonField value={reason} onChange={setReason} />
        </>
      ) : null}
      {preview.error === null ? null : <Problem error={preview.error} onRetry={look} />}
      {send.error === null ? null : <Problem error={send.error} onRetry={act} />}
      <Outcome lines={lines} preview={preview.data?.items ?? null} results={send.data?.items ?? null} />
    </Dialog>
  );
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

function ReasonField({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (reason: string) => void;
}): ReactNode {
  const say = useWords(formWords);
  return (
    <AreaField label={say.reasonOrRemark} hint={say.reasonHint} rows={2} value={value} onChange={onChange} />
  );
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
