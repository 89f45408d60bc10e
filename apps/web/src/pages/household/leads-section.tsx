import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSession } from '../../session/session.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Section } from '../../ui/page.tsx';
import { DueTag, SeverityTag, StateTag } from '../../ui/tag.tsx';
import { money } from '../../words/format.ts';
import { useLang, usePick, useWords } from '../../words/language.tsx';
import { lineTitle, stateTitle } from '../matter/line-words.ts';
import { useWorkflows } from '../matter/use-workflows.ts';
import { type Card, type CardLead, sortLeads } from './card-parts.ts';
import { MayBeMissing } from './receives.tsx';
import { householdWords } from './words.ts';

/** What it may have been left out of: found by the omission rules and not cleared. */
export function MissingSection({ card }: { readonly card: Card }): ReactNode {
  const say = useWords(householdWords);
  const { may } = useSession();
  return (
    <Section title={say.mayBeMissing}>
      {may('lead.read') ? (
        <MayBeMissing leads={card.mayBeMissing} />
      ) : (
        <p className="soft">{say.leadsHidden}</p>
      )}
    </Section>
  );
}

/** Everything found about it, open ones first. */
export function LeadsSection({ card }: { readonly card: Card }): ReactNode {
  const say = useWords(householdWords);
  const { may } = useSession();
  const pick = usePick();
  const lang = useLang();
  const columns: readonly Column<CardLead>[] = [
    {
      key: 'rule',
      title: say.rule,
      isRowHeader: true,
      cell: ({ matterId, rule, ruleTitle }) => (
        <Link to="/leads/$matterId" params={{ matterId }}>
          {rule} {pick(ruleTitle)}
        </Link>
      ),
    },
    {
      key: 'about',
      title: say.about,
      cell: ({ summary, severity }) => (
        <>
          <SeverityTag severity={severity} /> {pick(summary)}
        </>
      ),
    },
    {
      key: 'money',
      title: say.money,
      align: 'right',
      isShort: true,
      cell: ({ amountFen }) => (amountFen === null ? '' : money(amountFen, lang)),
    },
    {
      key: 'state',
      title: say.state,
      isShort: true,
      cell: (one) => <StateTag title={pick(one.stateTitle)} isEnded={one.isEnded} />,
    },
  ];
  return (
    <Section title={say.leads}>
      {may('lead.read') ? (
        <DataTable
          caption={say.leadsTable}
          hidesCaption
          columns={columns}
          rows={sortLeads(card.leads)}
          rowKey={({ matterId }) => matterId}
          empty={<p className="soft">{say.leadsNone}</p>}
        />
      ) : (
        <p className="soft">{say.leadsHidden}</p>
      )}
    </Section>
  );
}

/** Everything else that is or was carried out about it. */
export function MattersSection({ card }: { readonly card: Card }): ReactNode {
  const say = useWords(householdWords);
  const { may } = useSession();
  const lang = useLang();
  const workflows = useWorkflows();
  const columns: readonly Column<Card['matters'][number]>[] = [
    {
      key: 'matter',
      title: say.matter,
      isRowHeader: true,
      cell: (line) => (
        <Link to="/matters/$id" params={{ id: line.id }}>
          {lineTitle(workflows, line, lang)}
        </Link>
      ),
    },
    {
      key: 'state',
      title: say.state,
      isShort: true,
      cell: (line) => <StateTag title={stateTitle(workflows, line, lang)} isEnded={line.isEnded} />,
    },
    {
      key: 'due',
      title: say.due,
      isShort: true,
      cell: ({ dueOn, isOverdue, isEnded }) =>
        isEnded ? '' : <DueTag dueOn={dueOn} isOverdue={isOverdue} />,
    },
  ];
  return (
    <Section title={say.matters}>
      {may('matter.read') ? (
        <DataTable
          caption={say.mattersTable}
          hidesCaption
          columns={columns}
          rows={card.matters}
          rowKey={({ id }) => id}
          empty={<p className="soft">{say.mattersNone}</p>}
        />
      ) : (
        <p className="soft">{say.mattersHidden}</p>
      )}
    </Section>
  );
}
