import type { ReactNode } from 'react';
import type { Got } from '../../api/use-api.tsx';
import { CaseLink } from '../../charts/case-link.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { FactsList } from '../../ui/facts-list.tsx';
import { Section } from '../../ui/page.tsx';
import { Tag } from '../../ui/tag.tsx';
import { percent } from '../../words/format.ts';
import { usePick, useWords } from '../../words/language.tsx';
import styles from './campaign.module.css';
import { conditionsOf } from './conditions.ts';
import { useProgrammeName } from './programme-name.ts';
import { StageSection } from './stage-section.tsx';
import { words } from './words.ts';

type Campaign = Got<'campaign.get'>;

/** Steps with their conditions, plan, leading group, and the numbers. */
export function PlanView({ campaign }: { readonly campaign: Campaign }): ReactNode {
  return (
    <div className="columns">
      <div>
        <StageSection campaign={campaign} />
        <NumbersSection campaign={campaign} />
      </div>
      <div>
        <ConditionsSection campaign={campaign} />
        <BasicsSection campaign={campaign} />
        <GroupSection settings={campaign.settings} />
      </div>
    </div>
  );
}

function ConditionsSection({ campaign }: { readonly campaign: Campaign }): ReactNode {
  const say = useWords(words);
  const conditions = conditionsOf(campaign.state, campaign.guards);
  if (conditions.length === 0) return null;
  return (
    <Section title={say.conditions}>
      <ul className={styles['conditions']}>
        {conditions.map(({ name, isMet, missing }) => (
          <li key={name}>
            <Tag tone={isMet ? 'good' : 'warn'}>{isMet ? say.conditionMet : say.conditionOpen}</Tag>{' '}
            {name === 'seriousUnvisited' || name === 'inspectionsOpen' ? say[name](missing ?? 0) : say[name]}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function BasicsSection({ campaign }: { readonly campaign: Campaign }): ReactNode {
  const say = useWords(words);
  const programmeName = useProgrammeName();
  const { settings, template } = campaign;
  const { sampling } = settings;
  return (
    <Section title={say.basics}>
      <FactsList
        facts={[
          { name: say.issuer, value: settings.issuer },
          {
            name: say.template,
            value: template === 'own' ? say.ownPlan : (settings.number ?? settings.issuer),
          },
          { name: say.programmes, value: settings.programmes.map(programmeName).join(say.comma) },
          {
            name: say.sampling,
            value: sampling === null ? say.noSampling : say.atLeast(percent(sampling.share)),
          },
          { name: say.photos, value: settings.photos ? say.on : say.off },
        ]}
      />
    </Section>
  );
}

function GroupSection({ settings }: { readonly settings: Campaign['settings'] }): ReactNode {
  const say = useWords(words);
  const { leadingGroup: group, posts } = settings;
  return (
    <Section title={say.leadingGroup}>
      {posts.length === 0 ? null : <p className="hint">{say.postsNamed(posts.join(say.comma))}</p>}
      <DataTable
        caption={say.tableOf(say.leadingGroup)}
        hidesCaption
        rows={group}
        rowKey={({ duty, name, post }) => `${duty} ${name} ${post}`}
        empty={<p className="soft">{say.noGroup}</p>}
        columns={[
          { key: 'duty', title: say.duty, cell: ({ duty }) => say[`duty.${duty}`], isShort: true },
          { key: 'name', title: say.personName, cell: ({ name }) => name, isRowHeader: true, isShort: true },
          { key: 'post', title: say.post, cell: ({ post }) => post },
        ]}
      />
    </Section>
  );
}

function NumbersSection({ campaign }: { readonly campaign: Campaign }): ReactNode {
  const say = useWords(words);
  const pick = usePick();
  const tops = campaign.counts.filter(({ of }) => of === null);
  return (
    <Section
      title={say.numbers}
      actions={
        <Tag tone={campaign.reconciles ? 'good' : 'bad'}>
          {campaign.reconciles ? say.reconciles : say.doesNotReconcile}
        </Tag>
      }
    >
      <p className="hint">{say.numbersLead}</p>
      <ul className={styles['numbers']}>
        {tops.map((top) => (
          <li key={top.line}>
            <CaseLink campaignId={campaign.id} line={top.line}>
              <b>{pick(top.title)}</b> {top.count}
            </CaseLink>
            <Parts campaign={campaign} of={top.line} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Parts({ campaign, of }: { readonly campaign: Campaign; readonly of: string }): ReactNode {
  const pick = usePick();
  const parts = campaign.counts.filter((one) => one.of === of);
  if (parts.length === 0) return null;
  return (
    <ul>
      {parts.map((part) => (
        <li key={part.line}>
          <CaseLink campaignId={campaign.id} line={part.line}>
            {pick(part.title)} {part.count}
          </CaseLink>
          <Parts campaign={campaign} of={part.line} />
        </li>
      ))}
    </ul>
  );
}
