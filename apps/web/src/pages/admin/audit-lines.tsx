import { type Role, roles } from '@yangguang/domain/people/role';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type Got, useAsk } from '../../api/use-api.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { Tag } from '../../ui/tag.tsx';
import { instant } from '../../words/format.ts';
import { usePick, useWords } from '../../words/language.tsx';
import styles from './admin.module.css';
import { subjectParts } from './audit-filter.ts';
import { auditWords, subjectWords } from './words-audit.ts';

type Line = Got<'audit.search'>['items'][number];

/** Columns of the audit of reads. */
export function useLineColumns(): Column<Line>[] {
  const say = useWords(auditWords);
  const pick = usePick();
  return [
    { key: 'at', title: say.at, isShort: true, cell: ({ at }) => instant(at) },
    {
      key: 'who',
      title: say.who,
      isRowHeader: true,
      cell: ({ by }) => (by === null ? <span className="soft">{say.nobody}</span> : by.name),
    },
    { key: 'role', title: say.role, isShort: true, cell: ({ role }) => <RoleNames names={role} /> },
    { key: 'what', title: say.what, cell: ({ title }) => pick(title) },
    { key: 'subject', title: say.subject, cell: (row) => <Subject line={row} /> },
    { key: 'reason', title: say.reason, cell: ({ reason }) => reason },
    {
      key: 'outcome',
      title: say.outcome,
      isShort: true,
      cell: ({ outcome, code }) =>
        outcome === 'refused' ? (
          <Tag tone="warn">
            {say.refused} {code}
          </Tag>
        ) : (
          say.given
        ),
    },
    { key: 'address', title: say.address, cell: ({ address }) => <code>{address}</code> },
  ];
}

/** Roles in words; several stand with commas. */
export function RoleNames({ names }: { readonly names: string | null }): ReactNode {
  const pick = usePick();
  if (names === null) return null;
  const words = names.split(',').map((name) => (name in roles ? pick(roles[name as Role]) : name));
  return <>{words.join('、')}</>;
}

function Subject({ line: { subject } }: { readonly line: Line }): ReactNode {
  const say = useWords(auditWords);
  const names = useWords(subjectWords);
  const nameOf = (key: string): string =>
    Object.hasOwn(names, key) ? names[key as keyof typeof subjectWords] : key;
  const personOf = useAccountNames();
  const { household, matter } = subject;
  return (
    <span className={styles['subject']}>
      {typeof household === 'string' ? (
        <>
          <Link to="/admin/audit/household/$id" params={{ id: household }}>
            {say.whoRead}
          </Link>{' '}
        </>
      ) : null}
      {typeof matter === 'string' ? (
        <>
          <Link to="/admin/audit/steps" search={{ matter }}>
            {say.matter} {matter.slice(0, 8)}
          </Link>{' '}
        </>
      ) : null}
      {subjectParts(subject).map(({ name, value }) => (
        <span key={name}>
          <span className="soft">{nameOf(name)}</span> {name === 'account' ? personOf(value) : value}{' '}
        </span>
      ))}
    </span>
  );
}

/** Who an account belongs to, for those that can be listed. */
function useAccountNames(): (id: string) => string {
  const { data } = useAsk('account.list', { limit: 200 });
  return (id) => data?.items.find((one) => one.id === id)?.fullName ?? id.slice(0, 8);
}
