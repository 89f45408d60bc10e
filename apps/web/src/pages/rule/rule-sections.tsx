import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useAsk } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { Asked } from '../../ui/asked.tsx';
import { FactsList } from '../../ui/facts-list.tsx';
import { Section } from '../../ui/page.tsx';
import { SeverityTag, Tag } from '../../ui/tag.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import { money } from '../../words/format.ts';
import { useLang, usePick, useWords } from '../../words/language.tsx';
import { codeWord } from './code-word.ts';
import { LastRunWords, ModeTag, RecordWords } from './rule-cells.tsx';
import { sentenceOf } from './rule-filter.ts';
import type { RuleDetail } from './rule-filter.ts';
import styles from './rule.module.css';
import { words } from './words.ts';

interface Shown {
  readonly rule: RuleDetail;
}

/** 查什么 · 为什么可能是误报 · 怎样核实. */
export function Explanation({ rule }: Shown): ReactNode {
  const say = useWords(words);
  const pick = usePick();
  const holeNames = { name: say.holeName, amount: say.holeAmount, period: say.holePeriod };
  const { page, summary, evidence } = rule;
  const holes = new Map([
    ...evidence.map(({ name, title }) => [name, pick(title)] as const),
    ...(['name', 'amount', 'period'] as const).map((one) => [one, holeNames[one]] as const),
  ]);
  return (
    <Section title={say.explain} className={styles['prose']}>
      <h3>{say.what}</h3>
      <Prose text={pick(page.what)} />
      <h3>{say.whyInnocent}</h3>
      <Prose text={pick(page.whyInnocent)} />
      <h3>{say.verify}</h3>
      <Prose text={pick(page.verify)} />
      <h3>{say.innocent}</h3>
      <ul className="bulleted">
        {page.innocent.map((one) => (
          <li key={one.zh}>{pick(one)}</li>
        ))}
      </ul>
      <h3>{say.summary}</h3>
      <p className={styles['sentence']}>{sentenceOf(pick(summary), holes)}</p>
    </Section>
  );
}

function Prose({ text }: { readonly text: string }): ReactNode {
  return text.split('\n\n').map((part) => <p key={part}>{part}</p>);
}

/** Mode, severity, subject, version: the rule at a glance. */
export function Glance({ rule }: Shown): ReactNode {
  const say = useWords(words);
  const lang = useLang();
  const pick = usePick();
  const { ruleHash, packVersion, retiredBecause, status } = rule;
  const all = (codes: readonly string[]): string => codes.map((one) => codeWord(one, lang)).join(say.comma);
  return (
    <Section title={say.facts}>
      {retiredBecause === null ? null : (
        <p className="note warn">
          {say.packRetired}
          {pick(retiredBecause)}
        </p>
      )}
      {status === 'draft' ? <p className="note warn">{say.packDraft}</p> : null}
      <FactsList
        facts={[
          { name: say.mode, value: <ModeTag mode={rule.mode} /> },
          { name: say.most, value: <SeverityTag severity={rule.maxSeverity} /> },
          {
            name: say.subject,
            value: (
              <>
                {codeWord(rule.subject, lang)} {rule.isRestricted ? <Tag>{say.restricted}</Tag> : null}
              </>
            ),
          },
          { name: say.schemes, value: all(rule.schemes) },
          { name: say.outcomes, value: all(rule.outcomes) },
          {
            name: say.version,
            value: (
              <span className="figures" title={ruleHash}>
                {say.versionHint(ruleHash.slice(0, 12), packVersion)}
              </span>
            ),
          },
        ]}
      />
    </Section>
  );
}

const counts = ['checked', 'confirmed', 'partly', 'innocent', 'dataWrong', 'identityWrong'] as const;

/** What became of what the rule found; the counts open the cases where the queue can show them. */
export function Record({ rule, place }: Shown & { readonly place: string }): ReactNode {
  const say = useWords(words);
  const lang = useLang();
  const { record, openLeads, lastRun } = rule;
  const labels = { ...say, innocent: say.innocentCount };
  if (record === null)
    return (
      <Section title={say.recordTitle}>
        <p className="soft">{say.noRecord}</p>
      </Section>
    );
  const filter = [`rule:${rule.rule}`, ...(place.length === 6 ? [`area:${place}`] : [])];
  return (
    <Section title={say.recordTitle}>
      <p className={styles['precision']}>
        <RecordWords record={record} />
      </p>
      <FactsList
        facts={[
          {
            name: say.open,
            value: (
              <Link to="/leads" search={{ filter, by: 'lead' }}>
                {openLeads ?? 0}
              </Link>
            ),
          },
          { name: say.foundSoFar, value: record.found },
          { name: say.dispatched, value: record.dispatched },
          ...counts.map((one) => ({ name: labels[one], value: record[one] })),
          { name: say.confirmedMoney, value: money(record.confirmedFen, lang) },
          { name: say.lastRun, value: <LastRunWords lastRun={lastRun} /> },
        ]}
      />
    </Section>
  );
}

/** What the county decided about the rule, and why. */
export function History({ rule, place }: Shown & { readonly place: string }): ReactNode {
  const say = useWords(words);
  const { may } = useSession();
  const history = useAsk('rule.history', { rule: rule.rule, region: place }, { when: may('rule.read') });
  return (
    <Section title={say.history} className="no-print">
      <Asked query={history}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="soft">{say.noHistory}</p>
          ) : (
            <Timeline
              entries={items.map(({ mode, reason, setAt, setBy }, at) => ({
                key: `${setAt} ${at}`,
                at: setAt,
                title: say[mode],
                by: setBy?.name ?? '',
                children: <p>{reason}</p>,
              }))}
            />
          )
        }
      </Asked>
    </Section>
  );
}
