import type { Faces } from '@yangguang/domain/identity/face';
import { type JoinedPeople, joinedPeople } from '@yangguang/domain/identity/joined-people';
import type { Verdict } from '@yangguang/domain/identity/verdict';
import { registerRows } from '../audit/register-rows.ts';
import { everywhere, type Transaction } from '../database.ts';
import { requestHash, requestHashes } from '../journal/request-hash.ts';
import { refuseNumbers } from '../journal/split-facts.ts';
import { sql } from '../sql.ts';
import type { Vault } from '../vault.ts';
import {
  judgementContext,
  type JudgementPrivate,
  type JudgementSource,
  pairHashes,
} from './identity-judgement.ts';
import { identityRefusal } from './identity-refusals.ts';
import { judgementsInArea } from './read-judgements.ts';

/** A judgement to write down. */
export interface NewJudgement {
  readonly id: string;
  readonly region: string;
  readonly programme: string;
  readonly faces: Faces;
  readonly verdict: Verdict;
  readonly why: string | null;
  readonly source: JudgementSource;
  readonly leadId: string | null;
  readonly stepId: string | null;
  /** Of a file: who gave it, as the file names them. */
  readonly by: string | null;
  readonly judgedAt: Date;
  readonly recordedBy: string;
}

/**
 * Writes judgements down, each once: sent again with the same id they change nothing. Registers them in the chained
 * audit, so call it after everything else in the transaction.
 * @returns how many were new
 * @throws UserError JDG-101 one person would have two valid numbers · JDG-103 the id stands for another one · MAT-103 a number in the reason
 */
export async function addJudgements(
  tx: Transaction,
  vault: Vault,
  wanted: readonly NewJudgement[],
  at: Date,
): Promise<number> {
  const made: string[] = [];
  const people = await peopleJudged(tx, vault, wanted);
  for (const one of wanted) {
    refuseNumbers(one.why);
    if (one.verdict === 'same' && people.joinsTwoNumbers(one.faces)) throw identityRefusal('JDG-101');
    if (one.verdict === 'same') people.join(one.faces);
    if (await insert(tx, vault, one, at)) made.push(one.id);
  }
  await registerRows(tx, vault, 'identity_judgement', made, at);
  return made.length;
}

/** Whom judgements of the county in force make one person, as far as the caller may see; nobody when none wants to know. */
export async function peopleJudged(
  tx: Transaction,
  vault: Vault,
  wanted: readonly Pick<NewJudgement, 'region' | 'verdict'>[],
): Promise<JoinedPeople> {
  const [first] = wanted.filter(({ verdict }) => verdict === 'same');
  if (first === undefined) return joinedPeople([]);
  return joinedPeople(await judgementsInArea(tx, everywhere, vault, first.region.slice(0, 6), null));
}

/** @returns false when it was there already. @throws UserError JDG-103 */
async function insert(tx: Transaction, vault: Vault, one: NewJudgement, at: Date): Promise<boolean> {
  const { id, region, programme, faces, verdict, why, source, leadId, stepId, by, judgedAt, recordedBy } =
    one;
  const asked = { faces: { ...faces }, verdict, why, leadId, by, recordedBy };
  const secret: JudgementPrivate = { left: faces.left, right: faces.right, why, by };
  const [pair] = pairHashes(vault, faces);
  if (pair === undefined) throw new Error('the vault has no key');
  const added = await tx.run(sql`
    insert into identity_judgement (id, region, programme, verdict, source, lead_id, step_id, private, pair_hash, key_version,
      request_hash, judged_at, recorded_by, recorded_at)
    values (${id}, ${region}, ${programme}, ${verdict}, ${source}, ${leadId}, ${stepId},
      ${vault.seal(secret, judgementContext(id))}, ${pair.hash}, ${pair.keyVersion}, ${requestHash(vault, asked)},
      ${judgedAt}, ${recordedBy}, ${at})
    on conflict (id) do nothing`);
  if (added === 1) return true;
  const there = await tx.find<{ request_hash: Buffer }>(
    sql`select request_hash from identity_judgement where id = ${id}`,
  );
  const isSame = requestHashes(vault, asked).some((hash) => there?.request_hash.equals(hash) === true);
  if (!isSame) throw identityRefusal('JDG-103');
  return false;
}
