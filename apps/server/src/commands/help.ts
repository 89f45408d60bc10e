import type { Command, Flag } from './command.ts';

type Lang = 'zh' | 'en';

/** Help for one command, Chinese first, then English. */
export function commandHelp(command: Command): string {
  return `${helpIn(command, 'zh')}\n\n${helpIn(command, 'en')}`;
}

/** The list of commands, Chinese first, then English. */
export function programHelp(commands: readonly Command[], version: string): string {
  const list = (lang: Lang): string[] => commands.map(({ verb, summary }) => line(verb, summary[lang]));
  return [
    `阳光救助 Yangguang ${version}`,
    '',
    '用法：yangguang 命令 [选项]',
    ...list('zh'),
    '',
    'Usage: yangguang COMMAND [OPTIONS]',
    ...list('en'),
  ].join('\n');
}

const headings = {
  zh: { usage: '用法：', words: '参数', flags: '选项', examples: '例子' },
  en: { usage: 'Usage: ', words: 'Words', flags: 'Options', examples: 'Examples' },
} as const;

function helpIn({ verb, summary, words, flags, examples }: Command, lang: Lang): string {
  const heading = headings[lang];
  const places = words.map(({ name, optional }) => (optional === true ? `[${name}]` : name));
  const flagLines = Object.entries(flags).map(([name, flag]) => line(label(name, flag), flag[lang]));
  const part = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', title, ...lines];
  return [
    `${heading.usage}${['yangguang', verb, ...places].join(' ')}`,
    summary[lang],
    ...part(
      heading.words,
      words.map((word) => line(word.name, word[lang])),
    ),
    ...part(heading.flags, flagLines),
    ...part(
      heading.examples,
      examples.map((example) => `  ${example}`),
    ),
  ].join('\n');
}

const label = (name: string, flag: Flag): string =>
  flag.kind === 'switch' ? `--${name}` : `--${name} ${flag.value ?? 'VALUE'}`;

const line = (name: string, text: string): string => `  ${name.padEnd(24)}${text}`;
