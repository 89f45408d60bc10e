import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { weightAspects } from '@yangguang/domain/identity/match-weight';
import type { Programme } from '@yangguang/domain/people/scope';
import { z } from 'zod';

const Words = z.object({ zh: z.string(), en: z.string() });
const text = z.string().nullable();

/** What a line of either file says of where it is. */
export const Place = z.object({ town: text, village: text });

const Weight = z.object({
  aspect: z.enum(weightAspects),
  level: z.string(),
  bits: z.number(),
  left: text,
  right: text,
  zh: z.string(),
  en: z.string(),
});
const Face = z.object({ name: text, id: text, birth_on: text, town: text, village: text });

/** A line of `findings.ndjson`. */
export const Finding = z.object({
  id: z.string(),
  rule: z.string(),
  ruleHash: z.string(),
  family: z.string(),
  grade: z.enum(['lead', 'screening']),
  severity: z.enum(['info', 'suspect', 'serious']),
  identityTier: z.string(),
  subjectKind: z.string(),
  subjectName: z.string(),
  town: text,
  village: text,
  programme: text,
  scheme: text,
  period: text,
  amountFen: z.number().int().nullable(),
  summaryZh: z.string(),
  summaryEn: z.string(),
  isRestricted: z.boolean(),
  isUnconfirmed: z.boolean(),
  firstStep: text,
  private: z.object({
    householdKey: text,
    subjectKey: text,
    idNumber: text,
    accountNo: text,
    facts: z.record(z.string(), z.unknown()),
    evidence: z.array(z.unknown()),
    summary: Words,
    match: z.object({
      for: Words.nullable(),
      against: Words.nullable(),
      score: z.number().nullable().default(null),
      weights: z.array(Weight).default([]),
      faces: z.object({ left: Face, right: Face }).nullable().default(null),
    }),
  }),
});
export type Finding = z.output<typeof Finding>;

/** A line of `households.ndjson`. */
export const Household = z.object({
  programme: z.string(),
  scheme: text,
  headName: z.string(),
  town: text,
  village: text,
  monthlyFen: z.number().int().nullable(),
  fromMonth: text,
  private: z.object({
    key: z.string(),
    identity: z.string(),
    groupName: text,
    address: text,
    fileNo: text,
    cause: text,
    phone: text,
    accountNo: text,
    accountName: text,
    bank: text,
    members: z.array(
      z.object({
        name: z.string(),
        idNumber: text,
        relation: z.string(),
        isInsured: z.boolean(),
        health: text,
        disability: text,
        employment: text,
        birthOn: text,
      }),
    ),
  }),
});
export type Household = z.output<typeof Household>;

/** Lines of a file of the hand-over, some at a time, each with the number of the first of them from 0. */
export async function* readLines<T extends z.ZodType>(
  path: string,
  schema: T,
  atOnce: number,
): AsyncGenerator<{ readonly from: number; readonly lines: z.output<T>[] }> {
  let lines: z.output<T>[] = [];
  let from = 0;
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    if (line === '') continue;
    lines.push(schema.parse(JSON.parse(line)));
    if (lines.length < atOnce) continue;
    yield { from, lines };
    from += lines.length;
    lines = [];
  }
  if (lines.length > 0) yield { from, lines };
}

const others: Readonly<Record<string, Programme>> = {
  tekun: 'tekun',
  edge: 'edge',
  temporary_relief: 'temporary',
  orphan: 'orphan',
  unattended: 'unattended',
  disability: 'disability_living',
  disability_living: 'disability_living',
  disability_care: 'disability_care',
  elder: 'old_age',
};

/** The programme as rights and matters know it; 'none' when the finding belongs to none. A dibao roll that does not say is rural. */
export function programmeOf({ programme, scheme }: Pick<Finding, 'programme' | 'scheme'>): Programme {
  if (programme === 'dibao') return scheme === 'urban' ? 'dibao_urban' : 'dibao_rural';
  return others[programme ?? ''] ?? 'none';
}
