import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commands } from './commands/all.ts';
import { runCli } from './run-cli.ts';
import { quietWorld } from './quiet-world.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yangguang-cli-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What a command line printed, complained and returned. */
async function typed(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const world = quietWorld({ builtInPolicy: folder });
  const code = await runCli(argv, world);
  return { code, out: world.printed.join('\n'), err: world.complained.join('') };
}

describe('help', () => {
  it('names every command in Chinese before English', async () => {
    const { code, out } = await typed('--help');
    expect(code).toBe(0);
    for (const { verb, summary } of commands) {
      expect(out).toContain(verb);
      expect(out.indexOf(summary.zh)).toBeGreaterThan(-1);
      expect(out.indexOf(summary.zh)).toBeLessThan(out.indexOf(summary.en));
    }
  });

  it('explains every flag of every command in both languages', async () => {
    for (const { verb, flags } of commands) {
      const { out } = await typed(verb, '--help');
      for (const [name, flag] of Object.entries(flags)) {
        expect(out).toContain(`--${name}`);
        expect(out).toContain(flag.zh);
        expect(out).toContain(flag.en);
      }
    }
  });

  it('stands on the error stream, with exit code 2, when nothing was typed', async () => {
    const { code, out, err } = await typed();
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain('用法');
  });
});

describe('a command line that cannot be understood ends with exit code 2 and says why in both languages', () => {
  it.each([
    ['an unknown command', ['chek'], 'CLI-101'],
    ['an unknown flag', ['check', '.', '--as-fo', '2026-01-01'], 'CLI-102'],
    ['a value for a switch', ['check', '.', '--force=yes'], 'CLI-103'],
    ['a value forgotten', ['check', '.', '--out', '--force'], 'CLI-104'],
    ['a value forgotten at the end', ['check', '.', '--out'], 'CLI-104'],
    ['a day that is not in the calendar', ['check', '.', '--as-of', '2026-02-30'], 'CLI-105'],
    ['a region of four digits', ['check', '.', '--region', '3301'], 'CLI-105'],
    ['a rule that is none', ['check', '.', '--rules', 'INC-1'], 'CLI-105'],
    ['a choice that is not offered', ['check', '.', '--id-numbers', 'none'], 'CLI-105'],
    ['no folder', ['check'], 'CLI-106'],
    ['two folders', ['check', 'a', 'b'], 'CLI-107'],
    ['a port beyond the last', ['serve-report', '.', '--port', '70000'], 'CLI-105'],
  ])('%s', async (_what, argv, code) => {
    const result = await typed(...argv);
    expect(result.code).toBe(2);
    const [zh, en] = result.err.split('\n');
    expect(zh).toMatch(new RegExp(`^${code} .*[\\u4e00-\\u9fff]`));
    expect(en).toMatch(new RegExp(`^${code} [^\\u4e00-\\u9fff]*$`));
  });

  it('offers the flag that was meant', async () => {
    expect((await typed('check', '.', '--as-fo', '2026-01-01')).err).toContain('是不是 --as-of');
  });
});

describe('a folder that cannot be checked', () => {
  it('is named, with exit code 3, when it is not there', async () => {
    const { code, err } = await typed('check', join(folder, '没有'));
    expect(code).toBe(3);
    expect(err).toContain('CLI-301');
  });

  it('holds no report: serve-report says to run check first', async () => {
    const { code, err } = await typed('serve-report', folder);
    expect(code).toBe(3);
    expect(err).toContain('CLI-304');
  });
});

describe('new-rule', () => {
  it('makes a page named after the rule in the folder of its family', async () => {
    const { code } = await typed('new-rule', 'INC-30', 'boat-owner');
    expect(code).toBe(0);
    const page = readFileSync(join(folder, 'rules', 'inc', 'INC-30-boat-owner.md'), 'utf8');
    expect(page).toMatch(/^---\nid: INC-30\n/);
  });

  it('leaves the page of a code that is taken alone', async () => {
    await typed('new-rule', 'INC-30', 'boat-owner');
    const { code, err } = await typed('new-rule', 'INC-30', 'other-name');
    expect(code).toBe(2);
    expect(err).toContain('CLI-109');
    expect(readdirSync(join(folder, 'rules', 'inc'))).toEqual(['INC-30-boat-owner.md']);
  });

  it.each(['inc-30', 'INC-3', 'XYZ-01', '../etc'])('refuses the code %s', async (bad) => {
    expect((await typed('new-rule', bad, 'name')).err).toContain('CLI-108');
  });

  it('refuses a short name that would leave the folder', async () => {
    expect((await typed('new-rule', 'INC-30', '../name')).err).toContain('CLI-108');
  });
});
