import { UserError } from '@yangguang/domain/errors/user-error';
import { maskId } from '@yangguang/domain/words/id-number';
import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import { comparisonName, type Plan, PlanFile } from './plan.ts';

type Path = readonly PropertyKey[];

/**
 * Reads a plan and checks what can be checked without the files: its shape, and that comparisons and blocking rules name
 * fields it declares.
 * @param file how the plan is called in messages
 * @throws UserError LNK-201 (not YAML), LNK-202 (not the expected shape), LNK-203 (a field that is not declared),
 *   LNK-204 (two comparisons of one name); each with line and column
 */
export function readPlan(source: string, file: string): Plan {
  const lines = new LineCounter();
  const document = parseDocument(source.replace(/^\ufeff/, ''), { schema: 'core', lineCounter: lines });
  const fault = document.errors[0];
  if (fault !== undefined) {
    const { line, col } = lines.linePos(fault.pos[0]);
    throw notYaml(`${file}:${line}:${col}`, fault.message.split('\n')[0] ?? fault.code);
  }
  const place = (path: Path): string => placeOf(document, lines, file, path);
  const read = PlanFile.safeParse(document.toJS());
  if (!read.success) throw wrongShape(read.error.issues[0], place);
  checkFields(read.data, place);
  return read.data;
}

/** 'plan.yml:12:5', of the innermost part of the path that is there. */
function placeOf(document: Document.Parsed, lines: LineCounter, file: string, path: Path): string {
  for (let length = path.length; length >= 0; length -= 1) {
    const node: unknown = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (!isNode(node) || !node.range) continue;
    const { line, col } = lines.linePos(node.range[0]);
    return `${file}:${line}:${col}`;
  }
  return `${file}:1:1`;
}

function notYaml(place: string, why: string): UserError {
  return new UserError('LNK-201', {
    what: { zh: `${place} 比对方案不是有效的 YAML。`, en: `${place} The plan is not valid YAML.` },
    why: { zh: `解析到这里出错：${why}。`, en: `Reading stopped here: ${why}.` },
    remedy: {
      zh: '请检查缩进、引号和冒号后的空格。',
      en: 'Check indentation, quotes and the space after each colon.',
    },
  });
}

function wrongShape(issue: z.core.$ZodIssue | undefined, place: (path: Path) => string): UserError {
  const path = issue?.path ?? [];
  const extra = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  const where = [...path, ...(extra === undefined ? [] : [extra])].map(String).join('.') || '(root)';
  const why = reasonOf(issue);
  return new UserError('LNK-202', {
    what: {
      zh: `${place(path)} 比对方案的“${where}”不符合要求。`,
      en: `${place(path)} "${where}" of the plan is not as required.`,
    },
    why: { zh: `${why}。`, en: `${why}.` },
    remedy: {
      zh: '请对照 docs/how-to/link-two-lists.md 改正，或用 --suggest 生成一个方案来对照。',
      en: 'See docs/how-to/link-two-lists.md, or compare with a plan written by --suggest.',
    },
  });
}

function reasonOf(issue: z.core.$ZodIssue | undefined): string {
  if (issue === undefined) return 'not a plan';
  if (issue.code === 'unrecognized_keys') return `unknown key ${issue.keys.join(', ')}`;
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.map(String).join(' | ')}`;
  if (issue.code === 'invalid_union')
    return 'by must be one of exact | text | tokens | names | person_name | id_number | date | number | list | place | sql';
  return issue.message;
}

/** @throws UserError LNK-203, LNK-204 */
function checkFields(plan: Plan, place: (path: Path) => string): void {
  const known = Object.keys(plan.fields);
  for (const [name, field] of Object.entries(plan.fields))
    if (field.else !== undefined && plan.fields[field.else]?.type !== 'id_number')
      throw unknownField(field.else, known, place(['fields', name, 'else']));
  checkComparisons(plan, known, place);
  for (const [n, rule] of plan.block.entries())
    for (const [m, term] of rule.entries()) {
      const name = /([A-Za-z][\w]*)\s*\)?\s*$/.exec(term)?.[1] ?? term;
      if (!known.includes(name)) throw unknownField(name, known, place(['block', n, m]));
    }
}

function checkComparisons(plan: Plan, known: readonly string[], place: (path: Path) => string): void {
  const names = new Set<string>();
  for (const [n, spec] of plan.compare.entries()) {
    const used = 'field' in spec ? [spec.field] : spec.fields;
    const unknown = used.find((name) => !known.includes(name));
    if (unknown !== undefined) throw unknownField(unknown, known, place(['compare', n]));
    const name = comparisonName(spec);
    if (names.has(name)) throw sameName(name, place(['compare', n]));
    names.add(name);
  }
}

function unknownField(name: string, known: readonly string[], place: string): UserError {
  const near = nearest(name, known);
  return new UserError('LNK-203', {
    what: {
      zh: `${place} 方案里没有声明字段“${name}”。`,
      en: `${place} The plan declares no field "${name}".`,
    },
    why: {
      zh: `fields 里有：${known.join('、')}；else 只能指向身份证号字段。`,
      en: `Its fields are: ${known.join(', ')}; else must name a field of type id_number.`,
    },
    remedy: {
      zh: near === undefined ? '请先在 fields 里声明它。' : `是不是“${near}”？`,
      en: near === undefined ? 'Declare it under fields first.' : `Did you mean "${near}"?`,
    },
  });
}

function sameName(name: string, place: string): UserError {
  return new UserError('LNK-204', {
    what: { zh: `${place} 有两项比较都叫“${name}”。`, en: `${place} Two comparisons are called "${name}".` },
    why: {
      zh: '同一个字段比较两次，同一条证据就算了两遍。',
      en: 'A field that is compared twice counts as evidence twice.',
    },
    remedy: { zh: '请删去其中一项。', en: 'Remove one of them.' },
  });
}

/**
 * Checks that the columns a plan names are there.
 * @param right null when one table is compared with itself
 * @throws UserError LNK-205, with the nearest headings
 */
export function checkColumns(
  plan: Plan,
  left: { readonly file: string; readonly columns: readonly string[] },
  right: { readonly file: string; readonly columns: readonly string[] } | null,
): void {
  const idLeft = typeof plan.id === 'string' ? plan.id : plan.id?.left;
  const idRight = typeof plan.id === 'string' ? plan.id : plan.id?.right;
  const wanted = Object.values(plan.fields).map(
    (field) => [field.left ?? field.column, field.right ?? field.column] as const,
  );
  for (const [one, other] of [[idLeft, idRight] as const, ...wanted]) {
    checkColumn(one, left);
    if (right !== null) checkColumn(other, right);
  }
}

function checkColumn(
  name: string | undefined,
  { file, columns }: { readonly file: string; readonly columns: readonly string[] },
): void {
  if (name === undefined || columns.includes(name)) return;
  const near = nearest(name, columns);
  const shown = columns.slice(0, 40).map((column) => column.replace(/\d{17}[\dXx]/gu, (id) => maskId(id)));
  throw new UserError('LNK-205', {
    what: { zh: `“${file}”里没有“${name}”这一列。`, en: `"${file}" has no column "${name}".` },
    why: { zh: `它的列是：${shown.join('、')}。`, en: `Its columns are: ${shown.join(', ')}.` },
    remedy: {
      zh: near === undefined ? '请改正方案里的列名。' : `是不是“${near}”？请改正方案里的列名。`,
      en:
        near === undefined
          ? 'Correct the column in the plan.'
          : `Did you mean "${near}"? Correct the column in the plan.`,
    },
  });
}

/** The name that shares the most pairs of neighbouring characters; none when less than a third are shared. */
function nearest(name: string, known: readonly string[]): string | undefined {
  const ranked = known
    .map((other) => ({ other, alike: likeness(name.toLowerCase(), other.toLowerCase()) }))
    .sort((a, b) => b.alike - a.alike);
  return ranked[0] !== undefined && ranked[0].alike >= 1 / 3 ? ranked[0].other : undefined;
}

function likeness(a: string, b: string): number {
  const [one, other] = [bigrams(a), bigrams(b)];
  const shared = [...one].filter((pair) => other.has(pair)).length;
  return (2 * shared) / Math.max(1, one.size + other.size);
}

/** With marks at both ends, so that single characters count as well. */
const bigrams = (text: string): Set<string> => {
  const chars = ['^', ...text, '$'];
  return new Set(chars.slice(1).map((char, place) => `${chars[place]}${char}`));
};
