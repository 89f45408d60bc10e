import type { EvidenceRow } from '@yangguang/contract/lead-proof';
import type { Bilingual } from '@yangguang/domain/errors/user-error';
import type { ColumnType } from '@yangguang/engine/import/source';
import type { SourceWords } from '@yangguang/engine/import/describe-sources';
import type { z } from 'zod';
import type { PolicyView } from '../../policy/policy-view.ts';
import type { FindingMask } from './mask-finding.ts';

/** A row as it was kept: whole, for this process only. */
export interface KeptRow {
  readonly dataset: string;
  readonly file: string;
  readonly sheet: string;
  readonly row: string;
  readonly fields: Readonly<Record<string, unknown>>;
  /** The household's card here, in place of a roll. */
  readonly isCard?: true;
  /** What the pack says of the data set; null when it has it no longer. */
  readonly source: SourceWords | null;
}

type Line = z.output<typeof EvidenceRow>;
export type Cell = Line['cells'][number];

/** The rows of a finding as they were kept. */
export function keptRows(evidence: readonly unknown[], policy: Pick<PolicyView, 'findSource'>): KeptRow[] {
  return evidence.map((one) => {
    const row = (one ?? {}) as Readonly<Record<string, unknown>>;
    const fields = row['fields'];
    const dataset = plain(row['dataset']);
    return {
      dataset,
      file: plain(row['file']),
      sheet: plain(row['sheet']),
      row: plain(row['row']),
      fields: typeof fields === 'object' && fields !== null ? (fields as KeptRow['fields']) : {},
      source: policy.findSource(dataset),
    };
  });
}

/** Names of people in the rows, in whatever column their data set keeps one. */
export function namesInRows(rows: readonly KeptRow[]): string[] {
  return rows.flatMap(({ fields, source }) =>
    [...(source?.columns ?? [])].flatMap(([column, { type }]) => {
      const name = type === 'name' ? plain(fields[column]) : '';
      return name === '' ? [] : [name];
    }),
  );
}

/** A row as the wire carries it: masked, with every column of its data set in words. */
export function evidenceLine(kept: KeptRow, mask: FindingMask): Line {
  const { dataset, source, fields } = kept;
  const cells = columnsOf(kept).map((column) => cellOf(kept, column, mask));
  return {
    dataset,
    title: kept.isCard === true ? cardTitle : (source?.title ?? { zh: dataset, en: dataset }),
    role: roleOf(kept),
    file: mask.text(kept.file),
    sheet: orNull(mask.text(kept.sheet)),
    row: orNull(kept.row),
    fields: (mask.json(fields) ?? {}) as Readonly<Record<string, unknown>>,
    cells: cells.filter(({ value }) => value !== null),
    empty: cells.filter(({ value }) => value === null).map(({ label }) => label),
  };
}

const cardTitle: Bilingual = { zh: '户卡', en: 'Household card' };

/** Rolls and payments are the office's own; everything else is compared with them. */
export function roleOf({ source, isCard }: Pick<KeptRow, 'source' | 'isCard'>): Line['role'] {
  if (isCard === true) return 'household';
  if (source?.kind === 'roster') return 'roster';
  return source?.kind === 'payment' ? 'payment' : 'comparison';
}

/** Columns of the data set in its order, then whatever else the row has. */
function columnsOf({ source, fields }: KeptRow): string[] {
  const known = [...(source?.columns.keys() ?? [])];
  return [
    ...known,
    ...Object.keys(fields).filter((column) => !known.includes(column) && column !== 'source_on'),
  ];
}

export function cellOf(kept: KeptRow, column: string, mask: FindingMask): Cell {
  const words = kept.source?.columns.get(column);
  const type = words?.type ?? 'text';
  const whole = plain(kept.fields[column]);
  const shown = orNull(mask.cell(type === 'month' ? whole.slice(0, 7) : whole, column));
  const isHidden = shown !== null && mask.hides(column);
  return {
    column,
    label: words?.label ?? { zh: column, en: column },
    kind: isHidden ? 'hidden' : kindOf(type),
    value: shown,
    words: isHidden ? null : meaningOf(kept, column, type, whole),
  };
}

const kinds: Partial<Readonly<Record<ColumnType, Cell['kind']>>> = {
  name: 'name',
  id: 'number',
  phone: 'number',
  account: 'number',
  credit: 'number',
  date: 'date',
  month: 'month',
  money: 'money',
  cat: 'choice',
  yesno: 'choice',
};

function kindOf(type: ColumnType): Cell['kind'] {
  return kinds[type] ?? 'text';
}

const yes: Bilingual = { zh: '是', en: 'yes' };
const no: Bilingual = { zh: '否', en: 'no' };

function meaningOf({ source }: KeptRow, column: string, type: ColumnType, code: string): Bilingual | null {
  if (code === '') return null;
  if (type === 'yesno') return code === 'true' ? yes : no;
  return type === 'cat' ? (source?.wordOf(column, code) ?? null) : null;
}

/** A value as text: what a list does not say is empty. */
export function plain(value: unknown): string {
  if (typeof value === 'boolean') return String(value);
  return typeof value === 'string' || typeof value === 'number' ? `${value}` : '';
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}
