import { about, type County } from '../county.ts';
import type { Cell } from '../files/sheet.ts';
import { hukouRow, makeDibao } from '../households.ts';
import type { Disability, Person } from '../model.ts';
import { addRecipient, certificate, makeTekun } from '../recipients.ts';
import { cremation } from './deaths.ts';
import { bothSubsidies } from './omissions.ts';

export function marriageRow(county: County, person: Person, spouse: Person, kind: string, on: string): void {
  county.add('marriage', {
    ...{ name: person.name, id_number: person.id, spouse_name: spouse.name, spouse_id: spouse.id, kind },
    ...{ registered_on: on, organ: '沂青县婚姻登记处', note: null },
  });
}

/** OMI-06: old people alone on dibao who would be better off on tekun. */
export function planTekunInstead(county: County): void {
  for (let i = 0; i < county.perRule; i += 1) {
    const household = makeDibao(county, { size: 1, age: [64, 79], village: county.ruralVillage() });
    household.hukou = false;
    county.add('hukou', {
      ...hukouRow(household.head, household.hukouNo, household.head, '户主'),
      marriage: '未婚',
    });
    county.plant('OMI-06', about(household.head, household.head), '六十周岁以上单人户，无配偶子女');
  }
  for (let i = 0; i < 2; i += 1) {
    const parent = makeDibao(county, { size: 1, age: [66, 78] });
    parent.hukou = false;
    const son = county.person({
      sex: '男',
      age: [36, 44],
      village: parent.head.village,
      surname: parent.head.name.slice(0, 1),
    });
    county.add('hukou', hukouRow(parent.head, parent.hukouNo, parent.head, '户主'));
    county.add('hukou', hukouRow(son, parent.hukouNo, parent.head, '子'));
    county.decoy('OMI-06', about(parent.head, parent.head), '同户籍有成年儿子');
    const young = makeDibao(county, { size: 1, age: [55, 57] });
    county.decoy('OMI-06', about(young.head, young.head), '未满六十周岁且无残疾');
    const couple = makeDibao(county, { size: 2, age: [64, 75], company: 'mixed' });
    county.decoy('OMI-06', about(couple.head, couple.head), '两人户，有配偶');
  }
}

/** OMI-08: disabled people on dibao, or severely disabled, without the subsidies. */
export function planMissedSubsidies(county: County): void {
  for (let i = 0; i < county.perRule; i += 1) {
    const household = makeDibao(county, { size: 2, company: 'mixed' });
    const person = household.members[1]?.person ?? household.head;
    const disability: Disability = i % 2 === 0 ? { kind: 4, grade: 2 } : { kind: 1, grade: 3 };
    setDisability(household.members[1], disability);
    certificate(county, person, disability);
    county.plant('OMI-08', about(person, household.head), '低保家庭残疾人未领两项补贴');
  }
  const severe = { kind: 4, grade: 2 };
  for (let i = 0; i < 2; i += 1) {
    const tekun = makeTekun(county);
    certificate(county, tekun.person, severe);
    county.decoy('OMI-08', about(tekun.person), '特困人员不同时领取两项补贴');
    const drawing = makeDibao(county, { size: 1 });
    setDisability(drawing.members[0], severe);
    certificate(county, drawing.head, severe);
    bothSubsidies(county, drawing.head, severe);
    county.decoy('OMI-08', about(drawing.head, drawing.head), '已领两项补贴');
    const gone = makeDibao(county, { size: 1 });
    certificate(county, gone.head, { kind: 2, grade: 3 }, { status: '注销' });
    county.decoy('OMI-08', about(gone.head, gone.head), '残疾人证已注销');
  }
  const living = county.person();
  const wish = {
    person: living,
    programme: 'disability',
    kind: '护理补贴',
    basic: 0,
    care: 130,
    disability: severe,
  } as const;
  addRecipient(county, wish);
  certificate(county, living, severe);
  county.decoy('OMI-08', about(living), '不在低保，护理补贴已领');
}

function setDisability(member: { disability?: Disability } | undefined, disability: Disability): void {
  if (member !== undefined) member.disability = disability;
}

function rejectedRow(county: County, person: Person, change: Record<string, Cell>): void {
  county.add('rejected', {
    name: person.name,
    id_number: person.id,
    household_size: county.random.int(1, 4),
    town: person.village.town,
    village: person.village.name,
    income: county.random.int(500, 2400),
    assets: '无',
    category: '农村低保',
    applied_on: county.day(county.random.int(5, 11), 8),
    reason: '家庭人均收入高于低保标准',
    result: null,
    investigator: null,
    ...change,
  });
}

/** OMI-12: refused without a reason worth the name. */
export function planRefusals(county: County): void {
  const reasons = ['不符合条件', null, '经研究不予批准'];
  for (let i = 0; i < county.perRule; i += 1) {
    const person = county.person();
    rejectedRow(county, person, { reason: reasons[i % 3] ?? null, income: 300 + 20 * i, assets: '无' });
    county.plant('OMI-12', about(person), '未批准原因空白或笼统，自报收入低');
  }
  for (let i = 0; i < 2; i += 1) {
    const later = makeDibao(county, { size: 1, started: county.back(2 + i) });
    rejectedRow(county, later.head, { applied_on: county.day(9 + i, 6) });
    county.decoy('OMI-12', about(later.head, later.head), '其后已纳入低保');
    const dead = county.person({ age: [60, 85] });
    rejectedRow(county, dead, {});
    cremation(county, dead, county.day(2 + i, 7));
    county.decoy('OMI-12', about(dead), '已死亡');
  }
}
