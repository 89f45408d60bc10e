import type { ReactNode } from 'react';
import { DataTable } from '../../../ui/data-table.tsx';
import { FactsList } from '../../../ui/facts-list.tsx';
import { Section } from '../../../ui/page.tsx';
import { money, yuan } from '../../../words/format.ts';
import { useLang, useWords } from '../../../words/language.tsx';
import type { Matter } from '../fact-words.ts';
import { paymentsOf } from './payments.ts';
import { words } from './words.ts';

/** What a family owes, has paid back, and how many parts are left. */
export function PaymentsPanel({ matter }: { readonly matter: Matter }): ReactNode {
  const say = useWords(words);
  const lang = useLang();
  const { owedFen, paidFen, leftFen, eachFen, partsLeft, payments } = paymentsOf(matter);
  return (
    <Section title={say.payments}>
      <FactsList
        facts={[
          { name: say.owed, value: money(owedFen, lang) },
          { name: say.paid, value: money(paidFen, lang) },
          { name: say.left, value: <b>{money(leftFen, lang)}</b> },
          ...(eachFen === null ? [] : [{ name: say.each, value: money(eachFen, lang) }]),
          ...(partsLeft === null ? [] : [{ name: say.partsLeft, value: say.parts(partsLeft) }]),
        ]}
      />
      <DataTable
        caption={say.table(say.payments)}
        hidesCaption
        rows={payments}
        rowKey={({ id }) => id}
        empty={<p className="soft">{say.noPayment}</p>}
        columns={[
          { key: 'on', title: say.columnOn, isRowHeader: true, cell: ({ paidOn }) => paidOn },
          { key: 'amount', title: say.columnAmount, align: 'right', cell: (one) => yuan(one.paidFen) },
          { key: 'rest', title: say.columnRest, align: 'right', cell: (one) => yuan(one.leftFen) },
          { key: 'by', title: say.columnBy, cell: ({ by }) => by },
        ]}
      />
      <p className="hint">{say.notGross}</p>
    </Section>
  );
}
