import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
mkdirSync(join(root, '.cache'), { recursive: true });
const folder = mkdtempSync(join(root, '.cache/words-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Compiles a few lines that use a dictionary, as a screen would. @returns codes of the compiler's errors, by file */
function compile(files: Readonly<Record<string, string>>): Record<string, string[]> {
  const head =
    "import { defineWords } from '../../apps/web/src/words/define-words.ts';\nimport { spoken } from '../../apps/web/src/words/language.tsx';\n" +
    "const good = { title: { zh: '抽查', en: 'Samples' }, found: { zh: (n: number) => `共 ${n} 户`, en: (n: number) => `${n} households` } };\n";
  for (const [name, text] of Object.entries(files))
    writeFileSync(
      join(folder, `${name}.ts`),
      `${head}export const ${name} = () => {\n${text}\n};\nvoid spoken; void good; void defineWords;\n`,
    );
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      extends: '../../apps/web/tsconfig.json',
      include: ['*.ts'],
      exclude: [],
    }),
  );
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const { stdout } = spawnSync(process.execPath, [tsc, '-p', folder, '--pretty', 'false'], {
    encoding: 'utf8',
  });
  const errors: Record<string, string[]> = {};
  for (const name of Object.keys(files))
    errors[name] = [...stdout.matchAll(new RegExp(`${name}\\.ts\\(\\d+,\\d+\\): error (TS\\d+)`, 'g'))].map(
      ([, code = '']) => code,
    );
  return errors;
}

it('does not compile without the English, with a wrong key, a missing or a wrong value; and compiles when all is right', () => {
  const errors = compile({
    right: "const say = spoken(defineWords(good), 'en'); return say.title + say.found(3);",
    missingEnglish: "return defineWords({ title: { zh: '抽查' } });",
    wrongKey: "return spoken(defineWords(good), 'en').titel;",
    missingValue: "return spoken(defineWords(good), 'en').found();",
    wrongValue: "return spoken(defineWords(good), 'en').found('three');",
    otherHoles: 'return defineWords({ found: { zh: (n: number) => `${n}`, en: (n: string) => n } });',
  });
  expect(errors['right']).toEqual([]);
  for (const seeded of ['missingEnglish', 'wrongKey', 'missingValue', 'wrongValue', 'otherHoles'])
    expect(errors[seeded], seeded).not.toEqual([]);
});
