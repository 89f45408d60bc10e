import { about, type County } from '../county.ts';
import { type Cell, cellText } from '../files/sheet.ts';
import { makeDibao } from '../households.ts';
import type { Person, Row } from '../model.ts';

type Change = Record<string, Cell>;

const LETTERS = [...'ABCDEFGHJKLMNPQRSTUVWXY'];

export function vehicleRow(county: County, person: Person, change: Change = {}): Row {
  const plate = `鲁Q${county.random.pick(LETTERS)}${county.nextSerial().slice(-4)}`;
  const price = county.random.int(4, 14) * 10_000;
  return county.add('vehicle', {
    name: person.name,
    id_number: person.id,
    plate_no: plate,
    plate_kind: '小型汽车',
    vehicle_type: '小型轿车',
    brand: county.random.pick(['五菱牌', '大众牌', '长安牌', '吉利牌', '比亚迪牌']),
    use_kind: '非营运',
    ...{ first_registered_on: county.day(county.random.int(2, 40), 18), original_value: price },
    value: Math.round(price * 0.6),
    status: '正常',
    inspection_until: county.day(-10, 30),
    note: null,
    ...change,
  });
}

/** INC-05: a car in the household; motorcycles, wrecks and the like stay silent. */
export function planVehicles(county: County): void {
  for (let i = 0; i < county.perRule; i += 1) {
    const household = makeDibao(county, { size: 1 + (i % 2), company: 'mixed' });
    const owner = household.members.at(-1)?.person ?? household.head;
    const { cell, damage } = county.hit(owner, i);
    const row = vehicleRow(county, owner, { id_number: cell });
    county.plant(
      'INC-05',
      about(owner, household.head),
      `名下小型轿车${cellText(row.plate_no ?? null)}`,
      damage,
    );
  }
  const innocent: readonly [Change, string][] = [
    [
      { vehicle_type: '普通二轮摩托车', plate_kind: '普通摩托车', value: 2000, original_value: 4500 },
      '摩托车',
    ],
    [
      { vehicle_type: '正三轮载货摩托车', plate_kind: '普通摩托车', value: 3000, original_value: 7000 },
      '农用三轮车',
    ],
    [{ status: '报废' }, '已报废'],
    [{ status: '注销' }, '已注销'],
    [{ status: '转出' }, '已过户转出'],
    [{ vehicle_type: '残疾人专用汽车', use_kind: '残疾人代步' }, '残疾人专用车'],
    [{ vehicle_type: '轮式拖拉机', plate_kind: '拖拉机', value: 9000, original_value: 30_000 }, '农用拖拉机'],
  ];
  for (const [change, why] of innocent) {
    const household = makeDibao(county);
    vehicleRow(county, household.head, change);
    county.decoy('INC-05', about(household.head, household.head), why);
  }
}

export function estateRow(county: County, person: Person, change: Change = {}): Row {
  const serial = county.nextSerial();
  const year = county.random.int(2012, 2021);
  return county.add('estate', {
    ...{ name: person.name, id_number: person.id, co_owner: null },
    certificate_no: `鲁（${year}）沂青县不动产权第0${serial}号`,
    location: `沂青县${county.random.pick(['振兴路', '建设路', '人民路', '滨河路'])}${serial}号院${county.random.int(1, 20)}号楼${county.random.int(101, 902)}室`,
    ...{ use_kind: '住宅', property_kind: '商品房', area: county.random.int(115, 150), share: 100 },
    registered_on: `${year}-06-18`,
    status: '现势',
    resettlement: '否',
    rented: '否',
    note: null,
    ...change,
  });
}

/** INC-06: several large dwellings, or a shop. */
export function planEstates(county: County): void {
  for (let i = 0; i < county.perRule; i += 1) {
    const household = makeDibao(county, { size: 1 + (i % 2), company: 'mixed' });
    const { cell, damage } = county.hit(household.head, i);
    estateRow(county, household.head, { id_number: cell });
    const second = i % 3 === 1 ? { use_kind: '商业', area: 86, rented: '是' } : {};
    estateRow(county, household.head, { id_number: cell, ...second });
    county.plant(
      'INC-06',
      about(household.head, household.head),
      i % 3 === 1 ? '名下有商铺' : '名下两套大面积住宅',
      damage,
    );
  }
  const innocent: readonly [Change | undefined, string][] = [
    [undefined, '仅一套住房'],
    [{ use_kind: '车库', area: 22 }, '一套住房另有车库'],
    [{ use_kind: '储藏室', area: 9 }, '一套住房另有储藏室'],
    [{ use_kind: '农村宅基地', property_kind: '宅基地', area: 160 }, '一套住房另有农村宅基地'],
    [{ status: '历史' }, '另一套为历史登记'],
    [{ status: '注销' }, '另一套已注销'],
    [{ share: 25, co_owner: '兄弟姐妹' }, '另一套为继承共有，份额25%'],
  ];
  for (const [change, why] of innocent) {
    const household = makeDibao(county);
    estateRow(county, household.head, { area: 72 });
    if (change !== undefined) estateRow(county, household.head, change);
    county.decoy('INC-06', about(household.head, household.head), why);
  }
  const renewed = makeDibao(county);
  const title = estateRow(county, renewed.head, { area: 80 });
  estateRow(county, renewed.head, { area: 80, location: title.location ?? null });
  county.decoy('INC-06', about(renewed.head, renewed.head), '同一房屋换证，坐落相同');
}

function businessRow(county: County, person: Person, change: Change): void {
  const serial = county.nextSerial();
  county.add('business', {
    company: `沂青县${county.random.pick(['恒源', '瑞丰', '永兴', '华泰', '聚鑫'])}${serial.slice(-3)}商贸有限公司`,
    ...{ credit_code: creditCode(county, '91'), kind: '有限责任公司', role: '法定代表人', name: person.name },
    id_number: person.id,
    capital: 500_000,
    share: 60,
    founded_on: county.day(county.random.int(20, 70), 8),
    status: '存续',
    scope: '日用百货销售',
    last_tax_month: county.back(1),
    employees: county.random.int(2, 6),
    note: null,
    ...change,
  });
}

const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** A unified social credit code with its check character (GB 32100-2015). */
function creditCode(county: County, prefix: string): string {
  const body = `${prefix}371399MA3${county.random.digits(6)}`;
  let weight = 1;
  let sum = 0;
  for (const character of body) {
    sum += CREDIT_ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return body + (CREDIT_ALPHABET[(31 - (sum % 31)) % 31] ?? '0');
}

/** INC-07: a business at work; cancelled, dormant and cooperative ones stay silent. */
export function planBusinesses(county: County): void {
  const active: readonly Change[] = [
    {},
    { role: '股东', share: 35 },
    {
      company: '沂青县兴隆超市',
      kind: '个体工商户',
      role: '经营者',
      employees: 1,
      capital: 50_000,
      share: null,
    },
  ];
  for (let i = 0; i < county.perRule; i += 1) {
    const household = makeDibao(county, { size: 1 + (i % 2), company: 'mixed' });
    const { cell, damage } = county.hit(household.head, i);
    businessRow(county, household.head, { ...active[i % active.length], id_number: cell });
    county.plant('INC-07', about(household.head, household.head), '名下市场主体存续并有纳税', damage);
  }
  const sole = { company: '沂青县便民小卖部', kind: '个体工商户', role: '经营者', share: null };
  const innocent: readonly [Change, string][] = [
    [{ status: '注销', last_tax_month: null, employees: 0 }, '已注销'],
    [{ status: '吊销', last_tax_month: null, employees: 0 }, '已吊销'],
    [{ company: '沂青县丰收种植专业合作社', kind: '农民专业合作社', role: '成员', share: 0.5 }, '合作社成员'],
    [{ ...sole, last_tax_month: null, employees: 0, capital: 5000 }, '个体户十二个月无纳税无参保'],
    [{ role: '股东', share: 4 }, '持股4%'],
  ];
  for (const [change, why] of innocent) {
    const household = makeDibao(county);
    businessRow(county, household.head, change);
    county.decoy('INC-07', about(household.head, household.head), why);
  }
}
