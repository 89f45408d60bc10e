import { roles } from '@yangguang/domain/people/role';
import type { ReactNode } from 'react';
import type { Got } from '../../api/use-api.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { RegionName } from '../../ui/region-name.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useToday } from '../../words/clock.ts';
import { dayOf } from '../../words/format.ts';
import { usePick, useWords } from '../../words/language.tsx';
import { standingOf } from './account-state.ts';
import { peopleWords, programmeWords } from './words-people.ts';

export type Appointment = Got<'appointment.list'>['items'][number];

const tones = { inForce: 'good', notYet: 'info', ended: 'plain', revoked: 'plain' } as const;

/** Role, area, programmes, period and standing of an appointment. */
export function useAppointmentColumns(): Column<Appointment>[] {
  const say = useWords(peopleWords);
  const pick = usePick();
  const today = useToday();
  return [
    { key: 'role', title: say.role, isRowHeader: true, cell: ({ role }) => pick(roles[role]) },
    {
      key: 'area',
      title: say.area,
      cell: ({ area }) => (area === '' ? say.everywhere : <RegionName code={area} />),
    },
    { key: 'programmes', title: say.programmes, cell: (row) => <Programmes names={row.programmes} /> },
    {
      key: 'period',
      title: say.period,
      isShort: true,
      cell: ({ fromOn, toOn }) => `${fromOn} – ${toOn ?? say.untilRevoked}`,
    },
    {
      key: 'state',
      title: say.state,
      cell: (row) => {
        const standing = standingOf(row, today);
        return <Tag tone={tones[standing]}>{say[standing]}</Tag>;
      },
    },
    { key: 'grantedAt', title: say.grantedAt, isShort: true, cell: ({ grantedAt }) => dayOf(grantedAt) },
  ];
}

/** Names of programmes; null is all of them. */
export function Programmes({ names }: { readonly names: Appointment['programmes'] }): ReactNode {
  const say = useWords(peopleWords);
  const words = useWords(programmeWords);
  if (names === null) return <>{say.allProgrammes}</>;
  return <>{names.map((name) => words[name]).join('、')}</>;
}
