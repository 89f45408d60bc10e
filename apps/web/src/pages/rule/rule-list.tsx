import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useAsk } from '../../api/use-api.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { Asked } from '../../ui/asked.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Empty } from '../../ui/empty.tsx';
import { CheckField, SelectField, TextField } from '../../ui/field.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { SeverityTag, Tag } from '../../ui/tag.tsx';
import { useSearchChange } from '../../ui/use-search-change.ts';
import { useLang, usePick, useWords } from '../../words/language.tsx';
import { familyName } from './code-word.ts';
import type { PlaceSearch } from './place.ts';
import { NoPlace, PlaceChoice, usePlace } from './place-choice.tsx';
import { LastRunWords, ModeTag, RecordWords } from './rule-cells.tsx';
import { families, groupRules, type Rule, type RuleSearch } from './rule-filter.ts';
import styles from './rule.module.css';
import { words } from './words.ts';

/** All rules of the policy pack, by family, as a county runs them. */
export function RuleList(): ReactNode {
  const say = useWords(words);
  const { place } = usePlace();
  return (
    <OnlyFor may="rule.read">
      <Page title={say.title} lead={say.lead}>
        {place === null ? <NoPlace /> : <RulesOf place={place} />}
      </Page>
    </OnlyFor>
  );
}

function RulesOf({ place }: { readonly place: string }): ReactNode {
  const say = useWords(words);
  const lang = useLang();
  const search: RuleSearch & PlaceSearch = useSearch({ strict: false });
  const rules = useAsk('rule.list', { region: place });
  const columns = useColumns(place);
  return (
    <>
      <Filters />
      <Asked query={rules}>
        {({ items }) => {
          const groups = groupRules(items, search);
          const count = groups.reduce((sum, group) => sum + group.rules.length, 0);
          if (count === 0)
            return (
              <section className="card">
                <Empty why={say.none}>
                  <ButtonLink to="/rules" search={{ place }}>
                    {say.showAll}
                  </ButtonLink>
                </Empty>
              </section>
            );
          return (
            <>
              <p role="status" className="soft">
                {say.found(count)}
              </p>
              {groups.map((group) => (
                <Section key={group.family} title={`${familyName(group.family, lang)} · ${group.family}`}>
                  <DataTable
                    caption={familyName(group.family, lang)}
                    hidesCaption
                    columns={columns}
                    rows={group.rules}
                    rowKey={({ rule }) => rule}
                  />
                </Section>
              ))}
            </>
          );
        }}
      </Asked>
    </>
  );
}

function useColumns(place: string): Column<Rule>[] {
  const say = useWords(words);
  const pick = usePick();
  return [
    {
      key: 'code',
      title: say.code,
      isShort: true,
      cell: ({ rule }) => <span className="figures">{rule}</span>,
    },
    {
      key: 'title',
      title: say.name,
      isRowHeader: true,
      cell: ({ rule, title, isRestricted }) => (
        <span className={styles['name']}>
          <Link to="/rules/$code" params={{ code: rule }} search={{ place }}>
            {pick(title)}
          </Link>{' '}
          {isRestricted ? <Tag>{say.restricted}</Tag> : null}
        </span>
      ),
    },
    { key: 'mode', title: say.mode, isShort: true, cell: ({ mode }) => <ModeTag mode={mode} /> },
    {
      key: 'most',
      title: say.most,
      isShort: true,
      cell: ({ maxSeverity }) => <SeverityTag severity={maxSeverity} />,
    },
    { key: 'record', title: say.record, cell: ({ record }) => <RecordWords record={record} /> },
    { key: 'last', title: say.lastRun, cell: ({ lastRun }) => <LastRunWords lastRun={lastRun} /> },
  ];
}

function Filters(): ReactNode {
  const say = useWords(words);
  const lang = useLang();
  const { q, family, mode, missing }: RuleSearch = useSearch({ strict: false });
  const change = useSearchChange<RuleSearch>();
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
        label={say.family}
        empty={say.allFamilies}
        value={family ?? ''}
        onChange={(chosen) => change({ family: chosen })}
        choices={families.map((one) => ({ value: one, label: familyName(one, lang) }))}
      />
      <SelectField
        label={say.mode}
        empty={say.allModes}
        value={mode ?? ''}
        onChange={(chosen) => change({ mode: chosen })}
        choices={(['enabled', 'shadow', 'retired'] as const).map((one) => ({ value: one, label: say[one] }))}
      />
      <CheckField
        label={say.onlyMissing}
        value={missing === true}
        onChange={(isOn) => change({ missing: isOn ? true : '' })}
      />
    </div>
  );
}
