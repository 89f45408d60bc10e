import { listOperations } from '@yangguang/contract/all';
import type { audit } from '@yangguang/contract/audit';
import type { Output } from '@yangguang/contract/operation';
import type { SearchedRead } from '@yangguang/store/audit/search-reads';

type Line = Output<typeof audit.search>['items'][number];

/** Entries that no operation wrote. */
const others: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  'register.household': { zh: '登记户资料的哈希', en: 'Hashes of household rows registered' },
  'register.entitlement': { zh: '登记享受待遇的哈希', en: 'Hashes of entitlement rows registered' },
  'register.kinship': { zh: '登记亲属关系的哈希', en: 'Hashes of declarations of kin registered' },
};

/** An entry of the audit in words. */
export function auditLine(row: SearchedRead): Line {
  return {
    seq: row.seq.toString(),
    at: row.at.toISOString(),
    by: row.account_id === null ? null : { id: row.account_id, name: row.full_name ?? '' },
    role: row.role,
    kind: row.kind,
    operation: row.operation,
    title: titles().get(row.operation) ?? others[row.operation] ?? { zh: row.operation, en: row.operation },
    subject: shown(row),
    reason: row.reason,
    outcome: row.outcome,
    code: row.code,
    address: row.address,
    region: row.region,
    place: row.place,
  };
}

let known: ReadonlyMap<string, { zh: string; en: string }> | null = null;

function titles(): ReadonlyMap<string, { zh: string; en: string }> {
  known ??= new Map(listOperations().map(({ name, operation }) => [name, { ...operation.title }]));
  return known;
}

/** Rows of hashes say nothing to a reader but how many they are. */
function shown({ subject }: SearchedRead): Readonly<Record<string, unknown>> {
  const { rows, findings, ...rest } = subject;
  return {
    ...rest,
    ...(Array.isArray(rows) ? { rows: rows.length } : {}),
    ...(Array.isArray(findings) ? { findings: findings.length } : {}),
  };
}
