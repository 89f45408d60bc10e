import { birthOn, ID_WEIGHTS, idValue, isValidId, weightedSum } from './id-check.ts';

function withCharacter(id: string, position: number, value: number): string {
  return `${id.slice(0, position)}${value === 10 ? 'X' : String(value)}${id.slice(position + 1)}`;
}

/** Each position but the last allows at most one other digit, because 11 is prime: at most 18 candidates. */
function singleDigit(id: string): string[] {
  const sum = weightedSum(id);
  const found: string[] = [];
  for (let position = 0; position < 18; position += 1) {
    const old = idValue(id, position);
    for (let value = 0; value <= (position === 17 ? 10 : 9); value += 1) {
      if (value === old) continue;
      if ((sum + (value - old) * (ID_WEIGHTS[position] ?? 0)) % 11 === 1)
        found.push(withCharacter(id, position, value));
    }
  }
  return found;
}

function neighbourSwap(id: string): string[] {
  const found: string[] = [];
  for (let position = 0; position < 17; position += 1) {
    const [left, right] = [id[position] ?? '', id[position + 1] ?? ''];
    if (left !== right) found.push(`${id.slice(0, position)}${right}${left}${id.slice(position + 2)}`);
  }
  return found;
}

function oneDigitLost(id: string): string[] {
  const found: string[] = [];
  for (let position = 0; position <= 17; position += 1) {
    for (let value = 0; value <= (position === 17 ? 10 : 9); value += 1) {
      const digit = value === 10 ? 'X' : String(value);
      found.push(`${id.slice(0, position)}${digit}${id.slice(position)}`);
    }
  }
  return found;
}

function oneDigitTooMany(id: string): string[] {
  return Array.from({ length: 19 }, (_, position) => `${id.slice(0, position)}${id.slice(position + 1)}`);
}

function repairs(id: string): string[] {
  if (!/^[\dX]+$/u.test(id)) return [];
  if (id.length === 18) return isValidId(id) ? [] : [...singleDigit(id), ...neighbourSwap(id)];
  if (id.length === 17) return oneDigitLost(id);
  return id.length === 19 ? oneDigitTooMany(id) : [];
}

/**
 * The valid numbers one typing error away from a damaged one (linkage §4.2): one wrong digit or two neighbours swapped
 * (18 characters), one digit lost (17), one too many (19). Always in the same order, first by kind, then by place.
 * With `bornUntilOn` ('YYYY-MM-DD'), only people born by then and less than 120 years before. A candidate is no proof:
 * it counts only if the person exists and the name agrees. A valid number has no candidates.
 */
export function solveCandidates(id: string, limit: { bornUntilOn?: string } = {}): string[] {
  const latest = limit.bornUntilOn;
  const oldest = latest === undefined ? '' : `${String(Number(latest.slice(0, 4)) - 120)}${latest.slice(4)}`;
  const plausible = (candidate: string): boolean => {
    const born = birthOn(candidate) ?? '';
    return latest === undefined || (born <= latest && born > oldest);
  };
  return [...new Set(repairs(id))].filter((candidate) => isValidId(candidate) && plausible(candidate));
}
