import type { Bilingual } from '@yangguang/domain/errors/user-error';
import type { ComparisonSpec, Field } from './plan.ts';
import type { LeftOut, PairedColumn } from './suggest-columns.ts';
import type { ColumnKind } from './suggest-kinds.ts';

/** A field of the suggested plan. */
export interface SuggestedField {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly spec: Field;
  readonly column: PairedColumn;
  readonly why: Bilingual;
}

/** A comparison as it is written into a plan file: what the schema fills in by itself may be absent. */
type Written<T> = T extends { frequency: boolean } ? Omit<T, 'frequency'> : T;
export interface SuggestedComparison {
  readonly spec: Written<ComparisonSpec>;
  readonly why: Bilingual;
}

export interface ChosenFields {
  readonly fields: readonly SuggestedField[];
  readonly compare: readonly SuggestedComparison[];
  readonly leftOut: readonly LeftOut[];
  /** Chinese registers of persons: compared by what identifies a person and by nothing else. */
  readonly isRegister: boolean;
}

/** Only these say who somebody is; in a register the other columns say what was paid, granted or noted. */
const identifying: ReadonlySet<ColumnKind> = new Set([
  ...(['person_name', 'id_number', 'birth', 'sex', 'town', 'village', 'address'] as const),
  ...(['phone', 'account', 'household', 'email', 'given_name', 'surname', 'full_name'] as const),
]);

/**
 * Fields and comparisons for columns that hold the same on both sides. What another field says already is left out, so
 * that no evidence counts twice.
 * @param repeats columns whose words another column holds, by their plan names, with that column's name
 */
export function chooseFields(
  columns: readonly PairedColumn[],
  repeats: ReadonlyMap<string, string>,
): ChosenFields {
  const kinds = new Set(columns.map(({ kind }) => kind));
  const isRegister = kinds.has('person_name') || kinds.has('id_number');
  const leftOut: LeftOut[] = [];
  const kept = columns.filter((column) => {
    const why = reasonAgainst(column, kinds, isRegister, repeats);
    if (why !== null) leftOut.push({ column: column.left.column, why });
    return why === null;
  });
  const idField = kept.find(({ kind }) => kind === 'id_number');
  const fields = kept.map((column) => fieldFor(column, idField?.name));
  return { fields, compare: comparisonsFor(fields), leftOut, isRegister };
}

const reasons = {
  empty: { zh: '几乎没有值', en: 'hardly any value' },
  label: { zh: '像是已经分好的结果，不能当线索', en: 'looks like the answer itself, which is no evidence' },
  constant: { zh: '所有记录都一样', en: 'the same in every record' },
  record: { zh: '只是行的编号', en: 'only numbers the rows' },
  note: { zh: '说的不是“是谁”', en: 'does not say who somebody is' },
  age: { zh: '出生日期已经说明', en: 'the date of birth says it already' },
  sex: { zh: '身份证号第 17 位已经说明', en: 'the 17th digit of the number says it already' },
  address: { zh: '乡镇和村已经说明', en: 'town and village say it already' },
} as const satisfies Record<string, Bilingual>;

/** Checks in order; the first that holds is the reason. */
function reasonAgainst(
  column: PairedColumn,
  kinds: ReadonlySet<ColumnKind>,
  isRegister: boolean,
  repeats: ReadonlyMap<string, string>,
): Bilingual | null {
  const { kind, name } = column;
  if (isRegister && !identifying.has(kind) && kind !== 'label') return reasons.note;
  const other = repeats.get(name);
  if (other !== undefined)
    return { zh: `“${other}”里已经有这些词`, en: `its words stand in ${other} already` };
  return emptiness(column) ?? reasonOfKind(kind, kinds);
}

function emptiness({ kind, left, right }: PairedColumn): Bilingual | null {
  if (kind === 'empty' || Math.min(left.filled, right.filled) < 0.02) return reasons.empty;
  return Math.max(left.distinct, right.distinct) < 2 ? reasons.constant : null;
}

const neverCompared: Partial<Readonly<Record<ColumnKind, Bilingual>>> = {
  label: reasons.label,
  record: reasons.record,
  note: reasons.note,
  relation: reasons.note,
};

function reasonOfKind(kind: ColumnKind, kinds: ReadonlySet<ColumnKind>): Bilingual | null {
  const never = neverCompared[kind];
  if (never !== undefined) return never;
  if (kind === 'age' && kinds.has('birth')) return reasons.age;
  if (kind === 'sex' && kinds.has('id_number')) return reasons.sex;
  if (kind === 'address' && kinds.has('town') && kinds.has('village')) return reasons.address;
  return null;
}

const typeOf: Partial<Readonly<Record<ColumnKind, Field['type']>>> = {
  ...{ person_name: 'person_name', id_number: 'id_number', birth: 'date', date: 'date' },
  ...{ number: 'number', list: 'list' },
};

function fieldFor(column: PairedColumn, idField: string | undefined): SuggestedField {
  const { name, kind, left, right } = column;
  const type = typeOf[kind] ?? 'text';
  const columns =
    left.column === right.column ? { column: left.column } : { left: left.column, right: right.column };
  const filler = kind === 'birth' && idField !== undefined ? { else: idField } : {};
  return { name, kind, column, spec: { type, ...columns, ...filler }, why: whyField(column) };
}

function whyField({ left, right }: PairedColumn): Bilingual {
  const sides = left === right ? [left] : [left, right];
  const filled = sides.map((side) => percent(side.filled)).join(' / ');
  const kinds = sides.map(({ distinct }) => distinct).join(' / ');
  return {
    zh: `有值 ${filled}，不同的值 ${kinds}`,
    en: `filled ${filled}, distinct ${kinds}`,
  };
}

const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`;

/** In the order of the fields; the names first, places last. */
function comparisonsFor(fields: readonly SuggestedField[]): SuggestedComparison[] {
  const byKind = (kind: ColumnKind): SuggestedField[] =>
    fields.filter((field) => field.kind === kind).slice(0, 1);
  const [given, surname] = [...byKind('given_name'), ...byKind('surname')];
  const isPaired = given !== undefined && surname !== undefined;
  const names: SuggestedComparison[] = isPaired
    ? [{ spec: { by: 'names', fields: [given.name, surname.name] }, why: whyNames }]
    : [];
  const levels = [...byKind('town'), ...byKind('village')].map(({ name }) => name);
  const places: SuggestedComparison[] =
    levels.length > 0 ? [{ spec: { by: 'place', fields: levels }, why: whyPlace }] : [];
  const others = fields.filter(
    (field) =>
      !(isPaired && (field === given || field === surname || field.kind === 'full_name')) &&
      field.kind !== 'town' &&
      field.kind !== 'village',
  );
  return [...names, ...others.map((field) => comparisonFor(field)), ...places];
}

const whyNames: Bilingual = {
  zh: '名和姓一起比，填反了也看得出',
  en: 'given name and surname together, so that exchanged ones are seen',
};
const whyPlace: Bilingual = {
  zh: '从大到小：同村强于同乡镇',
  en: 'from the widest to the narrowest: one village says more than one town',
};

function comparisonFor({ name, kind, column }: SuggestedField): SuggestedComparison {
  if (kind === 'person_name')
    return {
      spec: { by: 'person_name', field: name },
      why: { zh: '汉字、读音、形近、少数民族姓名', en: 'characters, sound, shape, transliterations' },
    };
  if (kind === 'id_number')
    return {
      spec: { by: 'id_number', field: name },
      why: { zh: '身份证号能自己查错', en: 'the number detects its own errors' },
    };
  if (kind === 'birth' || kind === 'date')
    return {
      spec: { by: 'date', field: name },
      why: { zh: '日期：相同、错一处、相近', en: 'dates: equal, one slip, near' },
    };
  if (kind === 'number')
    return {
      spec: { by: 'number', field: name, within: ['0.1%', '1%', '5%', '20%'] },
      why: { zh: '数额：相差越小越可信', en: 'amounts: the nearer the stronger' },
    };
  if (kind === 'list')
    return {
      spec: { by: 'list', field: name, shared: [3, 2, 1] },
      why: { zh: '清单：共有几项', en: 'lists: how many entries they share' },
    };
  return textComparison(name, kind, column);
}

function textComparison(name: string, kind: ColumnKind, { left, right }: PairedColumn): SuggestedComparison {
  const isFew =
    Math.max(left.distinct, right.distinct) <= 20 || Math.max(left.meanLength, right.meanLength) <= 1.5;
  if (kind === 'sex' || kind === 'category' || isFew)
    return {
      spec: { by: 'exact', field: name },
      why: { zh: '只有几种值：相同或不同', en: 'few values: equal or not' },
    };
  if (kind !== 'code' && Math.max(left.words, right.words) >= 1.6)
    return {
      spec: { by: 'tokens', field: name },
      why: { zh: '几个词，次序不论，少见的词分量重', en: 'several words in any order, rare ones count more' },
    };
  return {
    spec: { by: 'text', field: name },
    why: { zh: '一个词：逐字比较', en: 'one word: character by character' },
  };
}
