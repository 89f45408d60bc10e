import type { ReactNode } from 'react';
import { FactsList } from '../../ui/facts-list.tsx';
import { RegionName } from '../../ui/region-name.tsx';
import { DueTag, SeverityTag, StateTag, Tag } from '../../ui/tag.tsx';
import { money } from '../../words/format.ts';
import { useLang, usePick, useWords } from '../../words/language.tsx';
import { programmeWords } from '../household/programme-words.ts';
import { stateTitle } from '../matter/line-words.ts';
import { useWorkflows } from '../matter/use-workflows.ts';
import type { Proof } from './cell-value.tsx';
import styles from './lead.module.css';
import { readPeriod } from './period.ts';
import { leadWords } from './words.ts';

/** What the lead is: state, severity, programme, months and money, days left, and what was found in one sentence. */
export function LeadHeading({ proof }: { readonly proof: Proof }): ReactNode {
  const say = useWords(leadWords);
  const pick = usePick();
  const { finding } = proof;
  const summary = finding === null ? '' : pick(finding.summary);
  return (
    <>
      <Tags proof={proof} />
      {summary === '' ? null : <p className={styles['summary']}>{summary}</p>}
      <Facts proof={proof} />
      <p className="soft">{say.notVerdict}</p>
    </>
  );
}

function Tags({ proof }: { readonly proof: Proof }): ReactNode {
  const say = useWords(leadWords);
  const lang = useLang();
  const workflows = useWorkflows();
  const { finding, isEnded, isUnconfirmed, isRestricted, firstStep } = proof;
  return (
    <p className={styles['tags']}>
      <StateTag title={stateTitle(workflows, proof, lang)} isEnded={isEnded} />
      <SeverityTag severity={proof.severity} />
      {finding?.grade === 'screening' ? <Tag>{say.screening}</Tag> : null}
      {isUnconfirmed ? <Tag tone="warn">{say.unconfirmed}</Tag> : null}
      {firstStep === 'identity_check' ? <Tag tone="warn">{say.identityFirst}</Tag> : null}
      {isRestricted ? <Tag tone="bad">{say.restricted}</Tag> : null}
      {isEnded ? null : <DueTag dueOn={proof.dueOn} isOverdue={proof.isOverdue} />}
    </p>
  );
}

function Facts({ proof }: { readonly proof: Proof }): ReactNode {
  const say = useWords(leadWords);
  const pick = usePick();
  const lang = useLang();
  const period = readPeriod(proof.finding?.period ?? null);
  const hand = proof.assignedTo?.name ?? null;
  return (
    <FactsList
      facts={[
        { name: say.subject, value: proof.finding?.subjectName ?? proof.title },
        { name: say.place, value: <RegionName code={proof.region} /> },
        ...(proof.programme === 'none'
          ? []
          : [{ name: say.programme, value: pick(programmeWords(proof.programme)) }]),
        ...(period === null
          ? []
          : [{ name: say.months, value: say.monthsOf(period.from, period.to, period.months) }]),
        ...(proof.amountFen === null ? [] : [{ name: say.amount, value: money(proof.amountFen, lang) }]),
        {
          name: say.assigned,
          value:
            hand ??
            (proof.assignedArea === null ? say.notAssigned : <RegionName code={proof.assignedArea} />),
        },
      ]}
    />
  );
}
