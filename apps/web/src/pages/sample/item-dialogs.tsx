import { type ReactNode, useState } from 'react';
import { useSend } from '../../api/use-api.tsx';
import { AreaField, ChoiceField } from '../../ui/field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { useWords } from '../../words/language.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ColleaguePicker } from '../matter/colleague-picker.tsx';
import type { Item } from './use-sample.ts';
import { sampleWords } from './words.ts';

const results = ['keep', 'increase', 'reduce', 'stop'] as const;
type Result = (typeof results)[number];

/** Second visits of households that have none yet. */
export function AssignDialog({
  sampleId,
  region,
  householdIds,
  onClose,
}: {
  readonly sampleId: string;
  readonly region: string;
  readonly householdIds: readonly string[];
  readonly onClose: () => void;
}): ReactNode {
  const say = useWords(sampleWords);
  const toast = useToast();
  const [checkers, setCheckers] = useState<readonly string[]>([]);
  const assign = useSend('sample.assign', ['sample', 'matter']);
  return (
    <ConfirmDialog
      title={say.assign}
      consequence={say.assignAll(householdIds.length)}
      verb={say.assign}
      whyNot={checkers.length < 2 ? say.teamFew : null}
      act={async () => {
        await assign.send({ sampleId, householdIds: [...householdIds], checkers: [...checkers] });
        toast({ text: say.assigned });
      }}
      onClose={onClose}
    >
      <ColleaguePicker
        id="checkers"
        label={say.checkers}
        place={{ region, programme: 'none' }}
        householdId={null}
        chosen={checkers}
        onChange={setCheckers}
        fault={null}
      />
    </ConfirmDialog>
  );
}

/** The result of a second look; the first one is the records'. */
export function EnterDialog({
  sampleId,
  item,
  onClose,
}: {
  readonly sampleId: string;
  readonly item: Item;
  readonly onClose: () => void;
}): ReactNode {
  const say = useWords(sampleWords);
  const toast = useToast();
  const [result, setResult] = useState('');
  const enter = useSend('sample.enter', ['sample']);
  return (
    <ConfirmDialog
      title={say.enterNamed(item.drawNo)}
      consequence={say.enterWhy}
      verb={say.enter}
      whyNot={result === '' ? say.missing(say.result) : null}
      act={async () => {
        const { first, second } = await enter.send({
          sampleId,
          householdId: item.householdId,
          result: result as Result,
        });
        toast({ text: say.entered(say[first as Result] ?? first, say[second as Result] ?? second) });
      }}
      onClose={onClose}
    >
      <ChoiceField
        label={say.result}
        required
        value={result}
        onChange={setResult}
        choices={results.map((one) => ({ value: one, label: say[one] }))}
      />
    </ConfirmDialog>
  );
}

/** The next of the order in place of a household that cannot be checked. */
export function ReplaceDialog({
  sampleId,
  item,
  onClose,
}: {
  readonly sampleId: string;
  readonly item: Item;
  readonly onClose: () => void;
}): ReactNode {
  const say = useWords(sampleWords);
  const toast = useToast();
  const [reason, setReason, drop] = useDraft(`sample.replace:${sampleId}:${item.householdId}`, '');
  const replace = useSend('sample.replace', ['sample']);
  return (
    <ConfirmDialog
      title={say.replaceNamed(item.drawNo)}
      consequence={say.replaceWhy}
      verb={say.replace}
      whyNot={reason.trim().length < 2 ? say.missing(say.reason) : null}
      act={async () => {
        const { by, shortPersons } = await replace.send({
          sampleId,
          householdId: item.householdId,
          reason: reason.trim(),
        });
        drop();
        toast({ text: say.replacedBy(by.length, shortPersons) });
      }}
      onClose={onClose}
    >
      <AreaField label={say.reason} required maxLength={400} value={reason} onChange={setReason} />
    </ConfirmDialog>
  );
}
