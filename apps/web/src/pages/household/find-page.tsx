import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { type Got, useApi } from '../../api/use-api.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { Button } from '../../ui/button.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Empty } from '../../ui/empty.tsx';
import { FaultSummary } from '../../ui/fault-summary.tsx';
import { AreaField, ChoiceField, TextField } from '../../ui/field.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Problem } from '../../ui/problem.tsx';
import { RegionName } from '../../ui/region-name.tsx';
import { usePick, useWords } from '../../words/language.tsx';
import { findFaults, type Sought, startSought } from './find-form.ts';
import { programmeWords } from './programme-words.ts';
import { kinWords } from './words-kin.ts';

type Found = Got<'household.find'>;

/**
 * Finds a household by a whole number or name, for a reason. What is typed and found lives in this component alone: not
 * in the address, not in storage, not in the cache of queries.
 */
export function FindPage(): ReactNode {
  return (
    <OnlyFor may="person.find">
      <Find />
    </OnlyFor>
  );
}

function Find(): ReactNode {
  const say = useWords(kinWords);
  const api = useApi();
  const [sought, setSought] = useState<Sought>(startSought);
  const [found, setFound] = useState<Found | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const [tries, setTries] = useState(0);
  const search = async (): Promise<void> => {
    setTries((n) => n + 1);
    if (findFaults(sought).length > 0) return;
    setBusy(true);
    setError(null);
    setFound(null);
    try {
      setFound(
        await api.household.find({
          kind: sought.kind,
          text: sought.text.trim(),
          reason: sought.reason.trim(),
        }),
      );
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Page title={say.findTitle} lead={<p>{say.findLead}</p>}>
      <Section title={say.search}>
        <form
          noValidate
          autoComplete="off"
          onSubmit={(event) => {
            event.preventDefault();
            void search();
          }}
        >
          <FindFields sought={sought} tries={tries} onChange={setSought} />
          <p className="buttons">
            <Button kind="main" type="submit" busy={isBusy}>
              {isBusy ? say.searching : say.search}
            </Button>
            <Button
              onClick={() => {
                setSought(startSought);
                setFound(null);
                setError(null);
                setTries(0);
              }}
            >
              {say.again}
            </Button>
          </p>
        </form>
      </Section>
      {error === null ? null : <Problem error={error} />}
      {found === null ? null : <Results found={found} />}
    </Page>
  );
}

function FindFields({
  sought,
  tries,
  onChange,
}: {
  readonly sought: Sought;
  readonly tries: number;
  readonly onChange: (sought: Sought) => void;
}): ReactNode {
  const say = useWords(kinWords);
  const faults = tries === 0 ? [] : findFaults(sought);
  const words = { text: say.textMissing, reason: say.reasonShort };
  const faultOf = (field: keyof typeof words): string | null =>
    faults.includes(field) ? words[field] : null;
  return (
    <>
      <FaultSummary
        key={tries}
        faults={faults.map((field) => ({ id: `find-${field}`, text: words[field] }))}
      />
      <ChoiceField
        label={say.by}
        value={sought.kind}
        onChange={(kind) => onChange({ ...sought, kind: kind as Sought['kind'] })}
        choices={[
          { value: 'id', label: say.byId },
          { value: 'name', label: say.byName },
          { value: 'phone', label: say.byPhone },
          { value: 'account', label: say.byAccount },
        ]}
      />
      <TextField
        id="find-text"
        label={say.text}
        hint={say.textHint}
        required
        maxLength={60}
        autoComplete="off"
        spellCheck={false}
        value={sought.text}
        onChange={(text) => onChange({ ...sought, text })}
        fault={faultOf('text')}
      />
      <AreaField
        id="find-reason"
        label={say.reason}
        hint={say.findReasonHint}
        required
        rows={2}
        maxLength={400}
        value={sought.reason}
        onChange={(reason) => onChange({ ...sought, reason })}
        fault={faultOf('reason')}
      />
    </>
  );
}

function Results({ found }: { readonly found: Found }): ReactNode {
  const say = useWords(kinWords);
  const pick = usePick();
  const columns: readonly Column<Found['items'][number]>[] = [
    { key: 'head', title: say.head, isRowHeader: true, cell: ({ headName }) => headName },
    { key: 'place', title: say.place, cell: ({ region }) => <RegionName code={region} /> },
    { key: 'programme', title: say.programme, cell: ({ programme }) => pick(programmeWords(programme)) },
    { key: 'size', title: say.size, align: 'right', cell: ({ members }) => members ?? '' },
    {
      key: 'open',
      title: say.open,
      cell: ({ id }) => (
        <Link to="/households/$id" params={{ id }}>
          {say.open}
        </Link>
      ),
    },
  ];
  if (found.items.length === 0) return <Empty why={say.foundNone} />;
  return (
    <Section title={say.foundCount(found.items.length)}>
      {found.isMore ? <p className="note">{say.foundMore}</p> : null}
      <DataTable
        caption={say.foundTable}
        hidesCaption
        columns={columns}
        rows={found.items}
        rowKey={({ id }) => id}
      />
    </Section>
  );
}
