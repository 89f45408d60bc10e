import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { DataTable } from '../../ui/data-table.tsx';
import { usePick, useWords } from '../../words/language.tsx';
import { byReason, type Previewed, type Refusal, type Taken } from './bulk-run.ts';
import styles from './leads.module.css';
import { dialogWords } from './words-dialogs.ts';

/** How many could be done, and why the others cannot. */
export function PreviewLines({ previewed: { can, cannot } }: { readonly previewed: Previewed }): ReactNode {
  const say = useWords(dialogWords);
  return (
    <div className="stack" role="status">
      <p>
        <b>{say.canBe(can.length)}</b>
      </p>
      {cannot.length === 0 ? null : (
        <div className="note warn">
          <p>{say.cannotBe(cannot.length)}</p>
          <Reasons refusals={cannot} />
        </div>
      )}
    </div>
  );
}

function Reasons({ refusals }: { readonly refusals: readonly Refusal[] }): ReactNode {
  const say = useWords(dialogWords);
  const pick = usePick();
  return (
    <ul className="bulleted">
      {byReason(refusals).map(({ why, count }) => (
        <li key={why === null ? '' : `${why.code}${why.why.zh}`}>
          {say.reasonLine(count, why === null ? say.noAnswer : say.sentences(pick(why.what), pick(why.why)))}
        </li>
      ))}
    </ul>
  );
}

/** What became of each: those done as a number, those not done one by one with their reason. */
export function ResultLines({ result: { taken, failed } }: { readonly result: Taken }): ReactNode {
  const say = useWords(dialogWords);
  const pick = usePick();
  return (
    <div className="stack">
      <p role="status">
        <b>{say.taken(taken.length)}</b>
        {failed.length === 0 ? null : ` · ${say.notTaken(failed.length)}`}
      </p>
      {failed.length === 0 ? null : (
        <div className={styles['results']}>
          <DataTable
            caption={say.notTakenTable}
            rows={failed}
            rowKey={({ matterId }) => matterId}
            columns={[
              {
                key: 'lead',
                title: say.leadColumn,
                isRowHeader: true,
                isShort: true,
                cell: ({ matterId }) => (
                  <Link to="/leads/$matterId" params={{ matterId }}>
                    {say.openLead} {matterId.slice(0, 8)}
                  </Link>
                ),
              },
              {
                key: 'why',
                title: say.whyColumn,
                cell: ({ why }) => (why === null ? say.noAnswer : `${why.code} ${pick(why.what)}`),
              },
              {
                key: 'remedy',
                title: say.remedyColumn,
                cell: ({ why }) => (why === null ? '' : pick(why.remedy)),
              },
            ]}
          />
        </div>
      )}
    </div>
  );
}
