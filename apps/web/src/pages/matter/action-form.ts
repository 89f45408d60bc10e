import { hidden } from '@yangguang/domain/people/masking';
import {
  type Facts,
  type FactValue,
  type Field,
  type Fields,
  openToPeople,
} from '@yangguang/domain/workflows/field';
import type { Action } from '@yangguang/domain/workflows/workflow';
import { fenOf } from '../../ui/field.tsx';
import { yuan } from '../../words/format.ts';

/** What was typed or chosen, as a control holds it. */
export type Typed = string | readonly string[];
export type TypedFacts = Readonly<Record<string, Typed>>;

/** Why a field cannot be sent. */
export type FieldFault = 'missing' | 'shape' | 'few';

/** A form that is filled in: kept until the step is taken. */
export interface ActionDraft {
  readonly typed: TypedFacts;
  /** Document by kind. */
  readonly evidence: Readonly<Record<string, string>>;
  readonly reason: string;
  /** Day and minute in China, 'YYYY-MM-DDTHH:MM', for what was done earlier; '' is now. */
  readonly doneAt: string;
  /** Made once for this intended step: sending it again is not a second step. */
  readonly stepId: string;
}

/** The empty form, with what can be known beforehand: a single choice, and open facts that earlier steps stated. */
export function startDraft(fields: Fields, facts: Facts, stepId: string): ActionDraft {
  const typed: Record<string, Typed> = {};
  for (const [name, field] of Object.entries(openToPeople(fields)))
    typed[name] = startValue(field, facts[name]);
  return { typed, evidence: {}, reason: '', doneAt: '', stepId };
}

type Kind = Field['kind'];

/** What a control begins with when an earlier step stated the fact openly. A day belongs to the act itself. */
const knownTexts: Readonly<Partial<Record<Kind, (known: FactValue, field: Field) => string>>> = {
  text: (known) => String(known),
  month: (known) => String(known),
  count: (known) => String(known),
  region: (known) => String(known),
  fen: (known) => (typeof known === 'number' ? yuan(known) : ''),
  yesno: (known) => (typeof known === 'boolean' ? (known ? 'yes' : 'no') : ''),
  choice: (known, field) =>
    field.kind === 'choice' && Object.hasOwn(field.choices, String(known)) ? String(known) : '',
};

function startValue(field: Field, known: FactValue | undefined): Typed {
  if (field.kind === 'accounts') return Array.isArray(known) ? (known as readonly string[]) : [];
  const only = field.kind === 'choice' ? onlyChoice(field.choices) : null;
  if (only !== null) return only;
  const isKnown = known !== undefined && known !== hidden && field.privacy === undefined;
  return isKnown ? (knownTexts[field.kind]?.(known, field) ?? '') : '';
}

function onlyChoice(choices: Readonly<Record<string, unknown>>): string | null {
  const names = Object.keys(choices);
  return names.length === 1 ? (names[0] ?? null) : null;
}

/** Facts to send, and what is wrong with which field. Nothing is sent that was not asked for. */
export function readTyped(
  fields: Fields,
  typed: TypedFacts,
): { readonly facts: Facts; readonly faults: Readonly<Record<string, FieldFault>> } {
  const facts: Record<string, FactValue> = {};
  const faults: Record<string, FieldFault> = {};
  for (const [name, field] of Object.entries(openToPeople(fields))) {
    const said = typed[name] ?? '';
    if (isEmpty(said)) {
      if (field.optional !== true) faults[name] = 'missing';
      continue;
    }
    const value = valueOf(field, said);
    if (value === null) faults[name] = field.kind === 'accounts' ? 'few' : 'shape';
    else facts[name] = value;
  }
  return { facts, faults };
}

function isEmpty(said: Typed): boolean {
  return typeof said === 'string' ? said.trim() === '' : said.length === 0;
}

const matching =
  (shape: RegExp) =>
  (text: string): FactValue | null =>
    shape.test(text) ? text : null;

/** How the text of a control becomes a value; null when it is none. */
const readers: Readonly<Record<Exclude<Kind, 'accounts'>, (text: string, field: Field) => FactValue | null>> =
  {
    text: (text) => text,
    region: (text) => text,
    fen: fenOf,
    count: (text) => (/^\d{1,9}$/.test(text) ? Number(text) : null),
    yesno: (text) => text === 'yes',
    on: matching(/^\d{4}-\d{2}-\d{2}$/),
    month: matching(/^\d{4}-(0[1-9]|1[0-2])$/),
    matter: matching(/^[\da-f-]{36}$/),
    choice: (text, field) => (field.kind === 'choice' && Object.hasOwn(field.choices, text) ? text : null),
  };

/** The value as the workflow takes it; null when what was typed is none. */
function valueOf(field: Field, said: Typed): FactValue | null {
  if (field.kind === 'accounts')
    return typeof said !== 'string' && said.length >= field.min ? [...said] : null;
  return typeof said === 'string' ? readers[field.kind](said.trim(), field) : null;
}

/** Everything that keeps a form from being sent: fields, documents, reason, time. */
export interface FormFaults {
  readonly fields: Readonly<Record<string, FieldFault>>;
  readonly evidence: readonly string[];
  readonly reason: boolean;
  /** The time given lies in the future. */
  readonly doneAt: boolean;
}

/** @param now instant, ISO 8601 */
export function faultsOf(action: Action, draft: ActionDraft, now: string): FormFaults {
  const { faults } = readTyped(action.asks ?? {}, draft.typed);
  return {
    fields: faults,
    evidence: (action.needs ?? []).filter((kind) => (draft.evidence[kind] ?? '') === ''),
    reason: action.reasoned === true && draft.reason.trim() === '',
    doneAt: draft.doneAt !== '' && Date.parse(instantOf(draft.doneAt)) > Date.parse(now),
  };
}

export function isSound({ fields, evidence, reason, doneAt }: FormFaults): boolean {
  return Object.keys(fields).length === 0 && evidence.length === 0 && !reason && !doneAt;
}

/** An instant of a day and minute in China. */
export function instantOf(minute: string): string {
  return `${minute}:00+08:00`;
}

/** What is sent for `matter.act`. */
export function actInput(
  matter: { readonly id: string; readonly version: number },
  name: string,
  action: Action,
  draft: ActionDraft,
): {
  matterId: string;
  expectedVersion: number;
  stepId: string;
  action: string;
  facts: Record<string, string | number | boolean | string[]>;
  reason: string | null;
  evidence: string[];
  doneAt?: string;
} {
  const { facts } = readTyped(action.asks ?? {}, draft.typed);
  const kinds = Object.keys(draft.evidence);
  const reason = draft.reason.trim();
  return {
    ...{ matterId: matter.id, expectedVersion: matter.version, stepId: draft.stepId, action: name },
    facts: facts as Record<string, string | number | boolean | string[]>,
    reason: reason === '' ? null : reason,
    evidence: [...new Set(kinds.map((kind) => draft.evidence[kind] ?? '').filter((id) => id !== ''))],
    ...(draft.doneAt === '' ? {} : { doneAt: instantOf(draft.doneAt) }),
  };
}
