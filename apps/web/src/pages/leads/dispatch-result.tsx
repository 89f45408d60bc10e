import { type ReactNode, useEffect } from 'react';
import { type Got, useAsk, useForget } from '../../api/use-api.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Problem } from '../../ui/problem.tsx';
import { RegionName } from '../../ui/region-name.tsx';
import { usePick, useWords } from '../../words/language.tsx';
import { dialogWords } from './words-dialogs.ts';

type Sent = Got<'dispatch.get'>;

/** How far a dispatch is, and in the end what each town got and what stayed. */
export function DispatchResult({ id }: { readonly id: string }): ReactNode {
  const say = useWords(dialogWords);
  const forget = useForget();
  const sent = useAsk('dispatch.get', { id }, { everyMs: 700 });
  const state = sent.data?.state;
  const isOver = state !== undefined && state !== 'waiting';
  useEffect(() => {
    if (isOver) void forget(['lead', 'matter']);
  }, [isOver, forget]);
  if (sent.data === undefined)
    return sent.error === null ? <p role="status">{say.sending}</p> : <Problem error={sent.error} />;
  if (!isOver) return <Going progress={sent.data.progress} />;
  return <Ended sent={sent.data} />;
}

function Going({ progress }: { readonly progress: Sent['progress'] }): ReactNode {
  const say = useWords(dialogWords);
  const pick = usePick();
  const stage = progress?.stage ?? null;
  return (
    <div role="status" className="stack">
      <p>
        <b>{say.sending}</b> {stage === null ? null : pick(stage)}
      </p>
      <progress aria-label={say.sending} className="progress" max={1} value={progress?.fraction ?? 0} />
      <p className="soft">{say.sendingHint}</p>
    </div>
  );
}

function Ended({ sent: { state, report, failure } }: { readonly sent: Sent }): ReactNode {
  const say = useWords(dialogWords);
  const pick = usePick();
  const why = (code: string): string =>
    code === 'WF-105' ? say.refusedKin : code === 'WF-101' ? say.refusedState : say.refusedOther;
  return (
    <div className="stack">
      {state === 'failed' ? (
        <div className="problem" role="alert">
          <p className="what">{failure === null ? say.dispatchFailed : pick(failure.what)}</p>
          {failure === null ? null : (
            <>
              <p>{pick(failure.why)}</p>
              <p>{pick(failure.remedy)}</p>
              <p className="code">{failure.code}</p>
            </>
          )}
        </div>
      ) : null}
      {state === 'cancelled' ? <p className="note warn">{say.dispatchStopped}</p> : null}
      {report === null ? null : (
        <>
          <p role="status">
            <b>{say.sent(report.dispatched)}</b>
          </p>
          {report.towns.length === 0 ? null : (
            <DataTable
              caption={say.sentByTown}
              rows={report.towns}
              rowKey={({ region }) => region}
              columns={[
                {
                  key: 'town',
                  title: say.town,
                  isRowHeader: true,
                  cell: ({ region }) => (region.length < 9 ? say.countyItself : <RegionName code={region} />),
                },
                { key: 'leads', title: say.leads, align: 'right', cell: ({ leads }) => leads },
              ]}
            />
          )}
          {report.refused.length === 0 ? null : (
            <div className="note warn">
              <p>{say.refused}</p>
              <ul className="bulleted">
                {report.refused.map(({ code, leads }) => (
                  <li key={code}>
                    {say.refusedLine(leads, code)} {why(code)}
                  </li>
                ))}
              </ul>
            </div>
          )}
        </>
      )}
    </div>
  );
}
