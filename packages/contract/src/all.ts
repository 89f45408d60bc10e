import type { Operation } from './operation.ts';
import { account } from './account.ts';
import { appointment } from './appointment.ts';
import { audit } from './audit.ts';
import { evidence } from './evidence.ts';
import { dispatch } from './dispatch.ts';
import { division } from './division.ts';
import { glass } from './glass.ts';
import { household } from './household.ts';
import { identity } from './identity.ts';
import { lead } from './lead.ts';
import { importing } from './import.ts';
import { job } from './job.ts';
import { run } from './run.ts';
import { matter } from './matter.ts';
import { message } from './message.ts';
import { campaign } from './campaign.ts';
import { ledger } from './ledger.ts';
import { statistics } from './statistics.ts';
import { sample } from './sample.ts';
import { receiverKey } from './receiver-key.ts';
import { referral } from './referral.ts';
import { exporting } from './export.ts';
import { divisionChange } from './division-change.ts';
import { rule } from './rule.ts';
import { parameter } from './parameter.ts';
import { retention } from './retention.ts';
import { session } from './session.ts';
import { unit } from './unit.ts';
import { view } from './view.ts';
import { system } from './system.ts';

/** Everything that may be asked over the wire, by noun. */
export const contract = {
  session,
  account,
  appointment,
  unit,
  glass,
  matter,
  message,
  lead,
  identity,
  view,
  division,
  household,
  audit,
  evidence,
  campaign,
  statistics,
  ledger,
  import: importing,
  run,
  rule,
  parameter,
  divisionChange,
  dispatch,
  job,
  sample,
  receiverKey,
  referral,
  export: exporting,
  retention,
  system,
} as const satisfies Readonly<Record<string, Readonly<Record<string, Operation>>>>;

export type Contract = typeof contract;

/** The operations as a list, in the order of the contract; `name` is noun.verb. */
export function listOperations(): { readonly name: string; readonly operation: Operation }[] {
  return Object.entries<Readonly<Record<string, Operation>>>(contract).flatMap(([noun, verbs]) =>
    Object.entries(verbs).map(([verb, operation]) => ({ name: `${noun}.${verb}`, operation })),
  );
}
