import { canonicalJson } from '../journal/canonical-json.ts';
import type { Vault } from '../vault.ts';
import type { LeadPrivate } from './lead-private.ts';

/** What a finding is about, and what it rests on, without saying either. */
export interface FindingIdentity {
  /** Rule and subject: the same in every run, whatever the facts. Keyed, hex. */
  readonly subject_hash: string;
  /** The facts that fired, without period or amount. Keyed, hex. */
  readonly facts_hash: string;
}

interface Found {
  /** The fingerprint. */
  readonly id: string;
  readonly rule: string;
  readonly subject_kind: string;
  readonly private: LeadPrivate;
}

/**
 * Keyed hashes by which a finding is known again in a later run: the newest key's. A finding that names no subject or no
 * facts is like no other, so nothing is taken for the same by mistake.
 */
export function identifyFinding(vault: Vault, found: Found): FindingIdentity {
  return { subject_hash: newest(vault, subjectText(found)), facts_hash: newest(vault, factsText(found)) };
}

/** The hashes of {@link identifyFinding} under every key still in use, for looking up what entered before. */
export function identityHashes(
  vault: Vault,
  found: Found,
): { readonly subjects: readonly string[]; readonly facts: readonly string[] } {
  return { subjects: all(vault, subjectText(found)), facts: all(vault, factsText(found)) };
}

function subjectText({ id, rule, subject_kind: kind, private: secret }: Found): string {
  const key = secret.subjectKey ?? secret.idNumber ?? secret.accountNo;
  return key === undefined ? `finding|${id}` : `subject|${rule}|${kind}|${key.trim().toUpperCase()}`;
}

function factsText({ id, private: { facts = {} } }: Found): string {
  return Object.keys(facts).length === 0 ? `finding|${id}` : `facts|${canonicalJson(facts)}`;
}

function all(vault: Vault, text: string): string[] {
  return vault.blind('id', text).map(({ hash }) => hash.toString('hex'));
}

function newest(vault: Vault, text: string): string {
  const [hash] = all(vault, text);
  if (hash === undefined) throw new Error('the vault has no key');
  return hash;
}
