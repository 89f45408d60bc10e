import { runningWeights, weightWords } from '@yangguang/domain/identity/match-weight';
import { type ReactNode, useId } from 'react';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { usePick, useWords } from '../../words/language.tsx';
import type { Proof } from './cell-value.tsx';
import styles from './lead.module.css';
import { identityWords } from './words-identity.ts';

type Weights = NonNullable<Proof['weights']>;
type Weight = Weights['items'][number];

/** Sizes in units of the figure. */
const [width, labels, right, lineHeight, top] = [600, 150, 60, 26, 24];

/** The waterfall: a bar for each comparison, from where the last one ended, and the same with the values as a table. */
export function WeightFigure({ weights }: { readonly weights: Weights }): ReactNode {
  const say = useWords(identityWords);
  const total = signed(weights.score);
  return (
    <figure className={styles['ladder']}>
      <figcaption>
        <h3>{say.weights}</h3>
        <p className="hint">{say.weightsWhy}</p>
      </figcaption>
      <Waterfall weights={weights} title={say.weightsSay(weights.items.length, total)} />
      <WeightTable weights={weights} />
    </figure>
  );
}

/** '+9.25', '−4.00': with a minus that is read as one. */
function signed(bits: number): string {
  const text = Math.abs(bits).toFixed(2);
  if (Number(text) === 0) return text;
  return `${bits < 0 ? '−' : '+'}${text}`;
}

function Waterfall({ weights, title }: { readonly weights: Weights; readonly title: string }): ReactNode {
  const pick = usePick();
  const say = useWords(identityWords);
  const id = useId();
  const running = runningWeights(weights.items);
  const ends = running.flatMap(({ from, to }) => [from, to]);
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const x = (bits: number): number =>
    labels + ((bits - low) / Math.max(high - low, 1)) * (width - labels - right);
  const lines = [
    ...running.map(({ weight, from, to }) => ({ name: pick(weightWords[weight.aspect]), from, to, weight })),
    { name: say.total, from: 0, to: weights.score, weight: null },
  ];
  const bottom = top + lines.length * lineHeight;
  return (
    <svg viewBox={`0 0 ${width} ${bottom + 6}`} role="img" aria-labelledby={id}>
      <title id={id}>{title}</title>
      <line x1={x(0)} x2={x(0)} y1={top - 4} y2={bottom} className={styles['axis']} />
      <text x={x(0)} y={14} textAnchor="middle" className={styles['axis-label']}>
        0
      </text>
      {lines.map(({ name, from, to, weight }, place) => {
        const y = top + place * lineHeight;
        const [start, end] = [Math.min(x(from), x(to)), Math.max(x(from), x(to))];
        return (
          <g
            key={`${place} ${name}`}
            className={weight === null ? styles['aside'] : styles[lookOf(weight.bits)]}
          >
            <text x={labels - 12} y={y + 17} textAnchor="end" className={styles['rung-label']}>
              {name}
            </text>
            <rect x={start} y={y + 4} width={Math.max(end - start, 1)} height={lineHeight - 10} rx={2} />
            <text x={end + 6} y={y + 17} className={styles['sign']}>
              {signed(weight?.bits ?? weights.score)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

function lookOf(bits: number): 'for' | 'against' | 'neutral' {
  if (bits === 0) return 'neutral';
  return bits > 0 ? 'for' : 'against';
}

interface Row {
  readonly key: string;
  /** Null for the total. */
  readonly weight: Weight | null;
  readonly bits: number;
  readonly to: number;
}

function WeightTable({ weights }: { readonly weights: Weights }): ReactNode {
  const say = useWords(identityWords);
  const pick = usePick();
  const rows: readonly Row[] = [
    ...runningWeights(weights.items).map(({ weight, to }, place) => ({
      key: `${place}`,
      ...{ weight, to, bits: weight.bits },
    })),
    { key: 'total', weight: null, bits: weights.score, to: weights.score },
  ];
  const value = (weight: Weight | null, side: 'left' | 'right'): ReactNode => {
    if (weight === null || weight.aspect === 'prior') return '';
    return weight[side] ?? <span className="soft">{say.notSaid}</span>;
  };
  const columns: readonly Column<Row>[] = [
    {
      key: 'aspect',
      title: say.comparison,
      isRowHeader: true,
      cell: ({ weight }) => (weight === null ? say.total : pick(weightWords[weight.aspect])),
    },
    { key: 'left', title: say.left, cell: ({ weight }) => value(weight, 'left') },
    { key: 'right', title: say.right, cell: ({ weight }) => value(weight, 'right') },
    {
      key: 'words',
      title: say.sentence,
      cell: ({ weight }) => (weight === null ? '' : pick(weight.words)),
    },
    { key: 'bits', title: say.bits, align: 'right', isShort: true, cell: ({ bits }) => <Bits bits={bits} /> },
    { key: 'to', title: say.running, align: 'right', isShort: true, cell: ({ to }) => signed(to) },
  ];
  return (
    <DataTable caption={say.weights} hidesCaption columns={columns} rows={rows} rowKey={({ key }) => key} />
  );
}

/** Not colour alone, nor the sign alone. */
function Bits({ bits }: { readonly bits: number }): ReactNode {
  const say = useWords(identityWords);
  const mark = { for: '▲', against: '▼', neutral: '' }[lookOf(bits)];
  const word = { for: say.for, against: say.against, neutral: '' }[lookOf(bits)];
  return (
    <span className={styles['bits']}>
      {mark === '' ? null : <span aria-hidden="true">{mark} </span>}
      {signed(bits)} {word === '' ? null : <span className="hidden">{word}</span>}
    </span>
  );
}
