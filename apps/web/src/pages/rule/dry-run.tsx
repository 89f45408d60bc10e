import { type ReactNode, useState } from 'react';
import { newId } from '../../api/new-id.ts';
import { type Got, useAsk, useSend } from '../../api/use-api.tsx';
import { Asked } from '../../ui/asked.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Empty } from '../../ui/empty.tsx';
import { CheckField } from '../../ui/field.tsx';
import { Problem } from '../../ui/problem.tsx';
import { RegionName } from '../../ui/region-name.tsx';
import { dayOf } from '../../words/format.ts';
import { usePick, useWords } from '../../words/language.tsx';
import type { RuleDetail } from './rule-filter.ts';
import { words } from './words.ts';

type Batch = Got<'import.list'>['items'][number];
type Run = Got<'run.get'>;

/** Counts what one rule would find in imported batches, without entering anything. */
export function DryRun({
  rule,
  place,
  onClose,
}: {
  readonly rule: RuleDetail;
  readonly place: string;
  readonly onClose: () => void;
}): ReactNode {
  const say = useWords(words);
  const [runId, setRunId] = useState<string | null>(null);
  const batches = useAsk('import.list', { limit: 50 });
  const county = place.slice(0, 6);
  return (
    <Dialog title={say.dryTitle(rule.rule)} onClose={onClose} wide>
      <p>{say.dryLead}</p>
      {runId === null ? (
        <Asked query={batches}>
          {({ items }) => (
            <Start
              rule={rule}
              county={county}
              batches={items.filter(({ region, state }) => region === county && state === 'done')}
              onStart={setRunId}
            />
          )}
        </Asked>
      ) : (
        <Followed runId={runId} code={rule.rule} />
      )}
    </Dialog>
  );
}

function Start({
  rule,
  county,
  batches,
  onStart,
}: {
  readonly rule: RuleDetail;
  readonly county: string;
  readonly batches: readonly Batch[];
  readonly onStart: (runId: string) => void;
}): ReactNode {
  const say = useWords(words);
  const [id] = useState(newId);
  const [left, setLeft] = useState<readonly string[]>(() => batches.slice(1).map((one) => one.id));
  const send = useSend('run.start', ['run']);
  const chosen = batches.filter((one) => !left.includes(one.id)).map((one) => one.id);
  if (batches.length === 0)
    return (
      <Empty why={say.noBatches}>
        <ButtonLink to="/imports">{say.batches}</ButtonLink>
      </Empty>
    );
  const start = async (): Promise<void> => {
    await send.send({ id, region: county, batches: chosen, rules: [rule.rule], isDry: true });
    onStart(id);
  };
  return (
    <div className="stack">
      {send.error === null ? null : <Problem error={send.error} />}
      <fieldset className="field">
        <legend>{say.batches}</legend>
        {batches.map((one) => (
          <CheckField
            key={one.id}
            label={`${one.title}（${dayOf(one.openedAt)}）`}
            value={!left.includes(one.id)}
            onChange={(isOn) => setLeft(isOn ? left.filter((other) => other !== one.id) : [...left, one.id])}
          />
        ))}
      </fieldset>
      <div>
        <Button
          kind="main"
          busy={send.isPending}
          whyNot={chosen.length === 0 ? say.chooseBatch : null}
          onClick={() => void start().catch(() => undefined)}
        >
          {say.startDry}
        </Button>
      </div>
    </div>
  );
}

function Followed({ runId, code }: { readonly runId: string; readonly code: string }): ReactNode {
  const [isOver, setOver] = useState(false);
  const run = useAsk('run.get', { id: runId }, { everyMs: isOver ? false : 1500 });
  if (!isOver && run.data !== undefined && run.data.state !== 'waiting') setOver(true);
  return <Asked query={run}>{(found) => <Outcome run={found} code={code} />}</Asked>;
}

function Outcome({ run, code }: { readonly run: Run; readonly code: string }): ReactNode {
  const say = useWords(words);
  const pick = usePick();
  const { state, progress, report, failure } = run;
  if (state === 'waiting')
    return (
      <div role="status">
        <p>
          {say.running} {progress?.stage == null ? null : pick(progress.stage)}
        </p>
        <progress className="progress" max={1} value={progress?.fraction ?? 0} aria-label={say.running} />
      </div>
    );
  if (report === null)
    return (
      <div className="problem" role="alert">
        <p className="what">{failure === null ? say.dryFailed : pick(failure.what)}</p>
        {failure === null ? null : <p>{pick(failure.remedy)}</p>}
      </div>
    );
  return <Counts report={report} code={code} runId={run.id} />;
}

type Report = NonNullable<Run['report']>;

function Counts({
  report,
  code,
  runId,
}: {
  readonly report: Report;
  readonly code: string;
  readonly runId: string;
}): ReactNode {
  const say = useWords(words);
  const pick = usePick();
  const of = ({ rule }: { readonly rule: string }): boolean => rule === code;
  const silent = report.silentRules.find(of);
  const shadow = report.shadow?.find(of);
  const { leads, serious, suspect, info } = shadow ?? report;
  return (
    <div className="stack" role="status">
      <h3>{say.dryDone}</h3>
      {silent === undefined ? null : (
        <p className="note warn">{say.missing(silent.missing.map(pick).join(say.or))}</p>
      )}
      {report.retired?.includes(code) ? <p className="note warn">{say.dryRetired}</p> : null}
      <p>
        <b>{say.dryLeads(leads, serious, suspect, info)}</b>
      </p>
      {shadow === undefined ? (
        <>
          <p>{say.dryNew(report.entered, report.known, report.quiet)}</p>
          <p>{say.dryVisits(report.expectedVisits)}</p>
        </>
      ) : (
        <p className="note">{say.dryShadow}</p>
      )}
      {report.byTown.length === 0 ? null : (
        <DataTable
          caption={say.byTown}
          rows={[...report.byTown].sort((a, b) => (a.region < b.region ? -1 : 1))}
          rowKey={({ region }) => region}
          columns={[
            {
              key: 'town',
              title: say.town,
              isRowHeader: true,
              cell: ({ region, name }) => (name === '' ? <RegionName code={region} /> : name),
            },
            { key: 'leads', title: say.leads, align: 'right', cell: (row) => row.leads },
            { key: 'households', title: say.households, align: 'right', cell: (row) => row.households },
          ]}
        />
      )}
      <div>
        <ButtonLink to="/runs/$id" params={{ id: runId }}>
          {say.toRun}
        </ButtonLink>
      </div>
    </div>
  );
}
