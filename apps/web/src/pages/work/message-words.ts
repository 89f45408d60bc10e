import type { Got } from '../../api/use-api.tsx';
import { type Lang, spoken } from '../../words/language.tsx';
import { lineTitle } from '../matter/line-words.ts';
import type { Workflows } from '../matter/use-workflows.ts';
import type { ListSearch } from '../matters/list-search.ts';
import type { MessageKind } from './message-kinds.ts';
import { words } from './words.ts';

export type Message = Got<'message.list'>['items'][number];

/** Key of the words of each kind. */
const keys = {
  assigned: 'assigned',
  returned: 'returnedMessage',
  givenBack: 'givenBack',
  remark: 'remark',
  step: 'step',
  clock: 'clock',
  dueSoon: 'dueSoonMessage',
  overdue: 'overdueMessage',
  escalated: 'escalatedMessage',
  handedOver: 'handedOver',
} as const satisfies Record<MessageKind, keyof typeof words>;

/** What a kind of message is called. */
export function kindOfMessage(kind: MessageKind, lang: Lang): string {
  return words[keys[kind]][lang];
}

/** The sentence of a message, without anybody's name: what it is, how many, which step, the day. */
export function messageText(workflows: Workflows | null, message: Message, lang: Lang): string {
  const say = spoken(words, lang);
  const { workflow, matterKind, count, step, dueOn, kind } = message;
  const what = lineTitle(workflows, { workflow, kind: matterKind }, lang);
  const parts = [
    kindOfMessage(kind, lang) + say.colon + what,
    count > 1 ? say.count(count) : '',
    step === null ? '' : step[lang],
    dueOn === null ? '' : say.due(dueOn),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

/** The list in which the matters of a message that stands for several are found. */
export function listOf({ kind, workflow, region }: Message): ListSearch {
  const town = region.length >= 9 ? { town: region } : {};
  return kind === 'escalated' ? { workflow, ...town, show: 'escalated' } : { workflow, ...town };
}
