import { about, type County } from '../county.ts';
import type { Cell } from '../files/sheet.ts';
import { makeDibao } from '../households.ts';
import type { Person } from '../model.ts';
import { cremation } from './deaths.ts';
import { committeeRow } from './officials.ts';

export function proxyRow(
  county: County,
  recipient: Person,
  proxy: Pick<Person, 'name' | 'id'>,
  change: Record<string, Cell>,
): void {
  county.add('proxy', {
    recipient_name: recipient.name,
    recipient_id: recipient.shown,
    programme: '低保',
    proxy_name: proxy.name,
    ...{ proxy_id: proxy.id, relation: '邻居', proxy_kind: '照料人', reason: '行动不便', against_wish: '否' },
    signed_on: county.day(10, 9),
    valid_until: county.day(-14, 8),
    agreement_no: `代领${county.nextSerial()}`,
    ...{ account_no: recipient.account, filed: '是', filed_on: county.day(10, 20), proxy_is_official: '否' },
    ...{ town: recipient.village.town, village: recipient.village.name, note: null, ...change },
  });
}

/** PXY-02: the proxy sits on the village committee or handles assistance. */
export function planOfficialProxies(county: County): void {
  for (let i = 0; i < county.perRule; i += 1) {
    const household = makeDibao(county, { size: 1, village: county.ruralVillage() });
    const cadre = county.person({ village: household.head.village });
    if (i % 2 === 0) committeeRow(county, cadre, cadre.village);
    else {
      const unit = { unit: `${cadre.village.town}社会事务办`, town: cadre.village.town, post: '审核' };
      county.add('caseworker', {
        ...unit,
        name: cadre.name,
        id_number: cadre.id,
        from_on: county.day(40, 1),
        to_on: null,
        phone: cadre.phone,
      });
    }
    proxyRow(
      county,
      household.head,
      cadre,
      i % 2 === 0 ? { against_wish: '是', filed: '否', filed_on: null } : {},
    );
    county.plant(
      'PXY-02',
      { ...about(household.head, household.head), anyOf: [cadre.id] },
      '代领人为村干部或经办人员',
    );
  }
  for (let i = 0; i < 2; i += 1) {
    const household = makeDibao(county, { size: 1, village: county.ruralVillage() });
    const neighbour = county.person({ village: household.head.village });
    committeeRow(
      county,
      county.person({ name: neighbour.name, sex: neighbour.sex, village: county.village() }),
      household.head.village,
    );
    proxyRow(county, household.head, neighbour, {});
    county.decoy(
      'PXY-02',
      { ...about(household.head, household.head), anyOf: [neighbour.id] },
      '与村干部同名，号码不同',
    );
    const second = makeDibao(county, { size: 1, village: county.ruralVillage() });
    const former = county.person({ village: second.head.village });
    committeeRow(county, former, former.village, {
      term_from: '2011-03-01',
      term_to: '2014-11-30',
      session: '2011届',
    });
    proxyRow(county, second.head, former, {});
    county.decoy('PXY-02', { ...about(second.head, second.head), anyOf: [former.id] }, '早已离任');
  }
}

/** People of one village on dibao, and a neighbour of theirs who collects for all. */
function collectedFor(county: County, count: number): { people: Person[]; proxy: Person } {
  const village = county.village();
  const people = Array.from({ length: count }, () => makeDibao(county, { size: 1, village }).head);
  return { people, proxy: county.person({ village }) };
}

/** PXY-03: one private person for many households. */
export function planBusyProxies(county: County): void {
  for (let i = 0; i < county.perRule; i += 1) {
    const { people, proxy } = collectedFor(county, 4 + (i % 2));
    for (const person of people) proxyRow(county, person, proxy, {});
    const anyOf = people.map((person) => person.id);
    county.plant('PXY-03', { ...about(proxy), anyOf }, `一人代领${people.length}户`);
  }
  const home = { name: '沂青县中心敬老院', id: '' };
  const residents = collectedFor(county, 5).people;
  const institution = { proxy_id: null, proxy_kind: '机构', relation: '供养机构' };
  for (const person of residents) proxyRow(county, person, home, institution);
  const anyOf = residents.map((person) => person.id);
  county.decoy('PXY-03', { kind: 'unit', subjectName: home.name, anyOf }, '供养机构代领');
  const three = collectedFor(county, 3);
  for (const person of three.people) proxyRow(county, person, three.proxy, {});
  county.decoy('PXY-03', about(three.proxy), '三户，未超过上限');
  const four = collectedFor(county, 4);
  const over = { signed_on: county.day(40, 2), filed_on: county.day(40, 9), valid_until: county.day(16, 1) };
  four.people.forEach((person, i) => proxyRow(county, person, four.proxy, i < 2 ? over : {}));
  county.decoy('PXY-03', about(four.proxy), '四份中两份早已到期');
}

/** PXY-04: agreements not filed, expired, or with a dead proxy. */
export function planStaleAgreements(county: County): void {
  for (let i = 0; i < county.perRule; i += 1) {
    const { people, proxy } = collectedFor(county, 1);
    const [person] = people;
    if (person === undefined) continue;
    if (i % 3 === 0) proxyRow(county, person, proxy, { filed: '否', filed_on: null });
    if (i % 3 === 1)
      proxyRow(county, person, proxy, {
        signed_on: county.day(30, 2),
        filed_on: county.day(30, 9),
        valid_until: county.day(6, 1),
      });
    if (i % 3 === 2) {
      proxyRow(county, person, proxy, {});
      cremation(county, proxy, county.day(6, 14));
    }
    const why = ['协议未报县级备案', '协议已过期', '代领人已死亡'][i % 3] ?? '';
    county.plant('PXY-04', { ...about(person, person), anyOf: [proxy.id] }, why);
  }
  for (let i = 0; i < 2; i += 1) {
    const [person, other] = collectedFor(county, 2).people;
    if (person === undefined || other === undefined) continue;
    const proxy = county.person({ village: person.village });
    proxyRow(county, person, proxy, {});
    county.decoy('PXY-04', { ...about(person, person), anyOf: [proxy.id] }, '有效并已备案');
    const renewed = county.person({ village: person.village });
    proxyRow(county, other, renewed, {
      signed_on: county.day(38, 2),
      filed_on: county.day(38, 9),
      valid_until: county.day(14, 1),
    });
    proxyRow(county, other, renewed, { signed_on: county.day(14, 2), filed_on: county.day(14, 9) });
    county.decoy('PXY-04', { ...about(other, other), anyOf: [renewed.id] }, '到期后已续签');
  }
}
