import { aspectWords, differenceWords } from '@yangguang/domain/comparison/difference-words';
import { identityChoices } from '@yangguang/domain/workflows/lead-choices';
import { type ReactNode, useId } from 'react';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { usePick, useWords } from '../../words/language.tsx';
import type { Proof } from './cell-value.tsx';
import { type Bar, heightOf, ladderLayout, type LadderLayout, type Tier } from './ladder-layout.ts';
import styles from './lead.module.css';
import { evidenceWords } from './words-evidence.ts';

type Identity = NonNullable<Proof['identity']>;

/** Sizes in units of the figure; the words of the levels stand in two lines in turn, so that they never run together. */
const [width, labels, right, lineHeight, top] = [600, 230, 40, 26, 44];

/** What each comparison adds, as a figure and as a table: levels now, bits as soon as the engine gives them. */
export function LadderFigure({ identity }: { readonly identity: Identity }): ReactNode {
  const say = useWords(evidenceWords);
  const pick = usePick();
  const title = useId();
  const layout = ladderLayout(identity.rungs);
  if (layout.bars.length === 0) return null;
  return (
    <figure className={styles['ladder']}>
      <figcaption>
        <h3>{say.ladder}</h3>
        <p className="hint">{layout.isWeighed ? say.waterfallWhy : say.ladderWhy}</p>
      </figcaption>
      <svg
        viewBox={`0 0 ${width} ${top + layout.bars.length * lineHeight + 6}`}
        role="img"
        aria-labelledby={title}
      >
        <title id={title}>{say.ladderSays(pick(identityChoices[identity.tier]))}</title>
        <Axis layout={layout} />
        {layout.bars.map((bar, place) => (
          <BarLine key={bar.rung.aspect} bar={bar} place={place} layout={layout} />
        ))}
      </svg>
      <details>
        <summary>{say.asTable}</summary>
        <LadderTable identity={identity} isWeighed={layout.isWeighed} />
      </details>
    </figure>
  );
}

function scale({ low, high }: LadderLayout): (value: number) => number {
  return (value) => labels + ((value - low) / Math.max(high - low, 1)) * (width - labels - right);
}

const tiers: readonly (Tier | null)[] = ['number_only', null, 'likely', 'same'];

/** A line for each level, with its word above. */
function Axis({ layout }: { readonly layout: LadderLayout }): ReactNode {
  const say = useWords(evidenceWords);
  const pick = usePick();
  const x = scale(layout);
  const bottom = top + layout.bars.length * lineHeight;
  const lines = layout.isWeighed
    ? [{ at: 0, label: '0' }]
    : tiers.map((tier) => ({
        at: heightOf(tier),
        label: tier === null ? say.nothingKnown : pick(identityChoices[tier]),
      }));
  return lines.map(({ at, label }, place) => (
    <g key={label}>
      <line x1={x(at)} x2={x(at)} y1={place % 2 === 0 ? 20 : 36} y2={bottom} className={styles['axis']} />
      <text x={x(at)} y={place % 2 === 0 ? 14 : 30} textAnchor="middle" className={styles['axis-label']}>
        {label}
      </text>
    </g>
  ));
}

function BarLine({
  bar: { rung, from, to },
  place,
  layout,
}: {
  readonly bar: Bar;
  readonly place: number;
  readonly layout: LadderLayout;
}): ReactNode {
  const pick = usePick();
  const x = scale(layout);
  const y = top + place * lineHeight;
  const look = rung.decides ? styles[rung.direction] : styles['aside'];
  const [start, end] = [Math.min(x(from), x(to)), Math.max(x(from), x(to))];
  return (
    <g className={look}>
      <text x={labels - 12} y={y + 17} textAnchor="end" className={styles['rung-label']}>
        {pick(aspectWords[rung.aspect])} {pick(differenceWords[rung.difference])}
      </text>
      {end - start < 1 ? (
        <circle cx={x(to)} cy={y + 12} r={5} />
      ) : (
        <rect x={start} y={y + 4} width={end - start} height={lineHeight - 10} rx={2} />
      )}
      <text x={end + 6} y={y + 17} className={styles['sign']}>
        {rung.bits === null ? signs[rung.direction] : rung.bits.toFixed(1)}
      </text>
    </g>
  );
}

/** Not colour alone. */
const signs = { for: '▲', against: '▼', neutral: '–' } as const;

function LadderTable({
  identity,
  isWeighed,
}: {
  readonly identity: Identity;
  readonly isWeighed: boolean;
}): ReactNode {
  const say = useWords(evidenceWords);
  const pick = usePick();
  const directions = { for: say.directionFor, against: say.directionAgainst, neutral: say.directionNeutral };
  const columns: readonly Column<Identity['rungs'][number]>[] = [
    {
      key: 'what',
      title: say.comparisonOf,
      isRowHeader: true,
      cell: ({ aspect }) => pick(aspectWords[aspect]),
    },
    { key: 'difference', title: say.result, cell: ({ difference }) => pick(differenceWords[difference]) },
    { key: 'direction', title: say.speaks, cell: ({ direction }) => directions[direction] },
    { key: 'decides', title: say.decides, cell: ({ decides }) => (decides ? say.decides : say.onlyShown) },
    {
      key: 'after',
      title: say.leadsTo,
      cell: ({ after }) => (after === null ? say.nothingKnown : pick(identityChoices[after])),
    },
    ...(isWeighed
      ? [
          {
            key: 'bits',
            title: say.bits,
            align: 'right' as const,
            cell: ({ bits }: { bits: number | null }) => bits,
          },
        ]
      : []),
  ];
  return (
    <DataTable
      caption={say.ladder}
      hidesCaption
      columns={columns}
      rows={identity.rungs}
      rowKey={({ aspect }) => aspect}
    />
  );
}
