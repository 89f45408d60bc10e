import type { Bilingual } from '@yangguang/domain/errors/user-error';
import type { Command, TypedArgs } from './command.ts';
import { UsageError } from './usage-error.ts';

/** What a command with several actions does, by the first word after the verb. */
export type Actions = Readonly<Record<string, Bilingual>>;

/** The actions as the explanation of the word, for the help. */
export function actionWord(actions: Actions): Command['words'][number] {
  const list = (lang: keyof Bilingual): string =>
    Object.entries(actions)
      .map(([name, text]) => `${name} ${text[lang]}`)
      .join(lang === 'zh' ? '；' : '; ');
  return { name: 'ACTION', zh: list('zh'), en: list('en') };
}

/** @throws UsageError SRV-105 no such action */
export function actionOf<const A extends Actions>(actions: A, { words }: TypedArgs): keyof A & string {
  const [typed = ''] = words;
  if (Object.hasOwn(actions, typed)) return typed;
  const known = Object.keys(actions).join(', ');
  throw new UsageError('SRV-105', {
    zh: `没有“${typed}”这个操作。可用：${known}。`,
    en: `There is no action "${typed}". Known: ${known}.`,
  });
}

/** The word after the action. @throws UsageError SRV-104 when it is missing */
export function objectOf({ words }: TypedArgs, what: Bilingual): string {
  const [, object] = words;
  if (object !== undefined) return object;
  throw new UsageError('SRV-104', { zh: `缺少${what.zh}。`, en: `${what.en} is missing.` });
}
