import { grants, type Permission } from '@yangguang/domain/people/permission';
import type { ReactNode } from 'react';
import { useAsk } from '../../api/use-api.tsx';
import type { Who } from '../../session/session.tsx';
import { SelectField } from '../../ui/field.tsx';
import { useWords } from '../../words/language.tsx';
import { words } from './words.ts';

/** The counties in which somebody is appointed to what takes the permission. */
export function countiesOf({ appointments }: Pick<Who, 'appointments'>, permission: Permission): string[] {
  const areas = appointments
    .filter((held) => grants(held.role, permission))
    .map(({ area }) => area.slice(0, 6));
  return [...new Set(areas)].filter((area) => area.length === 6).sort();
}

/** Nothing to choose where there is one county only. */
export function CountyField({
  counties,
  value,
  fault,
  onChange,
}: {
  readonly counties: readonly string[];
  readonly value: string;
  readonly fault: string | null;
  readonly onChange: (county: string) => void;
}): ReactNode {
  const say = useWords(words);
  const { data } = useAsk('division.names', { codes: [...counties] }, { when: counties.length > 1 });
  if (counties.length === 1) return null;
  const names = new Map(data?.items.map(({ code, name }) => [code, name]));
  return (
    <SelectField
      label={say.county}
      required
      fault={fault}
      value={value}
      onChange={onChange}
      choices={counties.map((code) => ({ value: code, label: names.get(code) ?? code }))}
    />
  );
}
