import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSession } from '../../session/session.tsx';
import { Section } from '../../ui/page.tsx';
import { Tag } from '../../ui/tag.tsx';
import { usePick, useWords } from '../../words/language.tsx';
import type { Proof } from './cell-value.tsx';
import styles from './lead.module.css';
import { evidenceWords } from './words-evidence.ts';

/** Why it may be innocent, then the rule in words with its law. */
export function RuleSection({ proof }: { readonly proof: Proof }): ReactNode {
  const say = useWords(evidenceWords);
  const pick = usePick();
  const { page, packVersion, isPackNewer } = proof;
  if (page === null)
    return (
      <Section title={say.rule}>
        <p className="soft">{say.noPage}</p>
      </Section>
    );
  return (
    <>
      <Section title={say.innocentTitle} className={styles['innocent']}>
        <ul className="bulleted">
          {page.innocent.map((one) => (
            <li key={one.zh}>{pick(one)}</li>
          ))}
        </ul>
      </Section>
      <Section title={say.rule} actions={<RuleLink rule={proof.finding?.rule} />}>
        {page.status === 'active' ? null : (
          <Tag tone="warn">{page.status === 'draft' ? say.ruleDraft : say.ruleRetired}</Tag>
        )}
        <dl className={styles['prose']}>
          <dt>{say.what}</dt>
          <dd>{pick(page.what)}</dd>
          <dt>{say.whyInnocent}</dt>
          <dd>{pick(page.whyInnocent)}</dd>
          <dt>{say.verify}</dt>
          <dd>{pick(page.verify)}</dd>
          <dt>{say.basis}</dt>
          <dd>
            <Basis page={page} />
          </dd>
        </dl>
        {packVersion === null ? null : (
          <p className="soft">
            {say.version(packVersion)} {isPackNewer ? say.packNewer : null}
          </p>
        )}
      </Section>
    </>
  );
}

function RuleLink({ rule }: { readonly rule: string | undefined }): ReactNode {
  const say = useWords(evidenceWords);
  const { may } = useSession();
  if (rule === undefined || !may('rule.read')) return null;
  return (
    <Link to="/rules/$id" params={{ id: rule }} className="no-print">
      {rule} {say.openRule}
    </Link>
  );
}

function Basis({ page }: { readonly page: NonNullable<Proof['page']> }): ReactNode {
  const say = useWords(evidenceWords);
  const pick = usePick();
  return (
    <ul className="stack">
      {page.basis.map((one) => (
        <li key={`${one.instrument}${one.article}`}>
          <b>
            {pick(one.title)} {one.number === null ? '' : one.number} {one.article}
          </b>{' '}
          <span className="soft">{say.inForce(one.from, one.to)}</span>
          {one.text === null ? null : <p>{one.text}</p>}
        </li>
      ))}
    </ul>
  );
}
