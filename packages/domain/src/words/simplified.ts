import { ConverterBuilder } from 'opencc-js/core';
import * as preset from 'opencc-js/preset/t2cn';
import { isHanUnit } from './name-marks.ts';

interface Converting {
  /** OpenCC itself, phrase tables included. */
  convert: (text: string) => string;
  /** The simplified form of a UTF-16 unit; 0 while it has not been asked for, `NOT_ONE` if it is not one unit. */
  units: Uint16Array;
  /** Units with which a phrase of two characters or more begins, and the first two units of each. */
  openings: Uint8Array;
  pairs: ReadonlySet<number>;
}

const UNITS = 0x1_0000;
const NOT_ONE = 0xffff;
const MIDDLE_DOT = 0xb7;
const ASCII_TO = 0x7e;
let converting: Converting | undefined;

/** The text in simplified characters (OpenCC, phrase tables included). The tables are built at the first call. */
export function simplified(text: string): string {
  converting ??= startConverting();
  return byUnits(converting, text) ?? converting.convert(text);
}

/** Unit by unit where no phrase can begin anywhere in the text; null where one might, or a unit needs the whole table. */
function byUnits(tables: Converting, text: string): string | null {
  let result: string | null = null;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (tables.openings[unit] === 1 && tables.pairs.has(unit * UNITS + text.charCodeAt(i + 1))) return null;
    const simple = tables.units[unit] || learn(tables, unit);
    if (simple === NOT_ONE) return null;
    if (simple !== unit) result ??= text.slice(0, i);
    if (result !== null) result += String.fromCharCode(simple);
  }
  return result ?? text;
}

function learn({ convert, units }: Converting, unit: number): number {
  const plain = isHanUnit(unit) || (unit > 0 && unit <= ASCII_TO) || unit === MIDDLE_DOT;
  const simple = plain ? convert(String.fromCharCode(unit)) : '';
  const code = simple.length === 1 ? simple.charCodeAt(0) : NOT_ONE;
  units[unit] = code;
  return code;
}

let traditionals: ReadonlyMap<string, readonly string[]> | undefined;

/** The characters that become this one. */
export function traditionalsOf(char: string): readonly string[] {
  traditionals ??= readTraditionals();
  return traditionals.get(char) ?? [];
}

function readTraditionals(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const [left, right] of (preset.to['cn'] ?? []).flat().flatMap(pairsOf))
    if ([...left].length === 1) found.set(right, [...(found.get(right) ?? []), left]);
  return found;
}

function startConverting(): Converting {
  const openings = new Uint8Array(UNITS);
  const pairs = new Set<number>();
  for (const [phrase] of (preset.to['cn'] ?? []).flat().flatMap(pairsOf)) {
    if (phrase.length === 1) continue;
    openings[phrase.charCodeAt(0)] = 1;
    pairs.add(phrase.charCodeAt(0) * UNITS + phrase.charCodeAt(1));
  }
  const convert = ConverterBuilder(preset)({ from: 't', to: 'cn' });
  return { convert, units: new Uint16Array(UNITS), openings, pairs };
}

/** The lines of a table: what is replaced, and by what. */
function pairsOf(
  table: string | readonly (readonly [string, string])[],
): readonly (readonly [string, string])[] {
  if (typeof table !== 'string') return table;
  return table.split('|').map((line) => {
    const [left = '', right = ''] = line.split(' ');
    return [left, right] as const;
  });
}
