import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runYangguang } from './start-yangguang.ts';

const page = readFileSync(new URL('../../docs/how-to/add-a-rule.md', import.meta.url), 'utf8');
let policy = '';
beforeAll(() => {
  policy = mkdtempSync(join(tmpdir(), 'yangguang-rule-'));
});
afterAll(() => rmSync(policy, { recursive: true, force: true }));

/** The code blocks of the how-to in one language, in order. */
const blocks = (language: string): string[] =>
  [...page.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, text = '']) => text);

/** Puts each field of `fields` in the place of the one that stands in the page. */
function withFields(rule: string, fields: string): string {
  return fields.split(/\n(?=\w)/).reduce((text, field) => {
    const name = field.slice(0, field.indexOf(':'));
    const old = new RegExp(`^${name}:[\\s\\S]*?(?=^(?:\\w|#|---))`, 'm');
    expect(text, `the page of a new rule has no field ${name}`).toMatch(old);
    return text.replace(old, () => `${field.trimEnd()}\n`);
  }, rule);
}

it('whoever follows docs/how-to/add-a-rule.md to the letter has a rule whose examples hold', async () => {
  const [fields = '', parameter = ''] = blocks('yaml');
  const [query = ''] = blocks('sql');
  const [examples = ''] = blocks('markdown');
  const [, parameterFile = ''] = /`policy\/(parameters\/[\w./]+\.yml)`/.exec(page) ?? [];

  expect((await runYangguang('new-rule', 'PAY-90', 'many-accounts', '--policy', policy)).code).toBe(0);
  const file = join(policy, 'rules/pay/PAY-90-many-accounts.md');
  const begun = withFields(readFileSync(file, 'utf8'), fields)
    .replace(/```sql\n[\s\S]*?```/, () => `\`\`\`sql\n${query}\`\`\``)
    .replace(/## 示例[\s\S]*$/, () => `## 示例\n\n${examples}`);
  writeFileSync(file, begun);
  mkdirSync(join(policy, parameterFile, '..'), { recursive: true });
  writeFileSync(join(policy, parameterFile), parameter);

  const { code, out, err } = await runYangguang('try-rule', 'PAY-90', '--policy', policy);
  expect(err).toBe('');
  expect(out).toContain('✓ PAY-90 三个账户，提示');
  expect(out).toContain('2 of 2 examples hold');
  expect(code).toBe(0);
});

it('an example that does not hold is shown with what is missing and what came instead', async () => {
  const file = join(policy, 'rules/pay/PAY-90-many-accounts.md');
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace('| info     | 3        |', '| info     | 4        |'),
  );
  const { code, out } = await runYangguang('try-rule', 'PAY-90', '--policy', policy);
  expect(code).toBe(1);
  expect(out).toMatch(/missing +\{.*"accounts":"4"/);
  expect(out).toMatch(/unexpected +\{.*"accounts":"3"/);
});
