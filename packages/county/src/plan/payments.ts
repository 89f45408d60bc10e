import { about, aboutHousehold, type County } from '../county.ts';
import { makeDibao } from '../households.ts';
import type { Household, Payment } from '../model.ts';
import { addMonths, monthsBetween } from '../months.ts';
import { extraPayment } from '../payments.ts';
import { addRecipient, certificate, makeTekun } from '../recipients.ts';
import { exitRow } from './deaths.ts';
import { makeChild, reliefRow } from './overlaps.ts';
import { proxyRow } from './proxies.ts';

function settled(county: County, size?: number): Household {
  return makeDibao(county, {
    started: county.back(county.random.int(18, 60)),
    ...(size === undefined ? {} : { size }),
  });
}

/** PAY-01: money goes to an account in a stranger's name. */
export function planAccountNames(county: County): void {
  for (let i = 0; i < county.perRule; i += 1) {
    const household = settled(county);
    const stranger = county.person({ village: household.head.village });
    household.pay.accountName = stranger.name;
    household.pay.accountNo = stranger.account;
    county.plant(
      'PAY-01',
      about(household.head, household.head),
      `开户名${stranger.name}不是家庭成员，也无代领协议`,
    );
  }
  for (let i = 0; i < 2; i += 1) {
    const couple = makeDibao(county, { size: 2, company: 'mixed' });
    const spouse = couple.members[1]?.person ?? couple.head;
    couple.pay.accountName = spouse.name;
    couple.pay.accountNo = spouse.account;
    county.decoy('PAY-01', about(couple.head, couple.head), '发至配偶账户');
    county.decoy('PAY-01', about(makeChild(county, '孤儿')), '未成年人由监护人账户领取');
    const agreed = makeDibao(county, { size: 1 });
    const carer = county.person({ village: agreed.head.village });
    agreed.pay.accountName = carer.name;
    agreed.pay.accountNo = carer.account;
    proxyRow(county, agreed.head, carer, {});
    county.decoy('PAY-01', about(agreed.head, agreed.head), '有效代领协议并已备案');
  }
  const variant = makeDibao(county, { size: 1, head: county.person({ surname: '肖', age: [40, 57] }) });
  variant.pay.accountName = `萧${variant.head.name.slice(1)}`;
  county.decoy('PAY-01', about(variant.head, variant.head), '姓氏异写');
}

/** PAY-02: one account collects for several households; an institution's account may. */
export function planSharedAccounts(county: County): void {
  for (let i = 0; i < county.perRule; i += 1) {
    const village = county.village();
    const holder = county.person({ village });
    const households = Array.from({ length: 2 + (i % 3) }, () => makeDibao(county, { size: 1, village }));
    for (const household of households) {
      household.pay.accountName = holder.name;
      household.pay.accountNo = holder.account;
    }
    const place = { town: village.town, village: village.name };
    const anyOf = households.map((household) => household.head.id);
    county.plant(
      'PAY-02',
      { kind: 'account', subjectName: holder.account, ...place, anyOf },
      `${households.length}户共用${holder.name}账户`,
    );
  }
  const home = { name: '沂青县中心敬老院', account: county.account() };
  for (let i = 0; i < 4; i += 1) {
    const tekun = makeTekun(county, { institution: home.name });
    tekun.pay.accountName = home.name;
    tekun.pay.accountNo = home.account;
    county.decoy('PAY-01', about(tekun.person), '集中供养，发至供养机构账户');
    if (i > 0) continue;
    const subject = { kind: 'account', subjectName: home.account, anyOf: [tekun.person.id] } as const;
    county.decoy('PAY-02', subject, '集中供养机构账户');
  }
  const shared = makeDibao(county, { size: 2, company: 'mixed' });
  const spouse = shared.members[1]?.person;
  if (spouse === undefined) return;
  const disability = { kind: 2, grade: 3 };
  certificate(county, spouse, disability);
  const wish = {
    person: spouse,
    programme: 'disability',
    kind: '生活补贴',
    basic: 120,
    disability,
    isDibao: true,
  } as const;
  const subsidy = addRecipient(county, wish);
  subsidy.pay.accountName = shared.head.name;
  subsidy.pay.accountNo = shared.head.account;
  county.decoy(
    'PAY-02',
    { kind: 'account', subjectName: shared.head.account, anyOf: [shared.head.id] },
    '同一家庭共用账户',
  );
}

/** PAY-03 and PAY-14: approved and unpaid; returned and never sent again. */
export function planMissedPayments(county: County): void {
  for (let i = 0; i < county.perRule; i += 1) {
    const household = settled(county);
    for (const back of [4, 3, 2]) household.pay.skip.add(county.back(back));
    county.plant('PAY-03', aboutHousehold(household), '在册且未停，连续三个月未发放');
    const returned = settled(county);
    returned.pay.returned.add(county.back(4 - (i % 2)));
    county.plant('PAY-14', about(returned.head, returned.head), '退汇后未重发');
  }
  for (let i = 0; i < 2; i += 1) {
    const again = settled(county);
    const month = county.back(5 - i);
    again.pay.returned.add(month);
    again.pay.reissued.set(month, `${addMonths(month, 1)}-02`);
    county.decoy('PAY-14', about(again.head, again.head), '退汇后半月内重发');
    county.decoy('PAY-03', aboutHousehold(again), '退汇后已重发');
    const suspended = settled(county);
    suspended.status = '暂停';
    suspended.pay.until = county.back(3);
    county.decoy('PAY-03', aboutHousehold(suspended), '待遇暂停，不应发放');
    const fresh = makeDibao(county, { started: county.asOfMonth });
    fresh.pay.skip.add(county.asOfMonth);
    county.decoy('PAY-03', aboutHousehold(fresh), '本月新批准，下月十日前发放');
  }
}

/** PAY-04: paid before the first lawful month. */
export function planEarlyPayments(county: County): void {
  for (let i = 0; i < county.perRule; i += 1) {
    const household = makeDibao(county, { started: county.back(3 + i) });
    household.pay.from = county.back(7 + i);
    county.plant('PAY-04', about(household.head, household.head), '批准前四个月即发放');
  }
  for (let i = 0; i < 2; i += 1) {
    const urgent = makeDibao(county, { started: county.back(3 + i) });
    reliefRow(county, urgent.head, county.day(7, 4), { kind: '急难型', cause: '意外事故', pay_first: '是' });
    county.decoy('PAY-04', about(urgent.head, urgent.head), '此前为临时救助先行救助');
    const first = makeDibao(county, { started: county.back(4 + i) });
    county.decoy('PAY-04', about(first.head, first.head), '批准次月起发');
  }
}

type Extra = Partial<Pick<Payment, 'note' | 'programme' | 'amount' | 'uplift' | 'total' | 'paidOn'>>;

/** PAY-05: twice in a month, far too much, or a very large sum. */
export function planOddPayments(county: County): void {
  for (let i = 0; i < county.perRule; i += 1) {
    const household = settled(county, 1);
    const month = county.back(4 + (i % 2));
    if (i % 3 === 0) extraPayment(county, household, month, {});
    else household.pay.amount.set(month, i % 3 === 1 ? household.amount * 4 + 300 : 12_000);
    county.plant(
      'PAY-05',
      about(household.head, household.head),
      i % 3 === 0 ? '同月重复发放' : '单笔数倍于应发',
    );
  }
  const innocent: readonly [(household: Household, month: string) => Extra, string][] = [
    [
      (household, month) => ({
        note: `补发${Number(addMonths(month, -1).slice(5))}月`,
        total: household.amount,
      }),
      '注明补发',
    ],
    [() => ({ programme: '价格临时补贴', amount: 42, uplift: 0, total: 42 }), '价格临时补贴'],
    [() => ({ programme: '春节一次性补助', amount: 300, uplift: 0, total: 300 }), '春节一次性补助'],
  ];
  for (const [make, why] of innocent) {
    const household = settled(county, 1);
    const month = county.back(4);
    if (why === '注明补发') household.pay.skip.add(addMonths(month, -1));
    extraPayment(county, household, month, make(household, month));
    county.decoy('PAY-05', about(household.head, household.head), why);
  }
}

/** PAY-06: another sum than the approved one. */
export function planShortPayments(county: County): void {
  for (let i = 0; i < county.perRule; i += 1) {
    const household = settled(county);
    const delta = i % 2 === 0 ? -Math.min(100, Math.floor(household.amount / 2)) : 60;
    for (const month of monthsBetween(county.back(5), county.asOfMonth))
      household.pay.amount.set(month, household.amount + delta);
    county.plant('PAY-06', about(household.head, household.head), `实发与审批相差${delta}元`);
  }
  for (let i = 0; i < 2; i += 1) {
    const household = settled(county);
    const paid = household.amount + household.uplift + (i === 0 ? 0.6 : -1);
    for (const month of monthsBetween(county.back(11), county.asOfMonth))
      household.pay.amount.set(month, paid);
    county.decoy('PAY-06', about(household.head, household.head), '相差不超过一元');
  }
}

/** PAY-09: the gap was worked out wrongly; rounding and small differences stay silent. */
export function planWrongGaps(county: County): void {
  for (let i = 0; i < county.perRule; i += 1) {
    const household = settled(county);
    household.amount += i % 2 === 0 ? 65 + 10 * i : -Math.min(60, Math.floor(household.amount / 3));
    county.plant('PAY-09', aboutHousehold(household), '按核定收入重算，补差有误');
  }
  for (let i = 0; i < 3; i += 1) {
    const household = settled(county);
    household.amount += [1, 4, -3][i] ?? 1;
    county.decoy('PAY-09', aboutHousehold(household), '相差不超过五元（取整）');
  }
}

/** PAY-10: money after the stop month. */
export function planPaidAfterStop(county: County): void {
  for (let i = 0; i < county.perRule; i += 1) {
    const household = settled(county);
    stop(county, household, county.back(5), county.back(1));
    county.plant('PAY-10', about(household.head), '停发月之后又发放四个月');
  }
  for (let i = 0; i < 2; i += 1) {
    const clean = settled(county);
    stop(county, clean, county.back(5), county.back(5));
    county.decoy('PAY-10', about(clean.head), '按时停发');
    const late = settled(county, 1);
    late.pay.skip.add(county.back(6));
    stop(county, late, county.back(5), county.back(5));
    const back = Number(county.back(6).slice(5));
    extraPayment(county, late, county.back(4), { note: `补发${back}月`, total: late.amount });
    county.decoy('PAY-10', about(late.head), '停发后补发停发前月份，已注明');
  }
}

function stop(county: County, household: Household, stopMonth: string, paidUntil: string): void {
  household.listed = false;
  household.pay.until = paidUntil;
  exitRow(county, household.head, {
    ...{ household_size: household.size, insured_persons: household.insured, amount: household.amount },
    ...{ stop_month: stopMonth, reason: '财产超标', manner: '清查' },
  });
}
