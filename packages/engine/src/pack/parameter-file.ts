import { z } from 'zod';
import { PackError } from './pack-error.ts';
import { DateText } from './rule-head.ts';
import { readYaml } from './yaml-file.ts';

/** '00' is the whole country; otherwise the leading 2, 4 or 6 digits of a division code. */
const Region = z
  .string()
  .regex(/^\d{2}(\d{2}(\d{2}(\d{3})?)?)?$/, "a region in quotes: '00', '50', '3706', '370612'");

/** An instrument of policy/law and its article, a public source of a local number, or this product's own choice. */
const Basis = z.union([
  z.literal('product default'),
  z.strictObject({ instrument: z.string().min(1), article: z.string().min(1).optional() }),
  z.strictObject({ source: z.string().min(1) }),
]);

const Value = z.strictObject({
  region: Region,
  from: DateText,
  /** Exclusive; absent: still in force. */
  to: DateText.optional(),
  value: z.union([z.number(), z.boolean(), z.string().min(1), z.array(z.string().min(1)).min(1)]),
  basis: Basis,
  published: DateText.optional(),
  /** V primary text read · V2 quotation read · BK background knowledge · INF design of this product */
  sure: z.enum(['V', 'V2', 'BK', 'INF']),
});

export const ParameterFile = z.strictObject({
  name: z.string().regex(/^[a-z][A-Za-z0-9_]*(\.[A-Za-z0-9_]+)+$/, 'a dotted name such as death.tolMonths'),
  zh: z.string().min(1),
  en: z.string().min(1),
  unit: z.enum([
    'yuan',
    'yuanPerMonth',
    'yuanPerYear',
    'count',
    'months',
    'days',
    'workingDays',
    'minutes',
    'hours',
    'years',
    'ratio',
    'grade',
    'month',
    'text',
    'list',
    'yesno',
    'squareMetres',
    'factor',
  ]),
  kind: z.enum(['law', 'local', 'product']),
  /** May be empty for a local number nobody has told yet: the report then asks the office to fill it in. */
  values: z.array(Value),
});

export type ParameterValue = z.output<typeof Value>;
export type Parameter = z.output<typeof ParameterFile> & { readonly file: string };

/**
 * Reads one file of policy/parameters. Dates are half-open; periods of one region must not overlap.
 * @throws PackError PACK-02 (shape), PACK-21 (dates), PACK-22 (file name)
 */
export function readParameter(text: string, file: string): Parameter {
  const read = readYaml(text, file, ParameterFile);
  const base = (file.split(/[\\/]/).at(-1) ?? '').replace(/\.ya?ml$/, '');
  if (base !== read.name) {
    throw new PackError(
      'PACK-22',
      { file, line: 1 },
      {
        zh: `文件名与参数名 ${read.name} 不同。请把文件改名为 ${read.name}.yml。`,
        en: `The file is not named after its parameter. Rename it ${read.name}.yml.`,
      },
    );
  }
  if (read.values.length === 0 && read.kind !== 'local') {
    throw new PackError(
      'PACK-21',
      { file, line: 1 },
      {
        zh: `参数 ${read.name} 没有值。只有 kind: local 的参数可以留空，请补上 values。`,
        en: `Parameter ${read.name} has no value. Only kind: local may be empty; add values.`,
      },
    );
  }
  checkDates(read.values, read.name, file);
  return { ...read, file };
}

function checkDates(values: readonly ParameterValue[], name: string, file: string): void {
  const sorted = [...values].sort((a, b) => (a.region + a.from < b.region + b.from ? -1 : 1));
  for (const [i, value] of sorted.entries()) {
    const next = sorted[i + 1];
    const empty = value.to !== undefined && value.to <= value.from;
    const overlap = next?.region === value.region && (value.to === undefined || value.to > next.from);
    if (!empty && !overlap) continue;
    throw new PackError(
      'PACK-21',
      { file, line: 1 },
      {
        zh: `参数 ${name} 在地区 ${value.region} 自 ${value.from} 起的时段${empty ? '为空' : '与下一时段重叠'}。to 不计入，应等于下一个 from。`,
        en: `Parameter ${name}, region ${value.region}, period from ${value.from} ${empty ? 'is empty' : 'overlaps the next'}. "to" is exclusive: set it to the next "from".`,
      },
    );
  }
}

/** Legal basis of a value in words: 'M57 第二十三条', the public source, or 'product default'. */
export function describeBasis(basis: ParameterValue['basis']): string {
  if (typeof basis === 'string') return basis;
  if ('source' in basis) return basis.source;
  return basis.article === undefined ? basis.instrument : `${basis.instrument} ${basis.article}`;
}

/** The value in force for a region on a date: longest region prefix first, then the newest; undefined when none. */
export function findParameterValue(
  parameter: Parameter,
  region: string,
  on: string,
): ParameterValue | undefined {
  return parameter.values
    .filter(
      (v) =>
        (v.region === '00' || region.startsWith(v.region)) &&
        v.from <= on &&
        (v.to === undefined || on < v.to),
    )
    .sort((a, b) => rank(b) - rank(a) || (a.from < b.from ? 1 : -1))[0];
}

const rank = (value: ParameterValue): number => (value.region === '00' ? 0 : value.region.length);
