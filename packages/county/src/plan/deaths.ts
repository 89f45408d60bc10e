import { about, type County } from '../county.ts';
import type { Cell } from '../files/sheet.ts';
import { makeDibao } from '../households.ts';
import type { Person } from '../model.ts';
import { addDays } from '../months.ts';
import { addRecipient } from '../recipients.ts';

/** A line of the funeral home. */
export function cremation(county: County, person: Person, diedOn: string, id: Cell = person.id): void {
  const handler = county.person({ village: person.village });
  county.add('cremation', {
    name: person.name,
    sex: person.sex,
    id_number: id,
    address: person.address,
    town: person.village.town,
    village: person.village.name,
    died_on: diedOn,
    cremated_on: addDays(diedOn, 2),
    place: '沂青县殡仪馆',
    cause: '疾病',
    handler_name: handler.name,
    handler_id: handler.id,
    relation: '子女',
    phone: handler.phone,
  });
}

/** A line of the police's cancelled registrations. */
export function cancellation(
  county: County,
  person: Person,
  reason: string,
  on: string,
  id: Cell = person.id,
): void {
  county.add('cancellation', {
    ...{ name: person.name, former_name: null, sex: person.sex, id_number: id, birth_on: person.birthOn },
    died_on: reason === '死亡' ? on : null,
    station: `${person.village.town}派出所`,
    address: person.address,
    ...{ reason, cancelled_on: addDays(on, county.random.int(5, 60)) },
  });
}

/** INC-01: money goes on after a death: heads, members, old-age recipients; in one file the number is damaged or missing. */
export function planDeaths(county: County): void {
  for (let i = 0; i < county.perRule; i += 1) {
    const diedOn = county.day(county.random.int(4, 8), county.random.int(3, 25));
    if (i % 4 === 3) {
      const elder = county.person({ age: [81, 92] });
      addRecipient(county, { person: elder, programme: 'elder', kind: '80-89', basic: 100 });
      cremation(county, elder, diedOn);
      county.plant('INC-01', about(elder), `高龄津贴对象${diedOn}死亡后继续发放`);
      continue;
    }
    const household = makeDibao(county, { size: i % 4 === 0 ? 1 : 3, company: 'mixed', age: [45, 57] });
    const dead = (i % 4 === 0 ? household.members[0] : household.members[1])?.person ?? household.head;
    const { cell, damage } = county.hit(dead, i);
    if (i % 4 === 2) {
      cancellation(county, dead, '死亡', diedOn, null);
      county.plant(
        'INC-01',
        about(dead, household.head),
        '户籍注销名单无号码，姓名、出生日期、村一致',
        'missing',
      );
    } else {
      cremation(county, dead, diedOn, cell);
      county.plant('INC-01', about(dead, household.head), `${diedOn}死亡后仍计入并发放`, damage);
    }
  }
  planInnocentDeaths(county);
}

function planInnocentDeaths(county: County): void {
  for (let i = 0; i < county.perRule; i += 1) {
    const son = makeDibao(county, { size: 1 });
    const father = county.person({ sex: '男', age: [70, 85], livesWith: son.head });
    cremation(county, father, county.day(county.random.int(3, 9), 12), son.head.id);
    county.decoy('INC-01', about(son.head, son.head), '火化名单误录经办人号码，姓名不同');
    const recent = makeDibao(county, { size: 1 });
    cremation(county, recent.head, county.day(0, county.random.int(3, 20)));
    county.decoy('INC-01', about(recent.head, recent.head), '死亡当月发放');
  }
  const soldierHome = makeDibao(county, { size: 3, age: [45, 57] });
  const soldier = county.person({ sex: '男', age: [19, 22], livesWith: soldierHome.head });
  soldierHome.members.push({
    person: soldier,
    relation: '子',
    insured: true,
    income: 0,
    employment: '无',
    inSchool: false,
  });
  soldierHome.size += 1;
  soldierHome.insured += 1;
  soldierHome.amount += soldierHome.scheme === 'urban' ? 760 : 581;
  cancellation(county, soldier, '参军', county.day(6, 10));
  county.decoy('INC-01', about(soldier, soldierHome.head), '因参军注销户口，不是死亡');
  for (let i = 0; i < 2; i += 1) {
    const stopped = makeDibao(county, { size: 1, started: county.back(40 + i) });
    stopped.listed = false;
    stopped.pay.until = county.back(5);
    cremation(county, stopped.head, county.day(6, 9));
    exitRow(county, stopped.head, { reason: '人员死亡', stop_month: county.back(5), manner: '主动退出' });
    county.decoy('INC-01', about(stopped.head), '死亡次月起已停发');
    const namesake = makeDibao(county, { size: 1 });
    cremation(
      county,
      county.person({ name: namesake.head.name, sex: namesake.head.sex, age: [70, 88] }),
      county.day(7, 8),
    );
    county.decoy('INC-01', about(namesake.head, namesake.head), '仅同名，号码、年龄、村不同');
  }
}

/** A line of the exit ledger. */
export function exitRow(county: County, person: Person, change: Record<string, Cell>): void {
  county.add('exit', {
    name: person.name,
    id_number: person.shown,
    town: person.village.town,
    village: person.village.name,
    address: person.address,
    programme: person.village.urban ? '城市低保' : '农村低保',
    household_size: 1,
    insured_persons: 1,
    amount: 320,
    reason: '收入超标',
    manner: '主动退出',
    stop_month: county.back(10),
    notice_no: `告字${county.nextSerial()}号`,
    phase_out: '否',
    phase_out_from: null,
    phase_out_to: null,
    ...{ phone: person.phone, note: null, ...change },
  });
}
