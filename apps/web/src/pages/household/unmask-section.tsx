import { type ReactNode, useState } from 'react';
import { type Got, useApi } from '../../api/use-api.tsx';
import { Button } from '../../ui/button.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { AreaField } from '../../ui/field.tsx';
import { Section } from '../../ui/page.tsx';
import { Problem } from '../../ui/problem.tsx';
import { usePick, useWords } from '../../words/language.tsx';
import styles from './household.module.css';
import { relationWords } from './relation-words.ts';
import { householdWords } from './words.ts';
import { kinWords } from './words-kin.ts';

export type Full = Got<'household.unmask'>;

/** As short as a reason may be. */
export const shortestReason = 4;

/** Asks for everything in full, with a reason. */
export function UnmaskSection({
  id,
  whyNot,
  onFull,
}: {
  readonly id: string;
  /** Why it cannot be asked for now; null when it can. */
  readonly whyNot: string | null;
  readonly onFull: (full: Full) => void;
}): ReactNode {
  const say = useWords(kinWords);
  return (
    <Section title={say.unmask} className="no-print">
      <AskForIt id={id} whyNot={whyNot} onFull={onFull} />
    </Section>
  );
}

function AskForIt({
  id,
  whyNot,
  onFull,
}: {
  readonly id: string;
  readonly whyNot: string | null;
  readonly onFull: (full: Full) => void;
}): ReactNode {
  const say = useWords(kinWords);
  const api = useApi();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const isShort = reason.trim().length < shortestReason;
  const look = async (): Promise<void> => {
    setTried(true);
    if (isShort) return;
    setBusy(true);
    setError(null);
    try {
      onFull(await api.household.unmask({ id, reason: reason.trim() }));
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <AreaField
        label={say.unmaskWhy}
        hint={say.unmaskHint}
        required
        rows={2}
        maxLength={400}
        value={reason}
        onChange={setReason}
        fault={isTried && isShort ? say.reasonShort : null}
      />
      {error === null ? null : <Problem error={error} />}
      <Button busy={isBusy} whyNot={whyNot} onClick={() => void look()}>
        {say.unmaskDo}
      </Button>
    </>
  );
}

/**
 * What was asked for. It lives in the state of the page alone: no query keeps it, no sheet prints it, and it is gone
 * with the page.
 */
export function InFull({ full, onFold }: { readonly full: Full; readonly onFold: () => void }): ReactNode {
  const say = useWords(kinWords);
  const own = useWords(householdWords);
  return (
    <Section
      title={say.inFull}
      className={`no-print ${styles['full'] ?? ''}`}
      actions={<Button onClick={onFold}>{say.fold}</Button>}
    >
      <p className="note warn">{say.inFullNote}</p>
      <p>
        <b>{own.address}</b> {full.address ?? own.notKnown}
      </p>
      <p>
        <b>{own.phones}</b> {full.phones.length === 0 ? own.notKnown : full.phones.join(own.comma)}
      </p>
      <FullMembers members={full.members} />
      <DataTable
        caption={say.fullAccounts}
        columns={[
          {
            key: 'number',
            title: say.account,
            isRowHeader: true,
            cell: ({ number }) => <span className="figures">{number}</span>,
          },
          { key: 'name', title: say.accountName, cell: ({ name }) => name },
          { key: 'bank', title: say.bank, cell: ({ bank }) => bank },
        ]}
        rows={full.accounts}
        rowKey={({ number }) => number}
        empty={null}
      />
    </Section>
  );
}

function FullMembers({ members }: { readonly members: Full['members'] }): ReactNode {
  const say = useWords(kinWords);
  const own = useWords(householdWords);
  const pick = usePick();
  const columns: readonly Column<Full['members'][number]>[] = [
    { key: 'name', title: own.name, isRowHeader: true, cell: ({ name }) => name },
    {
      key: 'id',
      title: own.idNumber,
      cell: ({ idNumber }) => <span className="figures">{idNumber ?? own.notKnown}</span>,
    },
    { key: 'relation', title: own.relation, cell: ({ relation }) => pick(relationWords(relation)) },
    { key: 'birth', title: own.birth, isShort: true, cell: ({ birthOn }) => birthOn ?? '' },
    { key: 'health', title: own.health, cell: ({ health }) => health ?? '' },
    { key: 'disability', title: own.disability, cell: ({ disability }) => disability ?? '' },
    { key: 'employment', title: own.employment, cell: ({ employment }) => employment ?? '' },
  ];
  return (
    <DataTable
      caption={say.fullMembers}
      columns={columns}
      rows={members}
      rowKey={({ name, idNumber }) => `${name}.${idNumber ?? ''}`}
      empty={<p className="soft">{own.noMembers}</p>}
    />
  );
}
