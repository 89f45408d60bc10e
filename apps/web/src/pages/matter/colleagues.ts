import type { Role } from '@yangguang/domain/people/role';
import { covers, type Programme } from '@yangguang/domain/people/scope';
import type { Got } from '../../api/use-api.tsx';

type Line = Got<'account.colleagues'>['items'][number];

/** Where and for which programme somebody is to work. */
export interface PlaceOfWork {
  readonly region: string;
  readonly programme: string;
}

/** One person with every office that was listed. */
export interface Colleague {
  readonly accountId: string;
  readonly fullName: string;
  readonly unitName: string | null;
  readonly offices: readonly { readonly role: Role; readonly area: string }[];
  /** One of the offices covers place and programme. */
  readonly isAble: boolean;
  /** On record as kin of the family. */
  readonly isKin: boolean;
}

/** One line a person, those who can be chosen first; `text` is part of a name or unit. */
export function colleaguesFor(
  lines: readonly Line[],
  { region, programme }: PlaceOfWork,
  kin: ReadonlySet<string>,
  text: string,
): Colleague[] {
  const people = new Map<string, Colleague>();
  for (const { accountId, fullName, unitName, role, area, programmes } of lines) {
    const known = people.get(accountId);
    const isAble = covers({ area, programmes }, region, programme as Programme);
    people.set(accountId, {
      ...{ accountId, fullName, unitName, isKin: kin.has(accountId) },
      offices: [...(known?.offices ?? []), { role, area }],
      isAble: isAble || known?.isAble === true,
    });
  }
  const wanted = text.trim();
  const found = [...people.values()].filter(
    ({ fullName, unitName }) => fullName.includes(wanted) || (unitName ?? '').includes(wanted),
  );
  const rank = ({ isAble, isKin }: Colleague): number => (isAble && !isKin ? 0 : 1);
  return found.sort((a, b) => rank(a) - rank(b));
}
