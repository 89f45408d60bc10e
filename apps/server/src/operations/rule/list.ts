import { rule } from '@yangguang/contract/rule';
import { handle } from '../../http/call.ts';
import { ruleFacts, ruleLine } from './rule-line.ts';
import { assertOwnPlace } from './rule-place.ts';

export const list = handle(rule.list, async ({ region }, call) => {
  assertOwnPlace(call, region);
  const county = region.slice(0, 6);
  const facts = await ruleFacts(call, county, []);
  call.note({ region: county });
  const items = call.policy.rules.map((page) => ruleLine(call, page, facts));
  return { packVersion: call.policy.version, items };
});
