import { flowNodeIds, lineOfNode } from '../../charts/flow.ts';
import { words as chartWords } from '../../charts/words.ts';
import { type Lang, spoken } from '../../words/language.tsx';

const towns = {
  'town.received': 'received',
  'town.answered': 'answeredShort',
  'town.dueSoon': 'dueSoon',
  'town.overdue': 'overdue',
  'town.escalated': 'escalated',
} as const;

/** What a line of the board is called; null for those of campaign.get, which bring their title. */
export function boardLineTitle(line: string, lang: Lang): string | null {
  const say = spoken(chartWords, lang);
  const town = Object.entries(towns).find(([key]) => key === line);
  if (town !== undefined) return say[town[1]];
  if (line === 'leads.unanswered') return say.actual;
  if (line === 'leads.found') return `${say['node.confirmed']} + ${say['node.partly']}`;
  const node = flowNodeIds.find((id) => id !== 'found' && lineOfNode(id) === line);
  return node === undefined ? null : say[`node.${node}`];
}
