import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useAsk } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { Asked } from '../../ui/asked.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { FactsList } from '../../ui/facts-list.tsx';
import { DayField } from '../../ui/field.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { RegionName } from '../../ui/region-name.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useLang, usePick, useWords } from '../../words/language.tsx';
import type { PlaceSearch } from '../rule/place.ts';
import { NoPlace, usePlace } from '../rule/place-choice.tsx';
import { LocalHistory } from './local-history.tsx';
import type { ParameterDetail } from './parameter-filter.ts';
import styles from './parameter.module.css';
import { ProposeDialog } from './propose-dialog.tsx';
import { RulesOfParameter } from './rules-of-parameter.tsx';
import { CertaintyTag, NowValue } from './value-cells.tsx';
import { sayValue } from './value-words.ts';
import { words } from './words.ts';

/** One number: what is in force, every version of it, and what was proposed and confirmed here. */
export function ParameterPage(): ReactNode {
  const say = useWords(words);
  const { name }: { name: string } = useParams({ strict: false });
  const { place } = usePlace();
  return (
    <OnlyFor may="rule.read">
      {place === null ? (
        <Page title={name} crumbs={[{ label: say.title, to: '/parameters' }]}>
          <NoPlace />
        </Page>
      ) : (
        <ParameterOf name={name} place={place} />
      )}
    </OnlyFor>
  );
}

function ParameterOf({ name, place }: { readonly name: string; readonly place: string }): ReactNode {
  const say = useWords(words);
  const pick = usePick();
  const { may } = useSession();
  const [isProposing, setProposing] = useState(false);
  const { on }: PlaceSearch = useSearch({ strict: false });
  const parameter = useAsk(
    'parameter.get',
    { name, region: place, ...(on === undefined ? {} : { on }) },
    { keepsLast: true },
  );
  const found = parameter.data;
  const whyNot =
    found === undefined || found.whyNot === null
      ? may('policy.set')
        ? null
        : say.noSet
      : pick(found.whyNot);
  return (
    <Page
      title={found === undefined ? name : pick(found.title)}
      crumbs={[{ label: say.title, to: '/parameters' }]}
      actions={
        found === undefined ? undefined : (
          <Button kind="main" whyNot={whyNot} onClick={() => setProposing(true)}>
            {say.propose}
          </Button>
        )
      }
    >
      <Asked query={parameter}>
        {(one) => (
          <>
            <InForce parameter={one} place={place} />
            <LocalHistory parameter={one} />
            <Versions parameter={one} />
            {isProposing ? (
              <ProposeDialog parameter={one} place={place} onClose={() => setProposing(false)} />
            ) : null}
          </>
        )}
      </Asked>
    </Page>
  );
}

function InForce({
  parameter,
  place,
}: {
  readonly parameter: ParameterDetail;
  readonly place: string;
}): ReactNode {
  const say = useWords(words);
  const pick = usePick();
  const navigate = useNavigate();
  const { now, name, kind, on } = parameter;
  return (
    <Section
      title={say.now}
      actions={
        <div className={styles['day']}>
          <DayField
            label={say.on}
            value={on}
            onChange={(day) =>
              void navigate({
                to: '.',
                replace: true,
                search: (old: object) => ({ ...old, ...(day === '' ? {} : { on: day }) }),
              })
            }
          />
        </div>
      }
    >
      <p className={styles['value']}>
        <NowValue parameter={parameter} />
      </p>
      <FactsList
        facts={[
          { name: say.name, value: <span className="figures">{name}</span> },
          { name: say.kind, value: say[kind] },
          { name: say.place, value: <RegionName code={place} /> },
          {
            name: say.basis,
            value:
              now === null ? (
                '—'
              ) : (
                <>
                  {pick(now.basis.text)} <CertaintyTag value={now} />
                </>
              ),
          },
        ]}
      />
      <h3 className={styles['rules']}>{say.rules}</h3>
      <div>
        <RulesOfParameter parameter={parameter} place={place} />
      </div>
    </Section>
  );
}

function Versions({ parameter }: { readonly parameter: ParameterDetail }): ReactNode {
  const say = useWords(words);
  const lang = useLang();
  const pick = usePick();
  const { name, unit, versions, now } = parameter;
  return (
    <Section title={say.versions}>
      <DataTable
        caption={say.versionsCaption}
        rows={versions}
        rowKey={({ region, from }) => `${region} ${from}`}
        empty={<p className="soft">{say.noVersions}</p>}
        columns={[
          {
            key: 'place',
            title: say.place,
            isRowHeader: true,
            cell: ({ region }) => (region === '' ? say.country : <RegionName code={region} />),
          },
          { key: 'from', title: say.from, isShort: true, cell: ({ from }) => from },
          { key: 'to', title: say.to, isShort: true, cell: ({ to }) => to ?? say.stays },
          {
            key: 'value',
            title: say.value,
            cell: (one) => (
              <>
                {sayValue(one.value, unit, name, lang)}{' '}
                {one.isLocal ? <Tag tone="info">{say.setHere}</Tag> : null}{' '}
                {now !== null && one.region === now.region && one.from === now.from ? (
                  <Tag tone="good">{say.now}</Tag>
                ) : null}
              </>
            ),
          },
          {
            key: 'basis',
            title: say.basis,
            cell: (one) => (
              <>
                {pick(one.basis.text)} <CertaintyTag value={one} />
              </>
            ),
          },
        ]}
      />
    </Section>
  );
}
