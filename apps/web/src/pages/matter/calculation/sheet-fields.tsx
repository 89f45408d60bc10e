import type { Rounding } from '@yangguang/domain/arithmetic/gap';
import type { ReactNode } from 'react';
import { AreaField, MonthField, NumberField, SelectField, TextField, YuanField } from '../../../ui/field.tsx';
import { useWords } from '../../../words/language.tsx';
import { roundings, type SheetDraft, sheetFaults } from './calculation.ts';
import { words } from './words.ts';

interface Props {
  readonly draft: SheetDraft;
  readonly onChange: (part: Partial<SheetDraft>) => void;
  /** Where the standard comes from, when the records know one. */
  readonly hint: string | null;
}

/** What goes into the sheet. */
export function SheetFields({ draft, onChange, hint }: Props): ReactNode {
  const say = useWords(words);
  const faults = sheetFaults(draft);
  const field = (name: keyof SheetDraft) => ({
    label: (say as unknown as Readonly<Record<string, string>>)[name] ?? name,
    value: draft[name],
    onChange: (value: string) => onChange({ [name]: value }),
    fault: faults[name] === undefined ? null : say[faults[name]],
  });
  return (
    <>
      <div className="fields">
        <YuanField {...field('standard')} hint={hint ?? undefined} />
        <NumberField {...field('members')} />
        <NumberField {...field('insured')} />
        <YuanField {...field('income')} />
        <YuanField {...field('deducted')} />
        <YuanField {...field('uplift')} />
        <TextField {...field('minShare')} autoComplete="off" />
        <SelectField
          label={say.rounding}
          value={draft.rounding}
          onChange={(value) => onChange({ rounding: (value === '' ? 'ceilYuan' : value) as Rounding })}
          choices={roundings.map((value) => ({ value, label: say[value] }))}
        />
        <YuanField {...field('current')} />
        <MonthField {...field('from')} />
      </div>
      <AreaField {...field('note')} rows={2} />
      <details>
        <summary>{say.overpaid}</summary>
        <div className="fields">
          <MonthField {...field('paidFrom')} />
          <MonthField {...field('paidTo')} />
          <YuanField {...field('paidEach')} />
        </div>
      </details>
    </>
  );
}
