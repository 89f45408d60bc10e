import type { Reach, Transaction } from '../database.ts';
import { enterEvidence, type PlainRequest } from '../journal/plain-acts.ts';
import type { Room } from '../journal/room.ts';
import type { StepResult } from '../journal/take-step.ts';
import { inReach } from '../matter/in-reach.ts';
import { refuseNumbers } from '../journal/split-facts.ts';
import { sql } from '../sql.ts';
import { evidenceColumns, type EvidenceRow, evidenceRowHash } from './evidence-row.ts';

/** A document to add: a stored file, or the number of a paper kept in the office. */
export interface NewEvidence {
  /** That of the step that adds it, when none is given. */
  readonly id?: string;
  readonly kind: string;
  readonly title: string;
  readonly file: {
    readonly name: string;
    readonly mediaType: string;
    readonly bytes: number;
    readonly sha256: Buffer;
    readonly sm3: Buffer;
    readonly storageKey: string;
  } | null;
  readonly paperNo: string | null;
}

/**
 * Adds a document to a matter and enters its hash into the journal. Sending the same step again changes nothing; the same
 * id with another file, title or number is refused.
 * @returns whether it was added now; false when it was there already, and then the file sent is not used
 * @throws UserError MAT-103 when title, file name or number holds a number that must be encrypted; as {@link enterEvidence}
 */
export async function addEvidence(
  tx: Transaction,
  room: Room,
  reach: Reach,
  request: PlainRequest,
  added: NewEvidence,
): Promise<{ readonly result: StepResult; readonly isNew: boolean }> {
  const { id = request.stepId, kind, title, file, paperNo } = added;
  refuseTitles(title, paperNo, file?.name ?? null);
  const sm3 = file?.sm3.toString('hex') ?? null;
  const sent = { kind, title, paperNo, name: file?.name ?? null, sm3 };
  let isNew = false;
  const result = await enterEvidence(tx, room, reach, { ...request, sent }, async (matter, hand) => {
    const row: EvidenceRow = {
      ...{ id, matter_id: matter.id, kind, title, ...fileColumns(file), paper_no: paperNo },
      ...{ added_by: hand.accountId, added_at: room.now() },
      ...{ region: matter.region, programme: matter.programme },
    };
    await insert(tx, row);
    isNew = true;
    return { id: row.id, kind, sm3, paperNo, row: evidenceRowHash(room.vault, row) };
  });
  return { result, isNew };
}

/**
 * What a document is called stands in lists in the clear.
 * @throws UserError MAT-103
 */
export function refuseTitles(title: string, paperNo: string | null, fileName: string | null): void {
  for (const text of [title, paperNo, fileName?.replace(/\.[^.]*$/u, '') ?? null]) refuseNumbers(text);
}

function fileColumns(
  file: NewEvidence['file'],
): Pick<EvidenceRow, 'file_name' | 'media_type' | 'bytes' | 'sha256' | 'sm3' | 'storage_key'> {
  if (file === null)
    return { file_name: null, media_type: null, bytes: null, sha256: null, sm3: null, storage_key: null };
  return {
    file_name: file.name,
    media_type: file.mediaType,
    bytes: BigInt(file.bytes),
    sha256: file.sha256,
    sm3: file.sm3,
    storage_key: file.storageKey,
  };
}

async function insert(tx: Transaction, r: EvidenceRow): Promise<void> {
  await tx.run(sql`insert into evidence (id, matter_id, kind, title, file_name, media_type, bytes, sha256, sm3, storage_key,
    paper_no, added_by, added_at, region, programme) values (${r.id}, ${r.matter_id}, ${r.kind}, ${r.title},
    ${r.file_name}, ${r.media_type}, ${r.bytes}, ${r.sha256}, ${r.sm3}, ${r.storage_key}, ${r.paper_no}, ${r.added_by},
    ${r.added_at}, ${r.region}, ${r.programme})`);
}

/** Documents of a matter, oldest first; empty when the matter is out of reach. */
export function listEvidence(tx: Transaction, reach: Reach, matterId: string): Promise<EvidenceRow[]> {
  return tx.rows<EvidenceRow>(sql`select ${evidenceColumns} from evidence x join matter m on m.id = x.matter_id
    where x.matter_id = ${matterId} and ${inReach(reach, 'm')} order by x.added_at, x.id`);
}

/** One document, or null when it is not there or out of reach. */
export function findEvidence(tx: Transaction, reach: Reach, id: string): Promise<EvidenceRow | null> {
  return tx.find<EvidenceRow>(sql`select ${evidenceColumns} from evidence x join matter m on m.id = x.matter_id
    where x.id = ${id} and ${inReach(reach, 'm')}`);
}
