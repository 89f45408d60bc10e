import type { County } from '../county.ts';
import { makeDibao, setIncome, STANDARD } from '../households.ts';
import { addMonths, ageOn } from '../months.ts';
import { RESERVED_EACH, type Village } from '../places.ts';
import type { Subject } from '../truth.ts';
import { makeFormer } from './structure.ts';

function aboutVillage(village: Village): Subject {
  return { kind: 'village', subjectName: village.name, town: village.town, village: village.name };
}

/** PAY-07: one level for the whole village; tiers and a village without any income stay silent. */
function flatVillages(county: County, flat: Village, tiered: Village, penniless: Village): void {
  for (let i = 0; i < 12; i += 1) {
    const same = makeDibao(county, { village: flat, size: 1 + (i % 3), incomePerHead: 90 + 31 * i });
    same.amount = 150 * same.insured;
    const graded = makeDibao(county, { village: tiered, size: 1 + (i % 2), incomePerHead: 60 + 40 * i });
    const tier = [STANDARD.rural, 220, 220, 150, 150, 150, 150, 150, 90, 90, 90, 220][i] ?? 150;
    graded.amount = tier * graded.insured;
    if (i < 9) setIncome(makeDibao(county, { village: penniless, size: 1 + (i % 2) }), 0);
  }
  county.plant('PAY-07', aboutVillage(flat), '十二户人均均为150元，而核定收入各不相同');
  county.decoy('PAY-07', aboutVillage(tiered), '分四档发放');
  county.decoy('PAY-07', aboutVillage(penniless), '各户确无收入，均为全额');
}

/** HHS-05: the same number of households year after year, one in for one out. */
function quotaVillage(county: County, village: Village, tiny: Village): void {
  const firstYear = Number(county.asOf.slice(0, 4)) - 4;
  for (let i = 0; i < 9; i += 1)
    makeDibao(county, { village, started: `${firstYear - 3 + (i % 3)}-0${1 + i}` });
  for (let i = 0; i < 3; i += 1) {
    makeFormer(county, village, `${firstYear - 2}-05`, `${firstYear + 1 + i}-04`);
    makeDibao(county, { village, started: `${firstYear + 1 + i}-04` });
  }
  county.plant('HHS-05', aboutVillage(village), '连续四年均为十二户，出一进一');
  for (let i = 0; i < 2; i += 1) makeDibao(county, { village: tiny, started: `${firstYear - 3}-0${4 + i}` });
  county.decoy('HHS-05', aboutVillage(tiny), '仅两户的小村，多年稳定');
}

/** HHS-06: entries just after a round birthday; a village of old people taken in at other times stays silent. */
function ageVillage(county: County, village: Village, old: Village): void {
  for (let i = 0; i < 11; i += 1) {
    const head = county.person({ village, age: [61 + 5 * (i % 2), 63 + 5 * (i % 2)] });
    const round = Math.floor(ageOn(head.birthOn, county.asOf) / 5) * 5;
    const birthday = `${Number(head.birthOn.slice(0, 4)) + round}${head.birthOn.slice(4, 7)}`;
    makeDibao(county, { head, size: 2, company: 'mixed', started: addMonths(birthday, 1 + (i % 2)) });
    if (i < 9) makeDibao(county, { village: old, size: 2, company: 'mixed', age: [67, 84] });
  }
  county.plant('HHS-06', aboutVillage(village), '十一户均在满60、65周岁后两个月内纳入');
  county.decoy('HHS-06', aboutVillage(old), '老年困难家庭集中，纳入时间与生日无关');
}

/** The village-level patterns, one set for every 2,000 households, each in villages of its own. */
export function planVillages(county: County): void {
  const { reserved } = county.places;
  for (let at = 0; at + RESERVED_EACH <= reserved.length; at += RESERVED_EACH) {
    const set = reserved.slice(at, at + RESERVED_EACH);
    const village = (index: number): Village => {
      const one = set[index];
      if (one === undefined) throw new Error('too few kept villages');
      return one;
    };
    flatVillages(county, village(0), village(1), village(2));
    quotaVillage(county, village(3), village(4));
    ageVillage(county, village(5), village(6));
  }
}
