import type { Bilingual } from '../world.ts';
import type { Flag } from './command.ts';

/** The flag every command has that prints sentences. */
export const langFlag = {
  kind: 'text',
  choices: ['zh', 'en'],
  zh: '输出语言，默认中文',
  en: 'language of the output, Chinese by default',
} as const satisfies Flag;

/** Refuses what is not a day of the calendar written YYYY-MM-DD. */
export function refuseDate(value: string): Bilingual | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
  const date = new Date(`${value}T00:00:00Z`);
  if (year && month && day && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value))
    return undefined;
  return {
    zh: `“${value}”不是日期，应写成 2026-10-31 这样。`,
    en: `"${value}" is not a date; write it like 2026-10-31.`,
  };
}

/** Refuses what is not a division code of six digits. */
export function refuseRegion(value: string): Bilingual | undefined {
  if (/^[1-9]\d{5}$/.test(value)) return undefined;
  return {
    zh: `“${value}”不是县级行政区划代码，应是六位数字，如 330102。`,
    en: `"${value}" is not a county code; it has six digits, such as 330102.`,
  };
}

/** Refuses what is not a list of rule codes or families. */
export function refuseRules(value: string): Bilingual | undefined {
  const bad = splitRules(value).find((code) => !/^[A-Z]{3}(-\d{2})?$/.test(code));
  if (bad === undefined && splitRules(value).length > 0) return undefined;
  return {
    zh: `“${bad ?? value}”不是规则编号，应写成 INC-01,OMI-02，或写规则组 INC。`,
    en: `"${bad ?? value}" is not a rule; write INC-01,OMI-02, or a family such as INC.`,
  };
}

/** 'inc-01, OMI' → ['INC-01', 'OMI']; Chinese commas are accepted. */
export const splitRules = (value: string): string[] =>
  value
    .split(/[,，、\s]+/)
    .filter((code) => code !== '')
    .map((code) => code.toUpperCase());

/** Refuses what is not a whole number from `least` to `most`. */
export function refuseWhole(least: number, most: number): (value: string) => Bilingual | undefined {
  return (value) => {
    if (/^\d+$/.test(value) && Number(value) >= least && Number(value) <= most) return undefined;
    return {
      zh: `“${value}”应是 ${least} 到 ${most} 的整数。`,
      en: `"${value}" should be a whole number from ${least} to ${most}.`,
    };
  };
}
