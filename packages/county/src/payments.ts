import type { County } from './county.ts';
import type { Household, Payment, Recipient } from './model.ts';
import { addMonths, monthsBetween } from './months.ts';

/** Money of a month is paid on the 10th to 20th of that month. */
function payDay(month: string): string {
  return `${month}-${String(10 + (Number(month.slice(5)) % 9)).padStart(2, '0')}`;
}

/** Names of programmes as the one-card export prints them. */
export const PROGRAMME = {
  urban: '城市最低生活保障金',
  rural: '农村最低生活保障金',
  tekun: '特困人员救助供养金',
  disability: '残疾人两项补贴',
  elder: '高龄津贴',
  child: '孤儿和事实无人抚养儿童基本生活费',
} as const;

function householdPayment(household: Household, month: string): Payment {
  const { head, pay } = household;
  const approved = household.amount + household.uplift;
  const total = pay.amount.get(month) ?? approved;
  return {
    programme: PROGRAMME[household.scheme],
    person: head,
    village: head.village,
    persons: household.insured,
    amount: total === approved ? household.amount : total - household.uplift,
    uplift: household.uplift,
    total,
    accountName: pay.accountName ?? head.name,
    accountNo: pay.accountNo ?? head.account,
    month,
    paidOn: payDay(month),
    status: '成功',
    failReason: '',
    note: pay.note.get(month) ?? '',
  };
}

/** One more payment to a household in a month, with what is different about it. */
export function extraPayment(
  county: County,
  household: Household,
  month: string,
  change: Partial<Payment>,
): void {
  const paidOn = `${month}-26`;
  county.extraPayments.push({ ...householdPayment(household, month), paidOn, ...change });
}

function recipientPayment(recipient: Recipient, month: string): Payment {
  const { person, pay } = recipient;
  const total = recipient.basic + recipient.care;
  return {
    ...{ programme: PROGRAMME[recipient.programme], person, village: person.village, persons: 1 },
    ...{ amount: recipient.basic, uplift: recipient.care, total },
    ...{ accountName: pay.accountName ?? person.name, accountNo: pay.accountNo ?? person.account, month },
    ...{ paidOn: payDay(month), status: '成功', failReason: '', note: '' },
  };
}

function due(pay: Household['pay'], started: string, month: string): boolean {
  return (
    month >= (pay.from ?? started) && (pay.until === undefined || month < pay.until) && !pay.skip.has(month)
  );
}

/** As offices list them: by programme, village and name. */
function inOrder(payments: readonly Payment[]): Payment[] {
  const keyed = payments.map((payment) => {
    const { programme, village, person } = payment;
    return { payment, key: `${programme}/${village.town}/${village.name}/${person.name}` };
  });
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ payment }) => payment);
}

/** All payment rows of a benefit month, returned ones and their re-issue included. */
export function paymentsOf(county: County, month: string): Payment[] {
  const payments: Payment[] = [];
  for (const household of county.dibao) {
    if (!due(household.pay, household.started, month)) continue;
    const payment = householdPayment(household, month);
    const returned = household.pay.returned.has(month);
    payments.push(returned ? { ...payment, status: '退汇', failReason: '户名不符' } : payment);
    const again = household.pay.reissued.get(month);
    if (again !== undefined)
      payments.push({ ...payment, paidOn: again, note: `${Number(month.slice(5))}月退汇重发` });
  }
  for (const recipient of county.recipients) {
    if (due(recipient.pay, recipient.started, month)) payments.push(recipientPayment(recipient, month));
  }
  payments.push(...county.extraPayments.filter((payment) => payment.month === month));
  return inOrder(payments);
}

/** The Decembers of earlier years whose lists are still kept. */
export function oldDecembers(county: County): string[] {
  const year = Number(county.asOf.slice(0, 4));
  return [year - 4, year - 3, year - 2].map((one) => `${one}-12`);
}

/** Who was on dibao in an old December: today's households that had begun and those that have left since. */
export function onRosterIn(county: County, month: string): Household[] {
  return [...county.dibao, ...county.former].filter(
    (household) =>
      household.started <= month && (household.pay.until === undefined || month < household.pay.until),
  );
}

/** An old year's payment: the sums of then, a little lower than today's. */
export function oldPayments(county: County, month: string): Payment[] {
  return inOrder(onRosterIn(county, month).map((household) => oldPayment(household, month, county)));
}

/** Today's amount less what the standard has risen since. */
export function oldAmount(household: Household, month: string, county: County): number {
  const years = Number(county.asOf.slice(0, 4)) - Number(month.slice(0, 4));
  return Math.max(30, household.amount - 22 * years * household.insured);
}

function oldPayment(household: Household, month: string, county: County): Payment {
  const amount = oldAmount(household, month, county);
  const payment = householdPayment({ ...household, pay: { ...household.pay, amount: new Map() } }, month);
  return { ...payment, amount, total: amount + household.uplift };
}

/** The twelve benefit months up to the as-of month. */
export function recentMonths(county: County): string[] {
  return monthsBetween(addMonths(county.asOfMonth, -11), county.asOfMonth);
}
