import type { Bilingual } from '@yangguang/domain/errors/user-error';
import { maskName } from '@yangguang/domain/people/masking';
import { maskId } from '@yangguang/domain/words/id-number';
import { programmeChoices } from '@yangguang/domain/workflows/lead-choices';
import type { HouseholdPrivate } from '@yangguang/store/household/household';
import type { AnnexCase, InBenefitRow, RejectedRow } from '@yangguang/store/ledger/annex-rows';
import type { LeadPrivate } from '@yangguang/store/lead/lead-private';
import { type Derived, textOf } from './ledger-cell.ts';
import { recheckResult, visitResult } from './visit-result.ts';

/** A household of an annex, its personal part opened. */
export interface AnnexHousehold {
  readonly no: number;
  readonly row: InBenefitRow | RejectedRow;
  readonly held: HouseholdPrivate | null;
  readonly finding: LeadPrivate | null;
  /** Names of colleagues, by account. */
  readonly names: ReadonlyMap<string, string>;
}

interface HouseholdColumn {
  readonly en: string;
  readonly kind: 'text' | 'count' | 'fen' | 'date';
  readonly value?: (of: AnnexHousehold) => Derived;
}

const typed = (en: string): HouseholdColumn => ({ en, kind: 'text' });

/** Columns of the two annex tables (S3 annex 1 and 2), in the notice’s words. Names and numbers are masked. */
export const householdColumns: Readonly<Record<string, HouseholdColumn>> = {
  序号: { en: 'No.', kind: 'count', value: ({ no }) => ({ number: no }) },
  申请人: { en: 'Applicant', kind: 'text', value: (of) => textOf(maskName(nameOf(of))) },
  身份证号: { en: 'ID number', kind: 'text', value: (of) => textOf(masked(idNumberOf(of))) },
  家庭人口: {
    en: 'Members',
    kind: 'count',
    value: ({ row }) => (row.members === null ? null : { number: row.members }),
  },
  '乡镇（街道）': { en: 'Town or street', kind: 'text', value: ({ row }) => textOf(row.town_name) },
  '村（居委会）': { en: 'Village', kind: 'text', value: ({ row }) => textOf(row.village_name) },
  家庭收入: typed('Income (yuan a month)'),
  家庭财产: typed('Property'),
  救助类别: { en: 'Kind of aid', kind: 'text', value: ({ row }) => programmesOf(row) },
  保障金额: {
    en: 'Aid (yuan a month)',
    kind: 'fen',
    value: ({ row }) => ('monthly_fen' in row ? { number: Number(row.monthly_fen) } : null),
  },
  致困原因: { en: 'Cause of hardship', kind: 'text', value: ({ held }) => textOf(held?.cause) },
  入户核查结果: { en: 'Result of the visit', kind: 'text', value: ({ row }) => visitResult(row) },
  备注: { en: 'Remarks', kind: 'text', value: ({ row }) => ('others' in row ? remarksOf(row) : null) },
  申请救助时间: {
    en: 'Applied on',
    kind: 'date',
    value: ({ row, finding }) =>
      textOf(('applied_on' in row ? row.applied_on : null) ?? dayIn(finding?.facts?.['applied_on'])),
  },
  申请救助类别: { en: 'Aid applied for', kind: 'text', value: ({ row }) => programmesOf(row) },
  未批准救助原因: {
    en: 'Why refused',
    kind: 'text',
    value: ({ row, finding }) => {
      const told = finding?.facts?.['reason'];
      return textOf(('refusal' in row ? row.refusal : null) ?? (typeof told === 'string' ? told : null));
    },
  },
  核查结果: {
    en: 'Whether it qualifies, and for what',
    kind: 'text',
    value: ({ row }) => ('lead_verdict' in row ? recheckResult(row) : visitResult(row)),
  },
  调查人: {
    en: 'Visitors',
    kind: 'text',
    value: ({ row, names }) => textOf((row.visitors ?? []).map((id) => names.get(id) ?? '').join('、')),
  },
};

/** Of the head of the household, or whom the finding is about. */
export function nameOf({ row }: Pick<AnnexHousehold, 'row'>): string {
  return 'head_name' in row ? row.head_name : row.name;
}

/** The head's number, else the first one that is known. */
export function idNumberOf({
  row,
  held,
  finding,
}: Pick<AnnexHousehold, 'row' | 'held' | 'finding'>): string | null {
  const name = nameOf({ row });
  const members = held?.members ?? [];
  const head =
    members.find((member) => member.name === name) ?? members.find(({ relation }) => relation === '户主');
  return head?.idNumber ?? finding?.idNumber ?? members[0]?.idNumber ?? null;
}

function masked(idNumber: string | null): string | null {
  return idNumber === null ? null : maskId(idNumber);
}

function programmesOf(row: InBenefitRow | RejectedRow): Derived {
  const all = 'programmes' in row ? row.programmes : [row.programme];
  const words = all.map((id) => wordsOf(id));
  if (words.length === 0) return null;
  return { text: { zh: words.map((w) => w.zh).join('、'), en: words.map((w) => w.en).join(', ') } };
}

function wordsOf(programme: string): Bilingual {
  const choices: Readonly<Record<string, Bilingual>> = programmeChoices;
  return choices[programme] ?? { zh: programme, en: programme };
}

function dayIn(value: unknown): string | null {
  return typeof value === 'string' ? value.slice(0, 10) : null;
}

/** The three sentences that the note under the table asks for (domain §7.1, §11.14). */
function remarksOf(row: InBenefitRow): Derived {
  const others = row.others.map((id) => wordsOf(id));
  const zh = [
    `1、另享受：${others.length === 0 ? '无' : others.map((w) => w.zh).join('、')}`,
    `2、保障后仍有困难：${needs(row).zh}`,
    `3、近亲属享受社会救助：${row.is_kin ? '有（已登记）' : '无登记'}`,
  ].join('；');
  const en = [
    `1. Other aid: ${others.length === 0 ? 'none' : others.map((w) => w.en).join(', ')}`,
    `2. Still in difficulty: ${needs(row).en}`,
    `3. Near relatives on aid: ${row.is_kin ? 'yes, on record' : 'none on record'}`,
  ].join('; ');
  return { text: { zh, en } };
}

function needs({ visit_state, missing }: Pick<AnnexCase, 'visit_state' | 'missing'>): Bilingual {
  if (missing > 0) return { zh: '有（核实有应享未享）', en: 'yes: aid it should have was found missing' };
  return visit_state === 'accepted'
    ? { zh: '未发现', en: 'not found' }
    : { zh: '待入户核查', en: 'to be visited' };
}
