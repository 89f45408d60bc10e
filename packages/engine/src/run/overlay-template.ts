import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunMeta } from './run-meta.ts';

const unitOf = (name: string): string => (name.startsWith('standard.') ? 'yuanPerMonth' : 'squareMetres');

/**
 * Writes the overlay the office may fill in: one parameter file per unknown local number, ready for `--policy`.
 * Each is a comment until a value is written, so an unfilled one changes nothing.
 */
export async function writeOverlayTemplate(dir: string, meta: RunMeta): Promise<void> {
  if (meta.numbersToFill.length === 0) return;
  const root = join(dir, '本地参数');
  await mkdir(join(root, 'parameters'), { recursive: true });
  for (const number of meta.numbersToFill) {
    const text = `name: ${number.name}
zh: '${number.zh}'
en: '${number.en}'
unit: ${unitOf(number.name)}
kind: local
values: []
# 把上一行改成下面的样子，填上数值、起始日期和文号，再用 --policy 指向“本地参数”文件夹重新检查：
# Replace the line above by the following with your value, date and document, then run again with --policy:
# values:
#   - region: '${meta.region}'
#     from: '${meta.asOf.slice(0, 4)}-01-01'
#     value: 0
#     basis: { source: '（文号）' }
#     sure: V
`;
    await writeFile(join(root, 'parameters', `${number.name}.yml`), text);
  }
}
