import type { Bilingual } from '@yangguang/domain/errors/user-error';
import { hidden } from '@yangguang/domain/people/masking';
import type { Facts, FactValue, Field, Fields } from '@yangguang/domain/workflows/field';
import type { Workflow } from '@yangguang/domain/workflows/workflow';
import type { Got } from '../../api/use-api.tsx';
import { money } from '../../words/format.ts';
import { type Lang, spoken } from '../../words/language.tsx';
import { factWords } from './words-facts.ts';

export type Matter = Got<'matter.get'>;
export type StepOfMatter = Matter['steps'][number];

/** A fact as a reader sees it. */
export interface FactLine {
  readonly name: string;
  readonly label: string;
  readonly text: string;
  /** Another matter the fact names, to link to. */
  readonly matterId: string | null;
  /** A division the fact names. */
  readonly region: string | null;
  readonly isHidden: boolean;
}

const plain: Readonly<Record<string, Bilingual>> = {
  kind: { zh: '种类', en: 'Kind' },
  severity: { zh: '程度', en: 'Severity' },
  amountFen: { zh: '涉及金额', en: 'Amount at stake' },
  account: { zh: '承办人', en: 'Given to' },
  area: { zh: '承办单位', en: 'Office' },
  dueOn: { zh: '期限', en: 'Due on' },
};

/** Every field a fact of the matter may have come from: the opening's and those of all actions, the first of a name. */
export function fieldsOf(workflow: Workflow): Fields {
  const all: Record<string, Field> = { ...workflow.opening.asks };
  for (const action of Object.values(workflow.actions))
    for (const [name, field] of Object.entries(action.asks ?? {})) all[name] ??= field;
  return all;
}

/**
 * Choices of one name are gathered from all fields of the workflow: an action may offer a part of them only.
 * @returns the words of the value, or the value itself
 */
function choiceWords(workflow: Workflow, name: string, value: string): Bilingual | null {
  const all = [workflow.opening.asks, ...Object.values(workflow.actions).map((action) => action.asks ?? {})];
  for (const fields of all) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (field?.kind === 'choice' && Object.hasOwn(field.choices, value)) return field.choices[value] ?? null;
  }
  return null;
}

/** What must be known to say a fact in words. */
export interface FactReader {
  readonly workflow: Workflow;
  readonly people: Matter['people'];
  readonly lang: Lang;
}

/** A value in words: amounts with their unit, choices and yes or no said, colleagues by name. */
export function factText(
  reader: FactReader,
  name: string,
  field: Field | undefined,
  value: FactValue,
): string {
  const { lang, workflow, people } = reader;
  const say = spoken(factWords, lang);
  if (value === hidden) return say.hidden;
  if (Array.isArray(value)) return value.map((id) => nameOf(people, String(id), say.someone)).join(say.comma);
  if (typeof value === 'boolean') return value ? say.yes : say.no;
  if (typeof value === 'number')
    return field?.kind === 'fen' || name.endsWith('Fen') ? money(value, lang) : `${value}`;
  const words = choiceWords(workflow, name, String(value));
  return words === null ? String(value) : words[lang];
}

function nameOf(people: Matter['people'], id: string, otherwise: string): string {
  const found = people.find((one) => one.id === id)?.name ?? '';
  return found === '' ? otherwise : found;
}

/** Facts in words, in the order in which the workflow asks for them. What nobody stated is left out. */
export function factLines(reader: FactReader, facts: Facts, fields = fieldsOf(reader.workflow)): FactLine[] {
  const names = [...new Set([...Object.keys(fields), ...Object.keys(facts)])];
  return names.flatMap((name) => {
    const value = Object.hasOwn(facts, name) ? facts[name] : undefined;
    if (value === undefined || value === '' || !isForReaders(name, fields)) return [];
    return [factLine(reader, name, Object.hasOwn(fields, name) ? fields[name] : undefined, value)];
  });
}

function factLine(reader: FactReader, name: string, field: Field | undefined, value: FactValue): FactLine {
  const text = typeof value === 'string' ? value : null;
  const said = (kind: Field['kind']): string | null => (field?.kind === kind ? text : null);
  const isPrivate = text !== null && field?.privacy !== undefined;
  return {
    ...{ name, label: (field ?? plain[name] ?? { zh: name, en: name })[reader.lang] },
    ...{ text: factText(reader, name, field, value), isHidden: value === hidden || isPrivate },
    ...{ matterId: said('matter'), region: name === 'area' ? text : said('region') },
  };
}

/** Facts that the server keeps for itself, such as a rule's fingerprint, are no words for anybody. */
function isForReaders(name: string, fields: Fields): boolean {
  return Object.hasOwn(fields, name) || Object.hasOwn(plain, name);
}

/** What an assignment says: the facts of plain acts are ids and codes of their own. */
export function assignmentText(
  step: Pick<StepOfMatter, 'facts'>,
  people: Matter['people'],
  lang: Lang,
): string {
  const say = spoken(factWords, lang);
  const { account, area, dueOn } = step.facts;
  const parts = [
    typeof account === 'string' && account !== '' ? say.toPerson(nameOf(people, account, say.someone)) : '',
    typeof area === 'string' && area !== '' ? say.toOffice(area) : '',
    typeof dueOn === 'string' && dueOn !== '' ? say.dueOn(dueOn) : '',
  ];
  return parts.filter((part) => part !== '').join(say.comma);
}
