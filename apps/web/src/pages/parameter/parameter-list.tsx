import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type Got, useAsk } from '../../api/use-api.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { Asked } from '../../ui/asked.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Empty } from '../../ui/empty.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { Page } from '../../ui/page.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useSearchChange } from '../../ui/use-search-change.ts';
import { usePick, useWords } from '../../words/language.tsx';
import type { PlaceSearch } from '../rule/place.ts';
import { NoPlace, PlaceChoice, usePlace } from '../rule/place-choice.tsx';
import {
  groupParameters,
  type Parameter,
  type ParameterSearch,
  type Topic,
  topicOrder,
} from './parameter-filter.ts';
import styles from './parameter.module.css';
import { RulesOfParameter } from './rules-of-parameter.tsx';
import { CertaintyTag, NowValue } from './value-cells.tsx';
import { words } from './words.ts';

/** All numbers of the policy pack and of the place, by topic. */
export function ParameterList(): ReactNode {
  const say = useWords(words);
  const { place } = usePlace();
  return (
    <OnlyFor may="rule.read">
      <Page title={say.title} lead={say.lead}>
        {place === null ? <NoPlace /> : <ParametersOf place={place} />}
      </Page>
    </OnlyFor>
  );
}

function ParametersOf({ place }: { readonly place: string }): ReactNode {
  const { on }: PlaceSearch = useSearch({ strict: false });
  const parameters = useAsk(
    'parameter.list',
    { region: place, ...(on === undefined ? {} : { on }) },
    { keepsLast: true },
  );
  return (
    <>
      <Filters />
      <Asked query={parameters}>{(found) => <Groups found={found} place={place} />}</Asked>
    </>
  );
}

function Groups({
  found,
  place,
}: {
  readonly found: Got<'parameter.list'>;
  readonly place: string;
}): ReactNode {
  const say = useWords(words);
  const search: ParameterSearch & PlaceSearch = useSearch({ strict: false });
  const groups = groupParameters(found.items, search);
  const columns = useColumns(place);
  const count = groups.reduce((sum, group) => sum + group.parameters.length, 0);
  const isSearch = [search.q, search.topic, search.only].some((one) => one !== undefined);
  const waiting = found.items.reduce((sum, one) => sum + one.waiting, 0);
  const unknown = found.items.filter(({ isUnknown, rules }) => isUnknown && rules.length > 0).length;
  if (count === 0)
    return (
      <section className="card">
        <Empty why={say.none}>
          <ButtonLink to="/parameters" search={{ place }}>
            {say.showAll}
          </ButtonLink>
        </Empty>
      </section>
    );
  return (
    <>
      {unknown === 0 || search.only === 'unknown' ? null : (
        <p className={`note warn ${styles['unknown']}`}>
          {say.unknownCount(unknown)}{' '}
          <Link to="/parameters" search={{ place, only: 'unknown' }}>
            {say.showUnknown}
          </Link>
        </p>
      )}
      {waiting === 0 || search.only === 'waiting' ? null : (
        <p className={`note ${styles['unknown']}`}>
          {say.waitingCount(waiting)}{' '}
          <Link to="/parameters" search={{ place, only: 'waiting' }}>
            {say.showWaiting}
          </Link>
        </p>
      )}
      <p role="status" className="soft">
        {say.found(count, found.on)}
      </p>
      {groups.map(({ topic, parameters }) => (
        <TopicCard key={`${topic} ${isSearch}`} {...{ topic, parameters, columns }} isOpen={isSearch} />
      ))}
    </>
  );
}

/** Two hundred numbers at once help nobody: a topic opens when it is asked for, or when something was looked for. */
function TopicCard({
  topic,
  parameters,
  columns,
  isOpen,
}: {
  readonly topic: Topic;
  readonly parameters: readonly Parameter[];
  readonly columns: readonly Column<Parameter>[];
  readonly isOpen: boolean;
}): ReactNode {
  const say = useWords(words);
  const unknown = parameters.filter(({ isUnknown }) => isUnknown).length;
  const waiting = parameters.reduce((sum, one) => sum + one.waiting, 0);
  return (
    <details className={`card ${styles['topic']}`} open={isOpen}>
      <summary>
        <h2>{say[topic]}</h2> <span className="soft">{parameters.length}</span>{' '}
        {unknown === 0 ? null : <Tag tone="warn">{say.held(unknown)}</Tag>}{' '}
        {waiting === 0 ? null : <Tag tone="info">{say.waiting(waiting)}</Tag>}
      </summary>
      <DataTable
        caption={say[topic]}
        hidesCaption
        columns={columns}
        rows={parameters}
        rowKey={({ name }) => name}
      />
    </details>
  );
}

function useColumns(place: string): Column<Parameter>[] {
  const say = useWords(words);
  const pick = usePick();
  return [
    {
      key: 'name',
      title: say.name,
      isRowHeader: true,
      cell: ({ name, title, waiting }) => (
        <span className={styles['name']}>
          <Link to="/parameters/$name" params={{ name }} search={{ place }}>
            {pick(title)}
          </Link>{' '}
          {waiting === 0 ? null : <Tag tone="info">{say.waiting(waiting)}</Tag>}
          <small className="soft figures">{name}</small>
        </span>
      ),
    },
    { key: 'value', title: say.value, cell: (one) => <NowValue parameter={one} /> },
    {
      key: 'basis',
      title: say.basis,
      cell: ({ now, kind }) =>
        now === null ? (
          <span className="soft">{say[kind]}</span>
        ) : (
          <>
            {pick(now.basis.text)} <CertaintyTag value={now} />
          </>
        ),
    },
    { key: 'rules', title: say.rules, cell: (one) => <RulesOfParameter parameter={one} place={place} /> },
  ];
}

function Filters(): ReactNode {
  const say = useWords(words);
  const { q, topic, only }: ParameterSearch = useSearch({ strict: false });
  const change = useSearchChange<ParameterSearch>();
  return (
    <div className="toolbar">
      <PlaceChoice />
      <TextField
        label={say.search}
        value={q ?? ''}
        maxLength={40}
        onChange={(typed) => change({ q: typed })}
      />
      <SelectField
        label={say.topic}
        empty={say.allTopics}
        value={topic ?? ''}
        onChange={(chosen) => change({ topic: chosen })}
        choices={topicOrder.map((one) => ({ value: one, label: say[one] }))}
      />
      <SelectField
        label={say.only}
        empty={say.everything}
        value={only ?? ''}
        onChange={(chosen) => change({ only: chosen })}
        choices={[
          { value: 'unknown', label: say.onlyUnknown },
          { value: 'waiting', label: say.onlyWaiting },
          { value: 'local', label: say.onlyLocal },
        ]}
      />
    </div>
  );
}
