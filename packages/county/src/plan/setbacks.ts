import { about, type County } from '../county.ts';
import { hukouRow, makeDibao } from '../households.ts';
import type { Person } from '../model.ts';
import { addRecipient, certificate } from '../recipients.ts';
import { cancellation, cremation, exitRow } from './deaths.ts';
import { medicalRow } from './omissions.ts';
import { inmateRow } from './overlaps.ts';

/** OMI-11: left dibao for income, then a new blow. */
export function planFallenBack(county: County): void {
  for (let i = 0; i < county.perRule; i += 1) {
    const person = county.person({ age: [35, 57] });
    exitRow(county, person, { stop_month: county.back(14) });
    if (i % 2 === 0)
      medicalRow(county, person, { self_paid: 64_000, diagnosis: '恶性肿瘤', serious_illness: '是' });
    else certificate(county, person, { kind: 4, grade: 2 }, { issued_on: county.day(5, 8) });
    county.plant('OMI-11', about(person), '退出后又患大病或新致残');
  }
  for (let i = 0; i < 2; i += 1) {
    const before = county.person();
    exitRow(county, before, { stop_month: county.back(6) });
    medicalRow(county, before, {
      self_paid: 28_000,
      admitted_on: county.day(11, 3),
      discharged_on: county.day(11, 20),
    });
    county.decoy('OMI-11', about(before), '大病在退出之前');
    const again = makeDibao(county, { size: 1, started: county.back(2) }).head;
    exitRow(county, again, { stop_month: county.back(13) });
    medicalRow(county, again, { self_paid: 26_000 });
    county.decoy('OMI-11', about(again), '已重新纳入');
    const longAgo = county.person();
    exitRow(county, longAgo, { stop_month: county.back(40) });
    medicalRow(county, longAgo, { self_paid: 25_000 });
    county.decoy('OMI-11', about(longAgo), '退出已三年以上');
  }
}

/** OMI-07: children whose parents are dead, imprisoned or severely disabled. */
export function planLostChildren(county: County): void {
  for (let i = 0; i < county.perRule; i += 1) {
    const { father, mother, child } = family(county, [7, 14]);
    cancellation(county, father, '死亡', county.day(20, 6));
    if (i % 2 === 0) inmateRow(county, mother, { term_from: county.day(18, 2) });
    else certificate(county, mother, { kind: 6, grade: 1 });
    county.plant('OMI-07', about(child), i % 2 === 0 ? '父死亡、母服刑，未纳入' : '父死亡、母重残，未纳入');
  }
  const half = family(county, [7, 14]);
  cancellation(county, half.father, '死亡', county.day(20, 6));
  county.decoy('OMI-07', about(half.child), '仅父亲死亡');
  const grown = family(county, [19, 20]);
  cancellation(county, grown.father, '死亡', county.day(20, 6));
  cremation(county, grown.mother, county.day(9, 6));
  county.decoy('OMI-07', about(grown.child), '已满十八周岁');
  const corrected = family(county, [7, 14]);
  cancellation(county, corrected.father, '死亡', county.day(20, 6));
  inmateRow(county, corrected.mother, { kind: '社区矫正', place: '沂青县司法局' });
  county.decoy('OMI-07', about(corrected.child), '母亲为社区矫正，仍可抚养');
  const listed = family(county, [7, 14]);
  cancellation(county, listed.father, '死亡', county.day(20, 6));
  inmateRow(county, listed.mother);
  const guardian = county.person({ sex: '女', age: [60, 70], livesWith: listed.child });
  addRecipient(county, {
    person: listed.child,
    programme: 'child',
    kind: '事实无人抚养',
    basic: 1000,
    guardian,
  });
  county.decoy('OMI-07', about(listed.child), '已纳入事实无人抚养');
}

function family(
  county: County,
  age: readonly [number, number],
): { father: Person; mother: Person; child: Person } {
  const father = county.person({ sex: '男', age: [42, 48] });
  const mother = county.person({ sex: '女', age: [41, 46], livesWith: father });
  const child = county.person({ age, livesWith: father, surname: father.name.slice(0, 1) });
  const hukouNo = county.nextSerial();
  county.add('hukou', hukouRow(father, hukouNo, father, '户主'));
  county.add('hukou', hukouRow(mother, hukouNo, father, '配偶'));
  county.add('hukou', hukouRow(child, hukouNo, father, child.sex === '男' ? '子' : '女'));
  return { father, mother, child };
}
