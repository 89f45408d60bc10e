import type { ReactNode } from 'react';
import { useAsk } from '../../api/use-api.tsx';
import { SelectField } from '../../ui/field.tsx';
import { useLang, useWords } from '../../words/language.tsx';
import { lineTitle, stateTitle } from './line-words.ts';
import type { Matter } from './fact-words.ts';
import { useWorkflows } from './use-workflows.ts';
import { formWords } from './words-form.ts';

export type FormMatter = Pick<Matter, 'id' | 'householdId' | 'workflow' | 'links'>;

/** Another matter of the same family, or one linked to this one. */
export function MatterPicker({
  id,
  label,
  value,
  onChange,
  fault,
  matter,
}: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (id: string) => void;
  readonly fault: string | null;
  readonly matter: FormMatter | null;
}): ReactNode {
  const say = useWords(formWords);
  const lang = useLang();
  const workflows = useWorkflows();
  const household = matter?.householdId ?? null;
  const { data } = useAsk(
    'matter.list',
    { filter: [`household:${household ?? ''}`], limit: 200 },
    { when: household !== null },
  );
  const all = [...(data?.items ?? []), ...(matter?.links ?? [])].filter((line) => line.id !== matter?.id);
  const lines = [...new Map(all.map((line) => [line.id, line])).values()];
  const choices = lines.map((line) => ({
    value: line.id,
    label: `${lineTitle(workflows, line, lang)} · ${stateTitle(workflows, line, lang)} · ${line.openedAt.slice(0, 10)}`,
  }));
  const hint = choices.length === 0 ? say.noMatter : undefined;
  return <SelectField {...{ id, label, value, onChange, fault, choices, hint }} required />;
}
