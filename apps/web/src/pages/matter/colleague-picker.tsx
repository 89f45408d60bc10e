import { roles } from '@yangguang/domain/people/role';
import { type ReactNode, useState } from 'react';
import { useAsk } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { Problem } from '../../ui/problem.tsx';
import { RegionName } from '../../ui/region-name.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { uiWords } from '../../ui/words.ts';
import { usePick, useWords } from '../../words/language.tsx';
import { type Colleague, colleaguesFor, type PlaceOfWork } from './colleagues.ts';
import styles from './matter.module.css';
import { formWords } from './words-form.ts';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly place: PlaceOfWork;
  readonly householdId: string | null;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
  readonly fault: string | null;
  readonly hint?: string | undefined;
  /** Only one: the newer choice takes the place of the older. */
  readonly isSingle?: boolean;
}

/**
 * Colleagues with unit, role and area, so that namesakes are told apart. Only those in office for the place and
 * programme can be chosen; kin of the family are shown with the reason why not.
 */
export function ColleaguePicker({
  place,
  householdId,
  chosen,
  onChange,
  isSingle = false,
  ...frame
}: Props): ReactNode {
  const say = useWords(formWords);
  const ui = useWords(uiWords);
  const [isWide, setWide] = useState(place.region.length < 9);
  const [text, setText] = useState('');
  const area = place.region.slice(0, isWide ? 6 : 9);
  const asked = useAsk('account.colleagues', { area, limit: 200 }, { keepsLast: true });
  const kin = useKin(householdId);
  const people = colleaguesFor(asked.data?.items ?? [], place, kin, text);
  const toggle = (id: string, isOn: boolean): void => {
    const rest = chosen.filter((one) => one !== id);
    onChange(isOn ? (isSingle ? [id] : [...rest, id]) : rest);
  };
  return (
    <fieldset id={frame.id} tabIndex={-1} className={frame.fault === null ? 'field' : 'field faulty'}>
      <legend>
        {frame.label} {isSingle ? null : <span className="mark">{ui.required}</span>}
      </legend>
      {frame.hint === undefined ? null : <p className="hint">{frame.hint}</p>}
      <Where isWide={isWide} onWide={setWide} text={text} onText={setText} />
      {asked.error === null ? null : <Problem error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.isPending ? <Waiting /> : null}
      {asked.data !== undefined && people.length === 0 ? <p className="soft">{say.noColleague}</p> : null}
      <ul className={styles['people']}>
        {people.map((one) => (
          <Person key={one.accountId} one={one} isOn={chosen.includes(one.accountId)} onToggle={toggle} />
        ))}
      </ul>
      {(asked.data?.next ?? null) === null ? null : <p className="hint">{say.moreColleagues}</p>}
      <p className="hint" aria-live="polite">
        {say.chosen(chosen.length)}
      </p>
      {frame.fault === null ? null : <p className="fault">{frame.fault}</p>}
    </fieldset>
  );
}

/** Accounts on record as kin, where the caller may know. */
function useKin(householdId: string | null): ReadonlySet<string> {
  const { may } = useSession();
  const asked = useAsk(
    'household.kin',
    { householdId: householdId ?? '' },
    { when: householdId !== null && may('lead.triage') },
  );
  return new Set((asked.data?.items ?? []).map(({ colleague }) => colleague.id));
}

function Where({
  isWide,
  onWide,
  text,
  onText,
}: {
  readonly isWide: boolean;
  readonly onWide: (isWide: boolean) => void;
  readonly text: string;
  readonly onText: (text: string) => void;
}): ReactNode {
  const say = useWords(formWords);
  return (
    <div className="toolbar">
      <label className="field">
        {say.lookIn}
        <select
          value={isWide ? 'county' : 'town'}
          onChange={(event) => onWide(event.target.value === 'county')}
        >
          <option value="town">{say.nearby}</option>
          <option value="county">{say.wholeCounty}</option>
        </select>
      </label>
      <label className="field">
        {say.filterByName}
        <input
          className="input"
          value={text}
          autoComplete="off"
          onChange={(event) => onText(event.target.value)}
        />
      </label>
    </div>
  );
}

function Person({
  one,
  isOn,
  onToggle,
}: {
  readonly one: Colleague;
  readonly isOn: boolean;
  readonly onToggle: (id: string, isOn: boolean) => void;
}): ReactNode {
  const say = useWords(formWords);
  const pick = usePick();
  const why = one.isKin ? say.isKin : one.isAble ? null : say.cannotWorkHere;
  return (
    <li>
      <label className="choice">
        <input
          type="checkbox"
          checked={isOn}
          disabled={why !== null && !isOn}
          onChange={(event) => onToggle(one.accountId, event.target.checked)}
        />
        <span>
          <b>{one.fullName}</b> <span className="soft">{one.unitName ?? ''}</span>{' '}
          {one.offices.map(({ role, area }) => (
            <span key={`${role} ${area}`} className="soft">
              {pick(roles[role])} · <RegionName code={area} />{' '}
            </span>
          ))}
          {why === null ? null : <span className={styles['out']}>{why}</span>}
        </span>
      </label>
    </li>
  );
}
