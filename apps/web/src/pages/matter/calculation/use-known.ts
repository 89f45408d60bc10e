import { type Got, useAsk } from '../../../api/use-api.tsx';
import { useSession } from '../../../session/session.tsx';
import { yuan } from '../../../words/format.ts';
import { usePick, useWords } from '../../../words/language.tsx';
import type { Matter } from '../fact-words.ts';
import type { SheetDraft } from './calculation.ts';
import { words } from './words.ts';

type Home = Got<'household.get'>;

/** What the records hold already of what goes into a sheet. */
export interface Known {
  readonly values: Partial<SheetDraft>;
  /** Where the standard comes from, in words, and whether that has to be checked. */
  readonly standardSource: string | null;
  readonly hasCard: boolean;
  /** What may be received beside what: empty without a card. */
  readonly combinations: Home['combinations'];
}

/** The standard in force where the matter lies, the members of the household and what is paid now. */
export function useKnown(matter: Matter): Known {
  const { value, source } = useStandard(matter);
  const { may } = useSession();
  const home = useAsk(
    'household.get',
    { id: matter.householdId ?? '' },
    { when: matter.householdId !== null && may('household.read') },
  ).data;
  return {
    standardSource: source,
    hasCard: home !== undefined,
    combinations: home?.combinations ?? [],
    values: { ...(value === null ? {} : { standard: value }), ...(home === undefined ? {} : valuesOf(home)) },
  };
}

function valuesOf({ members, receivesMonthlyFen }: Home): Partial<SheetDraft> {
  return { members: members.length === 0 ? '' : String(members.length), current: yuan(receivesMonthlyFen) };
}

function useStandard({ programme, region }: Matter): {
  readonly value: string | null;
  readonly source: string | null;
} {
  const say = useWords(words);
  const pick = usePick();
  const { may } = useSession();
  const scheme = programme === 'dibao_urban' ? 'urban' : 'rural';
  const name = programme === 'tekun' ? `standard.tekun.${scheme}` : `standard.dibao.${scheme}`;
  const standard = useAsk('parameter.get', { name, region }, { when: may('rule.read') }).data?.now;
  if (typeof standard?.value !== 'number') return { value: null, source: null };
  const basis = say.fromParameter(pick(standard.basis.text));
  const isRead = standard.certainty === 'V' || standard.certainty === 'V2';
  return { value: String(standard.value), source: isRead ? basis : `${basis}（${say.unverified}）` };
}
