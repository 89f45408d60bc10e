import type { Bilingual } from '@yangguang/domain/errors/user-error';
import { maskId } from '@yangguang/domain/words/id-number';
import type { Suggestion } from './suggest-plan.ts';

/**
 * A suggested plan as a file, with a comment in both languages for each part, saying why it is there. It can be used as
 * it is, and changed by hand.
 */
export function planText(suggestion: Suggestion): string {
  return `${[
    ...heading(suggestion),
    ...fieldLines(suggestion),
    ...compareLines(suggestion),
    ...blockLines(suggestion),
    ...decisionLines(suggestion),
  ].join('\n')}\n`;
}

/** A comment is one line, whatever a heading holds, and holds no identity number. */
function note(words: Bilingual, indent = ''): string[] {
  return [words.zh, words.en].map((text) => {
    const line = text.replace(/\s+/gu, ' ').replace(/(?<!\d)\d{17}[\dXx](?!\d)/gu, (id) => maskId(id));
    return `${indent}# ${line}`;
  });
}

function heading({ files, id, leftOut }: Suggestion): string[] {
  const names = files.right === null ? files.left : `${files.left} × ${files.right}`;
  const ids =
    id.right === null || id.right === id.left
      ? `id: ${text(id.left)}`
      : `id: { left: ${text(id.left)}, right: ${text(id.right)} }`;
  const omitted = leftOut.flatMap(({ column, why }) =>
    note({ zh: `没有用“${column}”：${why.zh}。`, en: `Not used, ${column}: ${why.en}.` }),
  );
  return [
    ...note({
      zh: `为 ${names} 建议的比对方案。可以直接使用，也可以修改。`,
      en: `A plan suggested for ${names}. It can be used as it is, and changed.`,
    }),
    ...omitted,
    '',
    ...note({ zh: '每条记录的编号，每行不同。', en: 'What names a record: different in every row.' }),
    ids,
  ];
}

function fieldLines({ fields }: Suggestion): string[] {
  const lines = fields.flatMap(({ name, spec, why }) => {
    const parts = Object.entries(spec).map(
      ([key, value]) => `${key}: ${key === 'type' || key === 'else' ? value : text(String(value))}`,
    );
    return [...note(why, '  '), `  ${name}: { ${parts.join(', ')} }`];
  });
  return ['', ...note({ zh: '用到的列。', en: 'The columns that are read.' }), 'fields:', ...lines];
}

function compareLines({ compare }: Suggestion): string[] {
  const lines = compare.flatMap(({ spec, why }) => {
    const parts = Object.entries(spec).map(([key, value]) => `${key}: ${plain(value)}`);
    return [...note(why, '  '), `  - { ${parts.join(', ')} }`];
  });
  return ['', ...note({ zh: '怎样比较。', en: 'What two records are compared by.' }), 'compare:', ...lines];
}

function blockLines({ block, cap }: Suggestion): string[] {
  const lines = block.flatMap(({ terms, pairs }) => [
    ...note(whyRule(terms, pairs), '  '),
    `  - [${terms.map((term) => text(term)).join(', ')}]`,
  ]);
  return [
    '',
    ...note({
      zh: '两条记录至少符合其中一条，才会拿来比较。各条依靠不同的列，坏了两三列也还能找到。',
      en: 'Records are compared when they agree in one of these. The rules rest on different columns, so that damage to two or three of them still leaves one.',
    }),
    'block:',
    ...lines,
    ...note({
      zh: '一个值带来的对数超过此数就不比，并在报告里列出。',
      en: 'A value that would bring more pairs is refused, and reported.',
    }),
    `block_cap: ${cap}`,
  ];
}

function whyRule(terms: readonly string[], pairs: number): Bilingual {
  if (terms[0]?.startsWith('solved(') === true)
    return { zh: '身份证号错一位也能解出来', en: 'numbers with one wrong digit are solved' };
  return { zh: `约 ${grouped(pairs)} 对`, en: `about ${grouped(pairs)} pairs` };
}

const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

function decisionLines({ oneToOne, files, isRegister }: Suggestion): string[] {
  const lines: string[] = [''];
  if (isRegister)
    lines.push(
      ...note({ zh: '随程序提供的模型：中国名册。', en: 'The shipped model for Chinese registers.' }),
      'model: registers',
    );
  if (files.right === null)
    lines.push(
      ...note({
        zh: '两组记录之间各对的平均得分（位）不低于此数，就归为一人。',
        en: 'Two groups of records become one person while the mean of their pairs is no worse than this, in bits.',
      }),
      'cluster: -1',
    );
  if (files.right !== null) {
    const why = oneToOne
      ? {
          zh: '两边都像是一人一行，所以一条记录至多配一条。',
          en: 'Both sides seem to have one row a person: no record has two partners.',
        }
      : {
          zh: '有一边同一个人有几行，所以不限一对一。',
          en: 'One side has people in several rows: a record may have several partners.',
        };
    lines.push(...note(why), `one_to_one: ${oneToOne}`);
  }
  lines.push(
    ...note({
      zh: '概率达到 threshold 算作一对；达到 same 称“同一人”。',
      en: 'A pair counts from threshold; from same it is called one person.',
    }),
    'threshold: 0.5',
    'same: 0.99',
  );
  return lines;
}

/** A text as YAML: letters, digits and Han characters stand as they are, everything else in quotes. */
const text = (value: string): string =>
  /^(?!(?:true|false|null|yes|no|on|off|y|n)$)[\p{Script=Han}A-Za-z][\p{Script=Han}\w]*$/iu.test(value)
    ? value
    : JSON.stringify(value);

function plain(value: unknown): string {
  return Array.isArray(value)
    ? `[${value.map((entry) => plain(entry)).join(', ')}]`
    : typeof value === 'string'
      ? text(value)
      : String(value);
}
