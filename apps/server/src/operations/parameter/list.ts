import { parameter } from '@yangguang/contract/parameter';
import { listLocalValues } from '@yangguang/store/policy/local-values';
import { handle } from '../../http/call.ts';
import { assertOwnPlace, todayOf } from '../rule/rule-place.ts';
import { parameterLine } from './parameter-line.ts';

export const list = handle(parameter.list, async ({ region, on: asked }, call) => {
  assertOwnPlace(call, region);
  const on = asked ?? todayOf(call);
  const waiting = await call.db.within(call.reach, (tx) => listLocalValues(tx, region, null));
  call.note({ region, on });
  return {
    on,
    packVersion: call.policy.version,
    items: call.policy.parameters().map((one) => parameterLine(call, one, { region, on }, waiting)),
  };
});
