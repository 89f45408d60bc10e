import type { Output } from '@yangguang/contract/operation';
import { parameter } from '@yangguang/contract/parameter';
import { isWithin } from '@yangguang/domain/people/scope';
import type { Bilingual } from '@yangguang/domain/errors/user-error';
import { choicesOf, whyUnsettable } from '@yangguang/domain/words/policy-value';
import type { Parameter } from '@yangguang/engine/pack/parameter-file';
import { listLocalValues, type LocalValueRow } from '@yangguang/store/policy/local-values';
import { notFound } from '../../http/api-refusal.ts';
import { type Call, handle } from '../../http/call.ts';
import { appointmentsFor } from '../../http/reach-of.ts';
import { colleague, namesOf } from '../matter/matter-line.ts';
import { assertOwnPlace, todayOf } from '../rule/rule-place.ts';
import { numberOf } from './number-of.ts';
import { datedValue, parameterLine } from './parameter-line.ts';

type Answer = Output<typeof parameter.get>;
type Past = Answer['history'][number];

export const get = handle(parameter.get, async ({ name, region, on: asked }, call) => {
  assertOwnPlace(call, region);
  const found = call.policy.parameters().find((one) => one.name === name);
  if (found === undefined) throw notFound();
  const on = asked ?? todayOf(call);
  const { rows, names } = await call.db.within(call.reach, async (tx) => {
    const all = await listLocalValues(tx, region, name);
    return {
      rows: all,
      names: await namesOf(
        tx,
        all.flatMap((row) => [row.proposed_by, row.decided_by]),
      ),
    };
  });
  call.note({ parameter: name, region, on });
  return {
    ...parameterLine(call, found, { region, on }, rows),
    on,
    versions: versionsOf(call, found, region),
    history: rows.map((row) => pastLine(call, row, names)),
    choices: choicesOf(numberOf(call, found)),
    whyNot: whyNot(found),
  };
});

/** Of the place and the levels above and below it, as they are in force: by region, the newest first. */
function versionsOf(call: Call, found: Parameter, region: string): Answer['versions'] {
  return found.values
    .map((value) => datedValue(call, found, value))
    .filter((one) => isWithin(one.region, region) || isWithin(region, one.region))
    .sort((a, b) => (a.region === b.region ? (a.from < b.from ? 1 : -1) : a.region < b.region ? -1 : 1));
}

function pastLine(call: Call, row: LocalValueRow, names: ReadonlyMap<string, string>): Past {
  const setters = appointmentsFor(call.caller.appointments, 'policy.set');
  const maySet = setters.some(({ area }) => isWithin(area, row.region));
  const isWaiting = row.decision === null;
  const isOwn = row.proposed_by === call.caller.accountId;
  return {
    id: row.id,
    region: row.region,
    value: row.value as Past['value'],
    from: row.from_on,
    to: row.to_on,
    basis: row.basis,
    publishedOn: row.published_on,
    revokes: row.revokes,
    state: stateOf(row),
    proposedBy: colleague(row.proposed_by, names),
    proposedAt: row.proposed_at.toISOString(),
    decidedBy: colleague(row.decided_by, names),
    decidedAt: row.decided_at?.toISOString() ?? null,
    reason: row.reason,
    mayConfirm: isWaiting && maySet && !isOwn,
    mayWithdraw: isWaiting && maySet,
  };
}

function stateOf(row: LocalValueRow): Past['state'] {
  if (row.decision === null) return 'waiting';
  if (row.decision !== 'confirmed') return row.decision;
  if (row.revokes !== null) return 'done';
  return row.is_revoked ? 'revoked' : 'inForce';
}

const reasons: Readonly<Record<NonNullable<ReturnType<typeof whyUnsettable>>, Bilingual>> = {
  law: {
    zh: '法定数，由法律、法规或上级文件规定，随政策包更新，不能在本地设置。',
    en: 'A number of law: it changes with the law and the policy pack, and is not set here.',
  },
  installation: {
    zh: '对整个系统有效，由管理员在本系统的政策目录中设置。',
    en: 'It holds for the whole server; the administrators set it in its policy folder.',
  },
};

function whyNot(found: Parameter): Bilingual | null {
  const why = whyUnsettable(found);
  return why === null ? null : reasons[why];
}
