import type { ReactNode } from 'react';
import { useAsk } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { FieldFrame } from '../../ui/field.tsx';
import { RegionName } from '../../ui/region-name.tsx';
import { useWords } from '../../words/language.tsx';
import { useRegionNames } from './region-names.ts';
import { startOf, wayTo } from './regions.ts';
import { formWords } from './words-form.ts';

/** A division, level by level below one's own area. */
export function RegionPicker({
  id,
  label,
  value,
  onChange,
  fault,
  hint,
}: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (code: string) => void;
  readonly fault: string | null;
  readonly hint?: string | undefined;
}): ReactNode {
  const { who } = useSession();
  const areas = [...new Set(who.appointments.map(({ area }) => area))].sort();
  const start = startOf(areas, value);
  const names = useRegionNames(areas);
  return (
    <FieldFrame label={label} fault={fault} id={id} hint={hint} required>
      {(described) => (
        <div className="toolbar">
          {areas.length > 1 ? (
            <select {...described} value={start} onChange={(event) => onChange(event.target.value)}>
              {areas.map((area) => (
                <option key={area} value={area}>
                  {names(area)}
                </option>
              ))}
            </select>
          ) : (
            <b>
              <RegionName code={start} />
            </b>
          )}
          {wayTo(start, value).map((of, i) => (
            <Below key={of} of={of} level={i + 1} value={value} onChange={onChange} described={described} />
          ))}
        </div>
      )}
    </FieldFrame>
  );
}

function Below({
  of,
  level,
  value,
  onChange,
  described,
}: {
  readonly of: string;
  readonly level: number;
  readonly value: string;
  readonly onChange: (code: string) => void;
  readonly described: object;
}): ReactNode {
  const say = useWords(formWords);
  const { data } = useAsk('division.children', { of });
  const items = data?.items ?? [];
  if (items.length === 0) return null;
  const here = items.find(({ code }) => value.startsWith(code))?.code ?? '';
  return (
    <select
      {...described}
      {...(level === 1 ? {} : { id: undefined })}
      aria-label={say.level(level)}
      value={here}
      onChange={(event) => onChange(event.target.value === '' ? of : event.target.value)}
    >
      <option value="">—</option>
      {items.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </select>
  );
}
