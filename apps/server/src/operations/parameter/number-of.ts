import type { PolicyNumber } from '@yangguang/domain/words/policy-value';
import type { Parameter } from '@yangguang/engine/pack/parameter-file';
import type { Call } from '../../http/call.ts';

/** What a value of the parameter is checked against: the pack's own values, not those an office has laid over them. */
export function numberOf({ policy }: Pick<Call, 'policy'>, parameter: Parameter): PolicyNumber {
  const { name, unit, kind, zh, values } = parameter;
  const below = policy.packParameters.find((one) => one.name === name);
  return { name, unit, kind, zh, known: (below?.values ?? values).map(({ value }) => value) };
}
