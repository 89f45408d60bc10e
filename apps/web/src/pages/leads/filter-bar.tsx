import type { ReactNode } from 'react';
import { useAsk } from '../../api/use-api.tsx';
import { useCampaign } from '../../shell/campaign-choice.tsx';
import { useSession } from '../../session/session.tsx';
import { useToday } from '../../words/clock.ts';
import { useLang, useWords } from '../../words/language.tsx';
import { dueChoiceOf, dueWordsOf } from './due-choice.ts';
import { FilterMenu } from './filter-menu.tsx';
import { type Options, optionsOf } from './filter-options.ts';
import styles from './leads.module.css';
import { type QueueSearch, valuesOf, withFilter, withValues } from './queue-search.ts';
import { rootsOf } from './tree-roots.ts';
import { words } from './words.ts';

const menus = ['state', 'severity', 'rule', 'programme'] as const satisfies readonly (keyof Options)[];

/** Filters of the queue; what is chosen goes into the address. */
export function FilterBar({
  search,
  onChange,
}: {
  readonly search: QueueSearch;
  readonly onChange: (search: QueueSearch) => void;
}): ReactNode {
  const say = useWords(words);
  const lang = useLang();
  const rest = menus.reduce((left: QueueSearch, name) => withValues(left, name, []), search);
  const { who } = useSession();
  // Counted below where the tree begins: one question for both while nothing is cut.
  const under = rootsOf(who.appointments.map(({ area }) => area))[0] ?? '';
  const tally = useAsk('lead.tally', { filter: [...(rest.filter ?? [])], under }, { keepsLast: true });
  const options = optionsOf(tally.data ?? null, (name) => valuesOf(search.filter, name), lang);
  return (
    <div className={styles['filters']} role="group" aria-label={say.filters}>
      {menus.map((name) => (
        <FilterMenu
          key={name}
          label={say[name]}
          options={options[name]}
          chosen={valuesOf(search.filter, name)}
          onChange={(chosen) => onChange(withValues(search, name, chosen))}
        />
      ))}
      <DueFilter search={search} onChange={onChange} />
      <AssignedFilter search={search} onChange={onChange} />
      <CampaignFilter search={search} onChange={onChange} />
      <Others search={search} />
      {(search.filter ?? []).length === 0 ? null : (
        <button type="button" className="button quiet" onClick={() => onChange(withFilter(search, []))}>
          {say.clear}
        </button>
      )}
    </div>
  );
}

type Part = Parameters<typeof FilterBar>[0];

function DueFilter({ search, onChange }: Part): ReactNode {
  const say = useWords(words);
  const today = useToday();
  const dueBy = valuesOf(search.filter, 'due-by');
  const choice = dueChoiceOf(valuesOf(search.filter, 'overdue'), dueBy, today);
  return (
    <label className={styles['inline']}>
      <span className="soft">{say.due}</span>
      <select
        value={choice}
        onChange={(event) => {
          const next = dueWordsOf(event.target.value, today);
          if (next !== null)
            onChange(withValues(withValues(search, 'overdue', next.overdue), 'due-by', next.dueBy));
        }}
      >
        <option value="any">{say.dueAny}</option>
        <option value="over">{say.dueOver}</option>
        <option value="3">{say.due3}</option>
        <option value="7">{say.due7}</option>
        <option value="30">{say.due30}</option>
        {choice === 'other' ? <option value="other">{say.dueBy(dueBy[0] ?? '')}</option> : null}
      </select>
    </label>
  );
}

function AssignedFilter({ search, onChange }: Part): ReactNode {
  const say = useWords(words);
  const [assigned] = valuesOf(search.filter, 'assigned');
  return (
    <label className={styles['inline']}>
      <span className="soft">{say.assigned}</span>
      <select
        value={assigned ?? ''}
        onChange={(event) =>
          onChange(withValues(search, 'assigned', event.target.value === '' ? [] : [event.target.value]))
        }
      >
        <option value="">{say.assignedAny}</option>
        <option value="me">{say.assignedMe}</option>
        {assigned === undefined || assigned === 'me' ? null : (
          <option value={assigned}>{say.otherPerson}</option>
        )}
      </select>
    </label>
  );
}

/** All leads, or those of one campaign: the one of the header first. */
function CampaignFilter({ search, onChange }: Part): ReactNode {
  const say = useWords(words);
  const { campaign, campaigns } = useCampaign();
  const [chosen] = valuesOf(search.filter, 'campaign');
  const first = campaigns.filter(({ id }) => id === campaign?.id);
  const all = [...first, ...campaigns.filter(({ id }) => id !== campaign?.id)];
  if (all.length === 0 && chosen === undefined) return null;
  return (
    <label className={styles['inline']}>
      <span className="soft">{say.campaign}</span>
      <select
        value={chosen ?? ''}
        onChange={(event) =>
          onChange(withValues(search, 'campaign', event.target.value === '' ? [] : [event.target.value]))
        }
      >
        <option value="">{say.assignedAny}</option>
        {all.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
        {chosen === undefined || all.some(({ id }) => id === chosen) ? null : (
          <option value={chosen}>{say.otherCampaign}</option>
        )}
      </select>
    </label>
  );
}

/** Filters that come by a link from elsewhere, such as a number of the dashboard: said, so that nobody wonders. */
function Others({ search }: Pick<Part, 'search'>): ReactNode {
  const say = useWords(words);
  const said = valuesOf(search.filter, 'area').map(() => say.otherArea);
  if (said.length === 0) return null;
  return (
    <span className={styles['others']}>
      <span className="soft">{say.others}</span> {said.join('、')}
    </span>
  );
}
