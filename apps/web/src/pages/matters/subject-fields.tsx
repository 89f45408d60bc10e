import { programmeChoices } from '@yangguang/domain/workflows/lead-choices';
import type { Workflow } from '@yangguang/domain/workflows/workflow';
import { type ReactNode, useState } from 'react';
import { useAsk, useSend } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { Button } from '../../ui/button.tsx';
import { ChoiceField, SelectField, TextField } from '../../ui/field.tsx';
import { Problem } from '../../ui/problem.tsx';
import { RegionName } from '../../ui/region-name.tsx';
import { useLang, useWords } from '../../words/language.tsx';
import { RegionPicker } from '../matter/region-picker.tsx';
import {
  asksProgramme,
  mayBeAboutHousehold,
  mustBeAboutHousehold,
  type OpeningDraft,
  type OpeningFaults,
} from './opening.ts';
import { words } from './words.ts';

/** Ids of the controls, for the summary of faults to lead there. */
export const subjectIds = {
  household: 'open-household',
  region: 'open-region',
  title: 'open-title',
} as const;

interface Props {
  readonly workflow: Workflow;
  readonly draft: OpeningDraft;
  readonly onChange: (draft: OpeningDraft) => void;
  readonly faults: OpeningFaults | null;
}

/** Whom or what the matter is about, and where. */
export function SubjectFields({ workflow, draft, onChange, faults }: Props): ReactNode {
  const say = useWords(words);
  const lang = useLang();
  const { isAboutHousehold } = draft;
  const programmes = Object.entries(programmeChoices).filter(([id]) => !(isAboutHousehold && id === 'none'));
  return (
    <>
      {mayBeAboutHousehold(workflow) && !mustBeAboutHousehold(workflow) ? (
        <ChoiceField
          label={say.about}
          value={isAboutHousehold ? 'household' : 'other'}
          onChange={(value) => onChange({ ...draft, isAboutHousehold: value === 'household' })}
          choices={[
            { value: 'household', label: say.aboutHousehold },
            { value: 'other', label: say.aboutOther },
          ]}
        />
      ) : null}
      {isAboutHousehold ? (
        <HouseholdField draft={draft} onChange={onChange} isFaulty={faults?.household === true} />
      ) : (
        <>
          <RegionPicker
            id={subjectIds.region}
            label={say.place}
            value={draft.region}
            onChange={(region) => onChange({ ...draft, region })}
            fault={faults?.region === true ? say.placeMissing : null}
          />
          <TextField
            id={subjectIds.title}
            label={say.titleField}
            hint={say.titleHint}
            required
            maxLength={200}
            autoComplete="off"
            value={draft.title}
            onChange={(title) => onChange({ ...draft, title })}
            fault={faults?.title === true ? say.titleMissing : null}
          />
        </>
      )}
      {asksProgramme(workflow) ? null : (
        <SelectField
          label={say.programme}
          empty={isAboutHousehold ? say.programmeOwn : say.programmeNone}
          value={draft.programme}
          onChange={(programme) => onChange({ ...draft, programme })}
          choices={programmes.map(([value, title]) => ({ value, label: title[lang] }))}
        />
      )}
    </>
  );
}

function HouseholdField({
  draft,
  onChange,
  isFaulty,
}: Pick<Props, 'draft' | 'onChange'> & { readonly isFaulty: boolean }): ReactNode {
  const say = useWords(words);
  const known = useAsk(
    'household.get',
    { id: draft.householdId },
    { when: draft.householdId !== '' && draft.householdName === '' },
  );
  const name = draft.householdName === '' ? (known.data?.headName ?? '…') : draft.householdName;
  return (
    <fieldset id={subjectIds.household} tabIndex={-1} className={isFaulty ? 'field faulty' : 'field'}>
      <legend>{say.household}</legend>
      {draft.householdId === '' ? null : <p className="note">{say.householdChosen(name)}</p>}
      {known.error === null ? null : <Problem error={known.error} />}
      <HouseholdSearch
        onChosen={(householdId, householdName) => onChange({ ...draft, householdId, householdName })}
      />
      {isFaulty ? <p className="fault">{say.chooseHousehold}</p> : null}
    </fieldset>
  );
}

/** By the name of its head within one division, for a reason that is written down. */
function HouseholdSearch({
  onChosen,
}: {
  readonly onChosen: (id: string, headName: string) => void;
}): ReactNode {
  const say = useWords(words);
  const { who } = useSession();
  const [name, setName] = useState('');
  const [area, setArea] = useState(who.appointments[0]?.area ?? '');
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const search = useSend('household.search', []);
  const isIncomplete = name.trim() === '' || reason.trim().length < 4 || area.length < 2;
  const send = (): void => {
    setTried(true);
    if (!isIncomplete) search.mutate({ name: name.trim(), area, reason: reason.trim(), limit: 20 });
  };
  const found = search.data?.items;
  return (
    <div className="stack">
      <RegionPicker id="open-search-area" label={say.place} value={area} onChange={setArea} fault={null} />
      <div className="fields">
        <TextField label={say.headName} value={name} onChange={setName} maxLength={40} autoComplete="off" />
        <TextField
          label={say.searchReason}
          value={reason}
          onChange={setReason}
          maxLength={400}
          autoComplete="off"
        />
      </div>
      <Button
        busy={search.isPending}
        whyNot={isTried && isIncomplete ? say.searchMissing : null}
        onClick={send}
      >
        {say.search}
      </Button>
      {search.error === null ? null : <Problem error={search.error} />}
      {found?.length === 0 ? <p className="soft">{say.searchEmpty}</p> : null}
      <ul>
        {(found ?? []).map((home) => (
          <li key={home.id}>
            <Button kind="quiet" onClick={() => onChosen(home.id, home.headName)}>
              {say.choose(home.headName)}
            </Button>{' '}
            <span className="soft">
              <RegionName code={home.region} /> {home.members === null ? null : say.members(home.members)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
