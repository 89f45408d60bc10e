import { parseArgs } from 'node:util';
import { UsageError } from '../failure/usage-error.ts';
import type { Bilingual } from '../world.ts';
import type { Command, Flag, Flags, TypedArgs } from './command.ts';

/**
 * Reads what was typed after the verb, by the command's own declaration.
 * @throws UsageError for an unknown flag, a value missing or refused, a word too many or too few
 */
export function readArgs(command: Command, argv: readonly string[]): TypedArgs {
  const { tokens } = parseArgs({
    args: [...argv],
    options: parserOptions(command.flags),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const words: string[] = [];
  const flags: Record<string, boolean | string | string[] | undefined> = {};
  for (const [name, flag] of Object.entries(command.flags)) flags[name] = emptyValue(flag);
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const flag = command.flags[token.name];
    if (flag === undefined) throw unknownFlag(command, token.rawName);
    const value = checkedValue(token.name, flag, token);
    flags[token.name] = flag.kind === 'many' ? [...(flags[token.name] as string[]), String(value)] : value;
  }
  checkWords(command, words);
  return { words, flags };
}

function parserOptions(flags: Flags): Record<string, { type: 'boolean' | 'string' }> {
  return Object.fromEntries(
    Object.entries(flags).map(([name, flag]) => [
      name,
      { type: flag.kind === 'switch' ? 'boolean' : 'string' },
    ]),
  );
}

function emptyValue(flag: Flag): boolean | string[] | undefined {
  if (flag.kind === 'switch') return false;
  return flag.kind === 'many' ? [] : undefined;
}

function checkedValue(
  name: string,
  flag: Flag,
  { value, inlineValue }: { readonly value: string | undefined; readonly inlineValue: boolean | undefined },
): string | boolean {
  if (flag.kind === 'switch') {
    if (value === undefined) return true;
    throw new UsageError('CLI-103', { zh: `--${name} 不带值。`, en: `--${name} takes no value.` });
  }
  // "--out --force" is a value forgotten; "--password=--x" is meant.
  if (!value || (value.startsWith('--') && inlineValue !== true)) {
    const holder = flag.value ?? 'VALUE';
    throw new UsageError('CLI-104', {
      zh: `--${name} 后面缺少值，应写成 --${name} ${holder}。`,
      en: `--${name} needs a value: --${name} ${holder}.`,
    });
  }
  const refusal = refuseChoice(name, flag.choices, value) ?? flag.refuse?.(value);
  if (refusal) throw new UsageError('CLI-105', refusal);
  return value;
}

function refuseChoice(
  name: string,
  choices: readonly string[] | undefined,
  value: string,
): Bilingual | undefined {
  if (choices === undefined || choices.includes(value)) return undefined;
  return {
    zh: `--${name} 不能是“${value}”，只能是：${choices.join('、')}。`,
    en: `--${name} cannot be "${value}"; choose one of: ${choices.join(', ')}.`,
  };
}

function unknownFlag(command: Command, typed: string): UsageError {
  const known = Object.keys(command.flags).map((name) => `--${name}`);
  const near = nearest(typed, known);
  return new UsageError('CLI-102', {
    zh: `没有 ${typed} 这个选项。${near ? `是不是 ${near}？` : ''}可用：${known.join(' ')}`,
    en: `There is no option ${typed}. ${near ? `Did you mean ${near}? ` : ''}Known: ${known.join(' ')}`,
  });
}

/** The flag that begins most like what was typed, when at least two letters agree. */
function nearest(typed: string, known: readonly string[]): string | undefined {
  const shared = (name: string): number => {
    let length = 0;
    while (length < typed.length && name[length] === typed[length]) length += 1;
    return length;
  };
  const best = [...known].sort((a, b) => shared(b) - shared(a))[0];
  return best !== undefined && shared(best) >= 4 ? best : undefined;
}

function checkWords(command: Command, words: readonly string[]): void {
  const missing = command.words.filter((word) => word.optional !== true)[words.length];
  if (missing) {
    throw new UsageError('CLI-106', {
      zh: `缺少 ${missing.name}（${missing.zh}）。`,
      en: `${missing.name} is missing (${missing.en}).`,
    });
  }
  const surplus = words[command.words.length];
  if (surplus !== undefined) {
    throw new UsageError('CLI-107', { zh: `多出了“${surplus}”。`, en: `"${surplus}" is one word too many.` });
  }
}
