/** Writes the tables of docs/benchmarks.md between its two marks from the results: no number there is typed by hand. */
import { readFileSync, writeFileSync } from 'node:fs';

const marks = ['<!-- linkage: begin -->', '<!-- linkage: end -->'];

export function writeTables({ runs, machine }, file) {
  const text = readFileSync(file, 'utf8');
  const [from, to] = marks.map((mark) => text.indexOf(mark));
  if (from < 0 || to < from) throw new Error(`${file} has no marks ${marks.join(' … ')}`);
  const all = Object.entries(runs).flatMap(([name, kinds]) =>
    Object.entries(kinds).map(([kind, run]) => ({ name, kind, ...run })),
  );
  const parts = [
    section('Links, threshold 0.5', linkTable(all.filter(({ verb }) => verb === 'link'))),
    section('Clusters', clusterTable(all.filter(({ verb }) => verb === 'dedupe'))),
    section(
      'False links by sub-group',
      groupTable(all.filter(({ kind, groups }) => kind === 'committed' && groups)),
    ),
    section('Time and memory', timeTable(all.filter(({ kind, time }) => kind === 'committed' && time))),
    section('What each set is', noteTable(runs)),
  ];
  const made = `${marks[0]}\n\nWritten by \`bench/linkage/run.mjs\` from \`bench/linkage/results.json\`; ${machine}.\n\n${parts.join('\n')}\n`;
  writeFileSync(file, text.slice(0, from) + made + text.slice(to));
}

const section = (title, table) => `#### ${title}\n\n${table}\n`;

function table(headings, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(headings), line(headings.map((_, at) => (at === 0 ? '---' : '---:'))), ...rows.map(line)].join(
    '\n',
  );
}

const share = (value, digits = 5) => (value === null || value === undefined ? '–' : value.toFixed(digits));
const count = (value) => (value ?? 0).toLocaleString('en');
const bytes = (again) => (again === undefined ? '–' : again ? 'yes' : '**no**');

function linkTable(runs) {
  return table(
    [
      ...['set', 'plan', 'precision', 'recall', 'F1', 'F1 best on test', 'found at all'],
      ...[
        '同一人: links',
        'false',
        'precision at least (95 %)',
        'false links per 100,000 links',
        'same bytes again',
      ],
    ],
    runs.map((run) => {
      const { atThreshold: at, bestOnTest: best, tier } = run;
      const wrong = at.linked - at.right;
      return [
        ...[run.name, run.kind, share(at.precision), share(at.recall), `**${share(at.f1)}**`],
        ...[share(best?.f1), share(run.pairsCompleteness), count(tier.linked), count(tier.falseLinks)],
        share(tier.falseShareAtMost95 === null ? null : 1 - tier.falseShareAtMost95),
        at.truth === 0 ? `${wrong} in all` : share((wrong / at.linked) * 100_000, 0),
        bytes(run.again),
      ];
    }),
  );
}

function clusterTable(runs) {
  return table(
    [
      'set',
      'plan',
      'records',
      'precision of pairs',
      'recall',
      'F1 of pairs',
      'B-cubed',
      'best on test: pairs',
      'same bytes again',
    ],
    runs.map((run) => [
      ...[run.name, run.kind, count(run.records), share(run.pairs.precision, 4), share(run.pairs.recall, 4)],
      ...[
        `**${share(run.pairs.f1, 4)}**`,
        share(run.bCubed.f1, 4),
        share(run.best?.pairs, 4),
        bytes(run.again),
      ],
    ]),
  );
}

/** Rates of each grouping, largest and smallest, and how many times the one is the other. */
function groupTable(runs) {
  const rows = runs.flatMap((run) =>
    Object.entries(run.groups).map(([name, { falseRatio, missedRatio, of, groups }]) => {
      const sorted = [...groups].sort((a, b) => a.falsePer10k - b.falsePer10k);
      const told = (one) =>
        one === undefined ? '–' : `${one.group}: ${share(one.falsePer10k, 1)} (${count(one.falseLinks)})`;
      return [
        ...[run.name, name, String(of), told(sorted[0]), told(sorted.at(-1))],
        ...[share(falseRatio, 1), share(missedRatio, 1)],
      ];
    }),
  );
  return table(
    ['set', 'by', 'groups', 'fewest false per 10,000 links (number)', 'most', 'times', 'missed: times'],
    rows,
  );
}

function timeTable(runs) {
  return table(
    ['set', 'seconds', 'CPU', 'steps', 'peak MB', 'temporary files MB', 'load at the start'],
    runs.map(({ name, time }) => [
      ...[name, share(time.seconds, 1), share(time.cpuSeconds, 1)],
      Object.entries(time.phases)
        .map(([step, seconds]) => `${step} ${share(seconds, 1)}`)
        .join(', '),
      ...[share(time.peakMb, 0), share(time.spillMb, 0), share(time.load, 1)],
    ]),
  );
}

function noteTable(runs) {
  const rows = Object.entries(runs).flatMap(([name, kinds]) => {
    const note = Object.values(kinds).find((run) => run.note)?.note;
    return note === undefined ? [] : [[name, note]];
  });
  return table(['set', 'made by, or published as'], rows);
}
