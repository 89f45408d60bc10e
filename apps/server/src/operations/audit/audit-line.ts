import { listOperations } from '@yangguang/contract/all';
import type { audit } from '@yangguang/contract/audit';
import type { Output } from '@yangguang/contract/operation';
import { serverCommands } from '@yangguang/contract/server-commands';
import type { SearchedRead } from '@yangguang/store/audit/search-reads';

type Line = Output<typeof audit.search>['items'][number];

/** Entries that no operation wrote. */
const others: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  'register.household': { zh: '登记户资料的哈希', en: 'Hashes of household rows registered' },
  'register.entitlement': { zh: '登记享受待遇的哈希', en: 'Hashes of entitlement rows registered' },
  'register.kinship': { zh: '登记亲属关系的哈希', en: 'Hashes of declarations of kin registered' },
  'command.user.setUp': { zh: '在机器上建立三名管理员', en: 'At the machine: three administrators set up' },
  'command.user.resetPassword': { zh: '在机器上重置口令', en: 'At the machine: a password reset' },
  'command.user.resetSecondFactor': {
    zh: '在机器上解除验证器',
    en: 'At the machine: an authenticator taken away',
  },
  'command.user.unlock': { zh: '在机器上解锁账号', en: 'At the machine: an account unlocked' },
};

/** What was done at the machine itself, by the command that did it. */
function ofCommand(operation: string): { readonly zh: string; readonly en: string } | null {
  const verb = operation.startsWith('command.') ? (operation.split('.')[1] ?? '') : '';
  const known: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = serverCommands;
  const words = known[verb];
  return words === undefined ? null : { zh: `在机器上：${words.zh}`, en: `At the machine: ${words.en}` };
}

/** An entry of the audit in words. */
export function auditLine(row: SearchedRead): Line {
  return {
    seq: row.seq.toString(),
    at: row.at.toISOString(),
    by: row.account_id === null ? null : { id: row.account_id, name: row.full_name ?? '' },
    role: row.role,
    kind: row.kind,
    operation: row.operation,
    title: titleOf(row.operation),
    subject: shown(row),
    reason: row.reason,
    outcome: row.outcome,
    code: row.code,
    address: row.address,
    region: row.region,
    place: row.place,
  };
}

function titleOf(operation: string): { zh: string; en: string } {
  const words = titles().get(operation) ?? others[operation] ?? ofCommand(operation);
  return words === null ? { zh: operation, en: operation } : { ...words };
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
