import { isValidId } from './id-check.ts';
import { plainText } from './plain-text.ts';

/** 视力 听力 言语 肢体 智力 精神 多重, in the order of the certificate's nineteenth character. */
export type DisabilityKind =
  | 'visual'
  | 'hearing'
  | 'speech'
  | 'physical'
  | 'intellectual'
  | 'mental'
  | 'multiple';
export type DisabilityGrade = 1 | 2 | 3 | 4;

export interface DisabilityNumber {
  state: 'valid' | 'bad_id' | 'bad_shape' | 'missing';
  /** Cleaned certificate number; null if missing. */
  number: string | null;
  /** The holder's identity number inside it; null for a bad shape. */
  holderId: string | null;
  kind: DisabilityKind | null;
  /** 1 is the heaviest. */
  grade: DisabilityGrade | null;
  /** How often the certificate was issued again (B1 = 1), 0 for the first. */
  reissue: number;
}

const KINDS: readonly DisabilityKind[] = [
  'visual',
  'hearing',
  'speech',
  'physical',
  'intellectual',
  'mental',
  'multiple',
];
const KIND_WORDS: readonly (readonly [RegExp, DisabilityKind])[] = [
  [/多重|综合|、|,/u, 'multiple'],
  [/视力|盲|低视/u, 'visual'],
  [/听力|聋/u, 'hearing'],
  [/言语|语言|哑/u, 'speech'],
  [/肢体|肢残/u, 'physical'],
  [/智力|智障/u, 'intellectual'],
  [/精神/u, 'mental'],
];
const GRADES: Readonly<Record<string, DisabilityGrade>> = {
  1: 1,
  2: 2,
  3: 3,
  4: 4,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  I: 1,
  II: 2,
  III: 3,
  IV: 4,
};

/**
 * Reads a disability certificate number: the holder's identity number, kind (1–7) and grade (1–4), and B1, B2 … after a
 * re-issue. The inner number is checked; a wrong one gives `bad_id` with kind and grade still read.
 */
export function parseDisabilityNumber(raw: string | null): DisabilityNumber {
  const number = plainText(raw ?? '')
    .replace(/[\s'"-]/gu, '')
    .toUpperCase()
    .replace(/^(\d{17})[×Х]/u, '$1X');
  const nothing = { holderId: null, kind: null, grade: null, reissue: 0 };
  if (number === '') return { state: 'missing', number: null, ...nothing };
  const match = /^(\d{17}[\dX])([1-7])([1-4])(?:B(\d))?$/u.exec(number);
  if (match === null) return { state: 'bad_shape', number, ...nothing };
  const holderId = match[1] ?? '';
  return {
    state: isValidId(holderId) ? 'valid' : 'bad_id',
    number,
    holderId,
    kind: KINDS[Number(match[2]) - 1] ?? null,
    grade: GRADES[match[3] ?? ''] ?? null,
    reissue: Number(match[4] ?? 0),
  };
}

/** Kind as a column says it: 视力残疾, 1, 肢体. Null if unknown. */
export function parseDisabilityKind(text: string | null): DisabilityKind | null {
  const plain = plainText(text ?? '');
  if (/^[1-7]$/u.test(plain)) return KINDS[Number(plain) - 1] ?? null;
  return KIND_WORDS.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
}

/** Grade as a column says it: 一级, 1, Ⅱ级, 肢体二级. Null if unknown. */
export function parseDisabilityGrade(text: string | null): DisabilityGrade | null {
  const match = /(IV|I{1,3}|[1-4一二三四壹贰叁肆])(?:级|等)?$/iu.exec(
    plainText(text ?? '').replace(/\s+/gu, ''),
  );
  return GRADES[(match?.[1] ?? '').toUpperCase()] ?? null;
}

/** Severely disabled (重度): grade 1 or 2, or grade 3 intellectual or mental (M57 art. 8). */
export function isSevere(kind: DisabilityKind | null, grade: DisabilityGrade | null): boolean {
  if (grade === 1 || grade === 2) return true;
  return grade === 3 && (kind === 'intellectual' || kind === 'mental');
}
