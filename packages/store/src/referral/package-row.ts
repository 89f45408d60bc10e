import type { Reach, Transaction } from '../database.ts';
import { inReach } from '../matter/in-reach.ts';
import { type Sql, sql } from '../sql.ts';

/** A sealed package without its bytes. */
export interface PackageRow {
  readonly number: string;
  readonly receiver: string;
  readonly fingerprint: string | null;
  readonly sealed_at: Date;
  readonly bytes: number;
  readonly content_mac: Buffer | null;
}

const columns: Sql = sql`p.number, p.receiver, p.fingerprint, p.sealed_at, length(p.package) as bytes, p.content_mac`;

/** Packages of a referral in reach, oldest first. */
export function packagesOf(tx: Transaction, reach: Reach, matterId: string): Promise<PackageRow[]> {
  return tx.rows<PackageRow>(sql`select ${columns} from sealed_package p join matter m on m.id = p.matter_id
    where p.matter_id = ${matterId} and ${inReach(reach, 'm')} order by p.sealed_at, p.number`);
}

/** The sealed bytes, or null when there are none in reach. */
export async function findPackage(
  tx: Transaction,
  reach: Reach,
  matterId: string,
  number: string,
): Promise<{ bytes: Buffer; receiver: string; fingerprint: string | null } | null> {
  return tx.find(sql`select p.package as bytes, p.receiver, p.fingerprint
    from sealed_package p join matter m on m.id = p.matter_id
    where p.matter_id = ${matterId} and p.number = ${number} and ${inReach(reach, 'm')}`);
}

/** A package to keep. */
export interface NewPackage {
  readonly matterId: string;
  readonly number: string;
  readonly key: { readonly id: string; readonly name: string; readonly fingerprint: string };
  readonly jwe: string;
  readonly sealedAt: Date;
  readonly sealedBy: string;
  readonly contentMac: Buffer;
}

export async function insertPackage(tx: Transaction, p: NewPackage): Promise<void> {
  await tx.run(sql`
    insert into sealed_package (matter_id, number, receiver, package, sealed_at, receiver_key_id, fingerprint, sealed_by,
      content_mac)
    values (${p.matterId}, ${p.number}, ${p.key.name}, ${Buffer.from(p.jwe, 'ascii')}, ${p.sealedAt}, ${p.key.id},
      ${p.key.fingerprint}, ${p.sealedBy}, ${p.contentMac})`);
}
