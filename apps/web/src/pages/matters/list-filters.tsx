import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useAsk } from '../../api/use-api.tsx';
import { useCampaign } from '../../shell/campaign-choice.tsx';
import { useSession } from '../../session/session.tsx';
import { CheckField, SelectField } from '../../ui/field.tsx';
import { useLang, useWords } from '../../words/language.tsx';
import type { Workflows } from '../matter/use-workflows.ts';
import { type ListSearch, readListSearch, shows } from './list-search.ts';
import { words } from './words.ts';

/** What a list is cut to; every choice is in the address. */
export function ListFilters({
  search,
  workflows,
}: {
  readonly search: ListSearch;
  readonly workflows: Workflows;
}): ReactNode {
  const say = useWords(words);
  const lang = useLang();
  const navigate = useNavigate();
  const towns = useTowns();
  const { campaign } = useCampaign();
  const workflow = workflows[search.workflow ?? ''];
  const choose = (part: ListSearch): void =>
    void navigate({ to: '/matters', search: readListSearch({ ...search, ...part }) });
  const kind = workflow?.opening.asks['kind'];
  const showTitles = {
    ...{ open: say.showOpen, mine: say.showMine, mineOverdue: say.showMineOverdue, overdue: say.showOverdue },
    ...{ remind: say.showRemind, escalated: say.showEscalated, ended: say.showEnded },
  };
  const states = Object.entries(workflow?.states ?? {}).filter(
    ([, state]) => (state.end === true) === (search.show === 'ended'),
  );
  return (
    <div className="toolbar" role="group" aria-label={say.filters}>
      <SelectField
        label={say.show}
        value={search.show ?? 'open'}
        onChange={(show) => choose(withoutState({ show: shows.find((one) => one === show) ?? 'open' }))}
        choices={shows.map((value) => ({ value, label: showTitles[value] }))}
      />
      {workflow === undefined ? null : (
        <SelectField
          label={say.state}
          empty={say.anyState}
          value={search.state ?? ''}
          onChange={(state) => choose({ state })}
          choices={states.map(([value, state]) => ({ value, label: state[lang] }))}
        />
      )}
      {kind?.kind === 'choice' ? (
        <SelectField
          label={say.kind}
          empty={say.anyKind}
          value={search.kind ?? ''}
          onChange={(value) => choose({ kind: value })}
          choices={Object.entries(kind.choices).map(([value, title]) => ({ value, label: title[lang] }))}
        />
      ) : null}
      {towns.length === 0 ? null : (
        <SelectField
          label={say.town}
          empty={say.anyTown}
          value={search.town ?? ''}
          onChange={(town) => choose({ town })}
          choices={towns.map(({ code, name }) => ({ value: code, label: name }))}
        />
      )}
      {campaign === null ? null : (
        <CheckField
          label={say.onlyCampaign}
          value={search.campaign === 'this'}
          onChange={(isOn) =>
            void navigate({
              to: '/matters',
              search: readListSearch({ ...search, campaign: isOn ? 'this' : '' }),
            })
          }
        />
      )}
    </div>
  );
}

/** A state of the open ones is none of the ended ones. */
function withoutState(part: ListSearch): ListSearch {
  return { ...part, state: '' };
}

/** Divisions directly below the only area one works in: towns of a county, in the official order. */
function useTowns(): readonly { readonly code: string; readonly name: string }[] {
  const { who } = useSession();
  const areas = [...new Set(who.appointments.map(({ area }) => area))];
  const of = areas.length === 1 ? (areas[0] ?? '') : '';
  const { data } = useAsk('division.children', { of }, { when: of.length >= 4 && of.length < 12 });
  return data?.items ?? [];
}
