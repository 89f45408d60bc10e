import type { divisionChange } from '@yangguang/contract/division-change';
import type { Input } from '@yangguang/contract/operation';
import type { Bilingual } from '@yangguang/domain/errors/user-error';
import type { NewPlace } from '@yangguang/store/division/change-divisions';

type Line = Input<typeof divisionChange.add>['places'][number];

/** A line of a list with what it asks for, or what is wrong with it. */
export interface SettledLine {
  readonly line: Line;
  readonly place: NewPlace | null;
  readonly why: Bilingual | null;
}

const name = /^[\p{Script=Han}〇\d（）()·]{2,30}$/u;
const say = (zh: string, en: string): Bilingual => ({ zh, en });

/**
 * What each line asks for. A code of twelve digits whose last three are zero is that of a town; a place that is there
 * under another code keeps that code.
 * @param known divisions of the county below it
 */
export function settleLines(
  county: string,
  lines: readonly Line[],
  known: readonly { readonly code: string; readonly name: string }[],
): SettledLine[] {
  const names = new Map(known.map((one) => [one.code, one.name]));
  const places = new Set(known.map((one) => `${one.code.slice(0, -3)} ${one.name}`));
  return lines.map((line) => {
    const code = codeOf(line);
    const town = line.town ?? (code === null ? undefined : names.get(code.slice(0, 9))) ?? null;
    const why = faultIn({ ...line, town }) ?? faultInCode(line, code, county, names);
    if (why !== null || town === null) return { line, place: null, why };
    const isThere = code !== null && places.has(`${code.slice(0, -3)} ${line.village ?? town}`);
    return { line, place: { town, village: line.village, code: isThere ? null : code }, why };
  });
}

function codeOf({ code }: Line): string | null {
  return code === null || code === '' ? null : code.replace(/(?<=^\d{9})000$/, '');
}

function faultIn({ town, village }: Line): Bilingual | null {
  if (town === null) return say('没有写明乡镇', 'no town is named');
  const odd = [town, village ?? town].find((one) => !name.test(one));
  if (odd !== undefined) return say(`“${odd}”不像地名`, `“${odd}” does not look like a place`);
  return null;
}

function faultInCode(
  line: Line,
  code: string | null,
  county: string,
  names: ReadonlyMap<string, string>,
): Bilingual | null {
  if (code === null) return null;
  const digits = line.village === null ? 9 : 12;
  if (!/^\d+$/.test(code) || code.length !== digits || !code.startsWith(county))
    return say(
      `代码“${code}”不是本县的${digits}位代码`,
      `${code} is no code of ${digits} digits of this county`,
    );
  const own = names.get(code);
  if (own !== undefined && own !== (line.village ?? line.town))
    return say(`代码 ${code} 已是“${own}”`, `${code} is ${own} already`);
  return line.village === null ? null : faultInTown(line.town, code.slice(0, 9), names);
}

function faultInTown(
  town: string | null,
  code: string,
  names: ReadonlyMap<string, string>,
): Bilingual | null {
  const above = names.get(code);
  if (above === undefined) return say(`没有代码为 ${code} 的乡镇`, `there is no town ${code}`);
  if (town !== null && above !== town)
    return say(`代码属于“${above}”，与“${town}”不符`, `the code belongs to ${above}, not to ${town}`);
  return null;
}
