import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { PackError } from './pack-error.ts';

/**
 * Parses YAML and checks it against a schema. Dates stay text (the YAML core schema knows none).
 * @param firstLine line of `file` on which `text` begins, for front matter
 * @throws PackError PACK-01 (not YAML) or PACK-02 (not the expected shape), with the line of the faulty node
 */
export function readYaml<T extends z.ZodType>(
  text: string,
  file: string,
  schema: T,
  firstLine = 1,
): z.output<T> {
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: 'core', lineCounter: lines });
  const fault = document.errors[0];
  if (fault) {
    const line = lines.linePos(fault.pos[0]).line + firstLine - 1;
    const why = fault.message.split('\n')[0] ?? fault.code;
    throw new PackError(
      'PACK-01',
      { file, line },
      {
        zh: `不是有效的 YAML：${why}。请检查缩进、引号和冒号后的空格。`,
        en: `Not valid YAML: ${why}. Check indentation, quotes and the space after a colon.`,
      },
    );
  }
  const read = schema.safeParse(document.toJS());
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  const path = issue?.path ?? [];
  const line = lineOfPath(path) + firstLine - 1;
  const where = path.length > 0 ? path.map(String).join('.') : '(root)';
  const why = issue ? reasonOf(issue) : '';
  throw new PackError(
    'PACK-02',
    { file, line },
    {
      zh: `“${where}”不符合要求：${why}。请对照同目录的其他文件改正（编码、日期如 '00'、'2021-07-01' 要加引号）。`,
      en: `"${where}" is not as required: ${why}. Compare with its neighbours (quote codes and dates: '00', '2021-07-01').`,
    },
  );

  function lineOfPath(steps: readonly PropertyKey[]): number {
    for (let n = steps.length; n >= 0; n--) {
      const node: unknown = document.getIn(steps.slice(0, n), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  }
}

function reasonOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `unknown key ${issue.keys.join(', ')}`;
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.map(String).join(' | ')}`;
  return issue.message;
}
