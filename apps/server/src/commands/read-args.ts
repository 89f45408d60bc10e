import { parseArgs } from 'node:util';
import type { Command, TypedArgs } from './command.ts';
import { UsageError } from './usage-error.ts';

/**
 * Reads what was typed after the verb, by the command's own declaration.
 * @throws UsageError SRV-102 unknown flag, SRV-103 value missing or too many, SRV-104 words
 */
export function readArgs(command: Command, argv: readonly string[]): TypedArgs {
  const { tokens } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(
      Object.entries(command.flags).map(([name, { kind }]) => [
        name,
        { type: kind === 'switch' ? ('boolean' as const) : ('string' as const) },
      ]),
    ),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const words: string[] = [];
  const flags: Record<string, string | true> = {};
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind === 'option') flags[token.name] = valueOf(command, token);
  }
  checkWords(command, words);
  return { words, flags };
}

function valueOf(
  command: Command,
  { name, rawName, value }: { name: string; rawName: string; value: string | undefined },
): string | true {
  const flag = Object.hasOwn(command.flags, name) ? command.flags[name] : undefined;
  if (flag === undefined) {
    throw new UsageError('SRV-102', {
      zh: `没有 ${rawName} 这个选项。`,
      en: `There is no option ${rawName}.`,
    });
  }
  if (flag.kind === 'switch' && value === undefined) return true;
  if (flag.kind === 'text' && value !== undefined && value !== '' && !value.startsWith('--')) return value;
  throw new UsageError(
    'SRV-103',
    flag.kind === 'switch'
      ? { zh: `${rawName} 不带值。`, en: `${rawName} takes no value.` }
      : { zh: `${rawName} 后面缺少值。`, en: `${rawName} needs a value.` },
  );
}

function checkWords(command: Command, words: readonly string[]): void {
  const missing = command.words.filter((word) => word.optional !== true)[words.length];
  if (missing !== undefined) {
    throw new UsageError('SRV-104', {
      zh: `缺少 ${missing.name}（${missing.zh}）。`,
      en: `${missing.name} is missing (${missing.en}).`,
    });
  }
  if (words.length > command.words.length)
    throw new UsageError('SRV-104', { zh: '多出了一个词。', en: 'There is one word too many.' });
}
