import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useAsk, type Got } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Section } from '../../ui/page.tsx';
import { percent } from '../../words/format.ts';
import { usePick, useWords } from '../../words/language.tsx';
import { inOfficialOrder, queueFilter } from './rule-choice.ts';
import type { Run } from './run.ts';
import { words } from './words.ts';
import { SectionTable } from '../import/section-table.tsx';

type Report = NonNullable<Run['report']>;
type Rule = Got<'rule.list'>['items'][number];

/** What a run found: in all, by rule and by town; what entered; what stayed silent. */
export function RunReport({ run, report }: { readonly run: Run; readonly report: Report }): ReactNode {
  const say = useWords(words);
  return (
    <>
      <Section title={say.found}>
        <div className="stack">
          {run.isDry ? <p className="note">{say.dryNote}</p> : null}
          <Totals run={run} report={report} />
          <p className="soft">
            {say.visitsHint} {report.screening === 0 ? null : say.screening(report.screening)}
          </p>
          {report.retired.length === 0 ? null : (
            <p className="soft">{say.retired(say.list(report.retired))}</p>
          )}
        </div>
      </Section>
      <Became isDry={run.isDry} report={report} />
      <ByRule run={run} report={report} />
      <ByTown run={run} report={report} />
      <Silent report={report} />
      <LocalValues report={report} />
    </>
  );
}

/** A number; once leads have entered it opens them. */
function Count({
  run,
  name,
  filter,
  children,
}: {
  readonly run: Run;
  readonly name: string;
  readonly filter: readonly string[];
  readonly children: number;
}): ReactNode {
  const say = useWords(words);
  const { may } = useSession();
  if (run.isDry || children === 0 || !may('lead.read')) return children;
  return (
    <Link to="/leads" search={queueFilter(run, ...filter)} aria-label={`${say.seeLeads(name)} ${children}`}>
      {children}
    </Link>
  );
}

function Totals({ run, report }: { readonly run: Run; readonly report: Report }): ReactNode {
  const say = useWords(words);
  const { may } = useSession();
  const isOpen = !run.isDry && may('lead.read');
  const tiles = [
    { name: say.leads, n: report.leads, filter: [] },
    { name: say.serious, n: report.serious, filter: ['severity:serious'] },
    { name: say.suspect, n: report.suspect, filter: ['severity:suspect'] },
    { name: say.info, n: report.info, filter: ['severity:info'] },
  ];
  return (
    <div className="tiles">
      {tiles.map(({ name, n, filter }) =>
        isOpen ? (
          <Link key={name} className="tile" to="/leads" search={queueFilter(run, ...filter)}>
            <span>{name}</span>
            <b>{n}</b>
          </Link>
        ) : (
          <div key={name} className="tile">
            <span>{name}</span>
            <b>{n}</b>
          </div>
        ),
      )}
      <div className="tile">
        <span>{say.visits}</span>
        <b>{report.expectedVisits}</b>
      </div>
      <div className="tile">
        <span>{say.households}</span>
        <b>{report.households}</b>
      </div>
    </div>
  );
}

function Became({ isDry, report }: { readonly isDry: boolean; readonly report: Report }): ReactNode {
  const say = useWords(words);
  const title = isDry ? say.becameDry : say.became;
  const keys = ['entered', 'known', 'quiet', 'returned', 'woken'] as const;
  return (
    <Section title={title}>
      <SectionTable
        title={title}
        columns={[
          { key: 'outcome', title: say.outcome, isRowHeader: true, cell: (key) => say[key] },
          { key: 'number', title: say.number, align: 'right', cell: (key) => report[key] },
        ]}
        rows={keys}
        rowKey={(key) => key}
      />
    </Section>
  );
}

const grades = ['serious', 'suspect', 'info'] as const;

function ByRule({ run, report }: { readonly run: Run; readonly report: Report }): ReactNode {
  const say = useWords(words);
  const pick = usePick();
  const { may } = useSession();
  const rules = useAsk('rule.list', { region: run.region }, { when: may('rule.read') });
  const known = new Map((rules.data?.items ?? []).map((one) => [one.rule, one]));
  type Row = Report['byRule'][number];
  const columns = (isShadow: boolean): Column<Row>[] => [
    {
      key: 'rule',
      title: say.rule,
      isRowHeader: true,
      cell: ({ rule }) => (
        <>
          <Link to="/rules/$code" params={{ code: rule }}>
            {rule}
          </Link>{' '}
          {pick(known.get(rule)?.title ?? { zh: '', en: '' })}
        </>
      ),
    },
    {
      key: 'leads',
      title: say.leads,
      align: 'right',
      cell: ({ rule, leads }) =>
        isShadow ? (
          leads
        ) : (
          <Count run={run} name={rule} filter={[`rule:${rule}`]}>
            {leads}
          </Count>
        ),
    },
    ...grades.map(
      (grade): Column<Row> => ({ key: grade, title: say[grade], align: 'right', cell: (row) => row[grade] }),
    ),
    { key: 'record', title: say.record, cell: ({ rule }) => <Record rule={known.get(rule)} /> },
  ];
  const rowsOf = (rows: Report['byRule']): Row[] => [...rows].sort((a, b) => (a.rule < b.rule ? -1 : 1));
  return (
    <>
      <Section title={say.byRule}>
        <SectionTable
          title={say.byRule}
          columns={columns(false)}
          rows={rowsOf(report.byRule)}
          rowKey={({ rule }) => rule}
          empty={<Empty why={say.nothingFound} />}
        />
      </Section>
      {report.shadow.length === 0 ? null : (
        <Section title={say.shadow}>
          <p className="soft">{say.shadowNote}</p>
          <SectionTable
            title={say.shadow}
            columns={columns(true)}
            rows={rowsOf(report.shadow)}
            rowKey={({ rule }) => rule}
          />
        </Section>
      )}
    </>
  );
}

/** How often leads of a rule were right so far. */
function Record({ rule }: { readonly rule: Rule | undefined }): ReactNode {
  const say = useWords(words);
  const record = rule?.record ?? null;
  if (record === null) return '—';
  const { precision, confirmed, partly, checked } = record;
  return precision === null ? (
    <span className="soft">{say.noRecord}</span>
  ) : (
    say.recordOf(confirmed + partly, checked, percent(precision.rate))
  );
}

function ByTown({ run, report }: { readonly run: Run; readonly report: Report }): ReactNode {
  const say = useWords(words);
  type Row = Report['byTown'][number];
  const columns: Column<Row>[] = [
    {
      key: 'town',
      title: say.town,
      isRowHeader: true,
      cell: ({ region, name }) => (region.length < 9 ? say.noTown : name),
    },
    {
      key: 'leads',
      title: say.leads,
      align: 'right',
      cell: ({ region, name, leads }) =>
        region.length < 9 ? (
          leads
        ) : (
          <Count run={run} name={name} filter={[`town:${region}`]}>
            {leads}
          </Count>
        ),
    },
    { key: 'households', title: say.townHouseholds, align: 'right', cell: ({ households }) => households },
    ...grades.map(
      (grade): Column<Row> => ({ key: grade, title: say[grade], align: 'right', cell: (row) => row[grade] }),
    ),
  ];
  return (
    <Section title={say.byTown}>
      <SectionTable
        title={say.byTown}
        columns={columns}
        rows={inOfficialOrder(report.byTown)}
        rowKey={({ region }) => region}
        empty={<Empty why={say.nothingFound} />}
      />
    </Section>
  );
}

function Silent({ report }: { readonly report: Report }): ReactNode {
  const say = useWords(words);
  const pick = usePick();
  return (
    <Section title={say.silent}>
      <SectionTable
        title={say.silent}
        columns={[
          {
            key: 'rule',
            title: say.rule,
            isRowHeader: true,
            cell: ({ rule, title }) => `${rule} ${pick(title)}`,
          },
          { key: 'missing', title: say.missing, cell: ({ missing }) => say.list(missing.map(pick)) },
        ]}
        rows={report.silentRules}
        rowKey={({ rule }) => rule}
        empty={<Empty why={say.noSilent} />}
      />
      {report.silentRules.length === 0 ? null : (
        <p>
          <ButtonLink to="/imports/coverage">{say.toCoverage}</ButtonLink>
        </p>
      )}
    </Section>
  );
}

function LocalValues({ report }: { readonly report: Report }): ReactNode {
  const say = useWords(words);
  const pick = usePick();
  if (report.localValues.length === 0) return null;
  return (
    <Section title={say.localValues}>
      <SectionTable
        title={say.localValues}
        columns={[
          { key: 'parameter', title: say.parameter, isRowHeader: true, cell: ({ title }) => pick(title) },
          { key: 'value', title: say.value, align: 'right', cell: ({ value }) => JSON.stringify(value) },
          { key: 'basis', title: say.basis, cell: ({ basis }) => basis },
        ]}
        rows={report.localValues}
        rowKey={({ id }) => id}
      />
    </Section>
  );
}
