import type { audit } from '@yangguang/contract/audit';
import type { Output } from '@yangguang/contract/operation';
import { describeFinding, type Finding } from '@yangguang/store/audit/finding';
import type { VerifyReport } from '@yangguang/store/audit/verify';

type Outcome = NonNullable<Output<typeof audit.status>['lastVerified']>;

/** Findings that the audit keeps of one verification. */
const most = 200;

/** What the audit keeps of a verification: counts, hashes, and where it found what. Never personal data. */
export function outcomeSubject(report: VerifyReport): Readonly<Record<string, unknown>> {
  return { ...report, findings: report.findings.slice(0, most) };
}

/** A kept verification in words. */
export function outcomeLine(kept: {
  readonly at: Date;
  readonly subject: Readonly<Record<string, unknown>>;
}): Outcome {
  const report = kept.subject as unknown as VerifyReport;
  return {
    at: kept.at.toISOString(),
    isWhole: report.isWhole,
    steps: report.steps,
    reads: report.reads,
    matters: report.matters,
    evidence: report.evidence,
    registered: report.registered,
    roots: report.roots,
    stepHash: report.stepHash,
    readHash: report.readHash,
    findingCount: report.findingCount,
    findings: report.findings.map((one: Finding) => ({
      what: one.what,
      table: one.table,
      key: one.key,
      words: describeFinding(one),
    })),
  };
}
