import type { Output } from '@yangguang/contract/operation';
import type { parameter as parameterContract } from '@yangguang/contract/parameter';
import type { Bilingual } from '@yangguang/domain/errors/user-error';
import {
  findParameterValue,
  type Parameter,
  type ParameterValue,
} from '@yangguang/engine/pack/parameter-file';
import type { LocalValueRow } from '@yangguang/store/policy/local-values';
import type { Call } from '../../http/call.ts';

type Line = Output<typeof parameterContract.list>['items'][number];
type Dated = NonNullable<Line['now']>;

/** A value with its place, time and basis, as the wire carries it. */
export function datedValue(
  { policy }: Pick<Call, 'policy'>,
  parameter: Parameter,
  value: ParameterValue,
): Dated {
  const below = policy.packParameters.find(({ name }) => name === parameter.name);
  return {
    value: Array.isArray(value.value) ? [...value.value] : value.value,
    region: value.region === '00' ? '' : value.region,
    from: value.from,
    to: value.to ?? null,
    basis: basisWords({ policy }, value.basis),
    certainty: value.sure,
    publishedOn: value.published ?? null,
    isLocal: below !== undefined && !below.values.some((one) => isSameSource(one, value)),
  };
}

/** A value of the pack may be cut by a local one: its basis and number stay. */
function isSameSource(one: ParameterValue, other: ParameterValue): boolean {
  return one.region === other.region && one.basis === other.basis;
}

function basisWords({ policy }: Pick<Call, 'policy'>, basis: ParameterValue['basis']): Dated['basis'] {
  if (typeof basis === 'string')
    return { text: { zh: '本系统默认值', en: 'This product’s own choice' }, instrument: null };
  if ('source' in basis) return { text: { zh: basis.source, en: basis.source }, instrument: null };
  const law = policy.findLaw(basis.instrument);
  const article = basis.article ?? '';
  const named = (title: Bilingual | undefined, lang: 'zh' | 'en'): string =>
    title?.[lang] ?? basis.instrument;
  const number = law?.number === null || law === null ? '' : `（${law.number}）`;
  return {
    text: {
      zh: `《${named(law?.title, 'zh')}》${number}${article}`,
      en: `${named(law?.title, 'en')} ${article}`.trim(),
    },
    instrument: basis.instrument,
  };
}

/** What is in force there and then; null when nobody has told it. */
export function valueNow(
  call: Pick<Call, 'policy'>,
  parameter: Parameter,
  region: string,
  on: string,
): Dated | null {
  const found = findParameterValue(parameter, region, on);
  return found === undefined ? null : datedValue(call, parameter, found);
}

/** The rules that use a parameter, and which of them an unknown number holds back. */
function usersOf({ policy }: Pick<Call, 'policy'>, name: string): Line['rules'] {
  return policy.usersOf(name).flatMap((id) => {
    const page = policy.rules.find((one) => one.id === id);
    if (page === undefined) return [];
    return [{ rule: id, title: page.title, isCapped: /\bunconfirmed\b/.test(page.sql) }];
  });
}

/** A parameter as lists show it. */
export function parameterLine(
  call: Pick<Call, 'policy'>,
  parameter: Parameter,
  at: { readonly region: string; readonly on: string },
  waiting: readonly LocalValueRow[],
): Line {
  const { name, zh, en, unit, kind } = parameter;
  const now = valueNow(call, parameter, at.region, at.on);
  return {
    ...{ name, title: { zh, en }, unit, kind, now },
    topic: name.split('.')[0] ?? name,
    isUnknown: kind === 'local' && now === null,
    rules: usersOf(call, name),
    waiting: waiting.filter((row) => row.parameter === name && row.decision === null).length,
  };
}
