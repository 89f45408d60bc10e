import type { ReactNode } from 'react';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { FactsList } from '../../ui/facts-list.tsx';
import { Section } from '../../ui/page.tsx';
import { RegionName } from '../../ui/region-name.tsx';
import { Tag } from '../../ui/tag.tsx';
import { usePick, useWords } from '../../words/language.tsx';
import type { Card } from './card-parts.ts';
import styles from './household.module.css';
import { programmeWords } from './programme-words.ts';
import { relationWords } from './relation-words.ts';
import { householdWords } from './words.ts';

/** Who they are, where they live, how they are reached and paid: masked. */
export function MembersSection({ card }: { readonly card: Card }): ReactNode {
  const say = useWords(householdWords);
  const pick = usePick();
  const columns: readonly Column<Card['members'][number]>[] = [
    { key: 'name', title: say.name, isRowHeader: true, cell: ({ name }) => name },
    { key: 'relation', title: say.relation, cell: ({ relation }) => pick(relationWords(relation)) },
    {
      key: 'id',
      title: say.idNumber,
      cell: ({ idNumber }) => <span className="figures">{idNumber ?? say.notKnown}</span>,
    },
    {
      key: 'insured',
      title: say.insured,
      cell: ({ isInsured }) => (
        <Tag tone={isInsured ? 'good' : 'plain'}>{isInsured ? say.isInsured : say.notInsured}</Tag>
      ),
    },
  ];
  const list = (values: readonly string[]): string =>
    values.length === 0 ? say.notKnown : values.join(say.comma);
  return (
    <Section title={say.members}>
      <p className="hint no-print">{say.maskedNote}</p>
      <FactsList
        facts={[
          { name: say.place, value: <RegionName code={card.region} /> },
          { name: say.programme, value: pick(programmeWords(card.programme)) },
          { name: say.address, value: card.address ?? say.notKnown },
          { name: say.phones, value: list(card.phones) },
          {
            name: say.accounts,
            value: list(card.accounts.map(({ number, bank }) => `${number} ${bank}`.trim())),
          },
        ]}
      />
      <div className={styles['table']}>
        <DataTable
          caption={say.membersTable}
          hidesCaption
          columns={columns}
          rows={card.members}
          rowKey={({ name, idNumber, relation }) => `${name}.${idNumber ?? ''}.${relation}`}
          empty={<p className="soft">{say.noMembers}</p>}
        />
      </div>
    </Section>
  );
}
