import type { Bilingual, Lang } from '../world.ts';
import type { Command } from './command.ts';

/** Help for one command, Chinese first, then English. */
export function commandHelp(command: Command): string {
  return [commandHelpIn(command, 'zh'), '', commandHelpIn(command, 'en')].join('\n');
}

/** The list of commands, Chinese first, then English. */
export function programHelp(commands: readonly Command[], version: string): string {
  return [
    `阳光救助 Yangguang ${version}`,
    '',
    '用法：yangguang 命令 [选项]',
    ...commands.map((command) => item(command.verb, command.summary, 'zh', 14)),
    '',
    '每个命令的选项：yangguang 命令 --help',
    exitLine.zh,
    '',
    'Usage: yangguang COMMAND [OPTIONS]',
    ...commands.map((command) => item(command.verb, command.summary, 'en', 14)),
    '',
    'Options of a command: yangguang COMMAND --help',
    exitLine.en,
  ].join('\n');
}

const exitLine: Bilingual = {
  zh: '退出码：0 完成；1 完成，但有文件或行被搁置；2 用法错误；3 没有可用的输入；4 程序出错；130 被中断',
  en: 'Exit codes: 0 done; 1 done, files or rows set aside; 2 usage; 3 no usable input; 4 our fault; 130 interrupted',
};

const headings = {
  usage: { zh: '用法：', en: 'Usage: ' },
  words: { zh: '参数', en: 'Words' },
  flags: { zh: '选项', en: 'Options' },
  examples: { zh: '例子', en: 'Examples' },
} as const;

function commandHelpIn(command: Command, lang: Lang): string {
  const words = command.words.map((word) => (word.optional === true ? `[${word.name}]` : word.name));
  const usage = [
    'yangguang',
    command.verb,
    ...words,
    Object.keys(command.flags).length > 0 ? '[OPTIONS]' : '',
  ];
  const lines = [`${headings.usage[lang]}${usage.join(' ').trim()}`, command.summary[lang]];
  if (command.words.length > 0) lines.push('', headings.words[lang]);
  for (const word of command.words) lines.push(item(word.name, word, lang, 26));
  lines.push('', headings.flags[lang]);
  for (const [name, flag] of Object.entries(command.flags))
    lines.push(item(flagLabel(name, flag), flag, lang, 26));
  lines.push(item('--help', { zh: '显示本帮助', en: 'Show this help' }, lang, 26));
  if (command.examples.length > 0) lines.push('', headings.examples[lang]);
  for (const example of command.examples) lines.push(`  ${example}`);
  return lines.join('\n');
}

function flagLabel(name: string, flag: Command['flags'][string]): string {
  if (flag.kind === 'switch') return `--${name}`;
  const value = flag.choices ? flag.choices.join('|') : (flag.value ?? 'VALUE');
  return `--${name} ${value}${flag.kind === 'many' ? ' …' : ''}`;
}

function item(label: string, text: Bilingual, lang: Lang, width: number): string {
  return label.length < width
    ? `  ${label.padEnd(width)}${text[lang]}`
    : `  ${label}\n  ${' '.repeat(width)}${text[lang]}`;
}
