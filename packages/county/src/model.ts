import type { Cell } from './files/sheet.ts';
import type { Sex } from './names.ts';
import type { Village } from './places.ts';

export interface Person {
  name: string;
  /** The true number. */
  readonly id: string;
  /** The number as the office's own files write it. */
  shown: Cell;
  readonly sex: Sex;
  readonly birthOn: string;
  village: Village;
  group: string;
  address: string;
  phone: string;
  account: string;
}

export interface Disability {
  /** 1 visual, 2 hearing, 3 speech, 4 physical, 5 intellectual, 6 psychiatric, 7 multiple. */
  readonly kind: number;
  readonly grade: number;
}

export interface Member {
  readonly person: Person;
  readonly relation: string;
  insured: boolean;
  /** Own monthly income in yuan, as stated. */
  income: number;
  employment: string;
  inSchool: boolean;
  disability?: Disability;
}

/** What differs from a plain monthly payment of the approved amount to the head's own account. */
export interface PayPlan {
  readonly skip: Set<string>;
  readonly returned: Set<string>;
  /** Months paid again after a return, with the day. */
  readonly reissued: Map<string, string>;
  /** The sum really paid in a month, in yuan, where it is not the approved one. */
  readonly amount: Map<string, number>;
  readonly note: Map<string, string>;
  accountName?: string;
  accountNo?: string;
  /** First and one-past-last benefit month, where they differ from the roster. */
  from?: string;
  until?: string;
}

export interface Household {
  readonly head: Person;
  members: Member[];
  scheme: 'urban' | 'rural';
  mode: '按户保' | '单人保';
  size: number;
  insured: number;
  /** Household income a month, in yuan. */
  income: number;
  /** Monthly amount, uplift apart, in yuan. */
  amount: number;
  uplift: number;
  started: string;
  approvedOn: string;
  cause: string;
  fileNo: string;
  phone: string;
  status: '正常' | '暂停' | '停保';
  /** Listed on the present roster. */
  listed: boolean;
  hukouNo: string;
  /** The police answered for this household with exactly its members. */
  hukou: boolean;
  pay: PayPlan;
}

/** A person on a benefit of his own: tekun, disability subsidy, old-age allowance, child support. */
export interface Recipient {
  readonly person: Person;
  readonly programme: 'tekun' | 'disability' | 'elder' | 'child';
  readonly kind: string;
  readonly basic: number;
  readonly care: number;
  readonly started: string;
  readonly disability?: Disability;
  readonly guardian?: Person;
  readonly institution?: string;
  pay: PayPlan;
  status: '正常' | '停发';
  stopped?: string;
  stopReason?: string;
  isDibao?: boolean;
  isTekun?: boolean;
  listed: boolean;
}

/** One line of a department's list, by column name. */
export type Row = Record<string, Cell>;

export interface Payment {
  readonly programme: string;
  readonly person: Person;
  readonly village: Village;
  readonly persons: number;
  readonly amount: number;
  readonly uplift: number;
  readonly total: number;
  readonly accountName: string;
  readonly accountNo: string;
  readonly month: string;
  readonly paidOn: string;
  readonly status: '成功' | '失败' | '退汇';
  readonly failReason: string;
  readonly note: string;
}

export type ListName =
  | 'edge'
  | 'relief'
  | 'application'
  | 'rejected'
  | 'exit'
  | 'disclosure'
  | 'proxy'
  | 'payroll'
  | 'committee'
  | 'caseworker'
  | 'cremation'
  | 'cancellation'
  | 'hukou'
  | 'marriage'
  | 'vehicle'
  | 'estate'
  | 'business'
  | 'insurance'
  | 'pension'
  | 'fund'
  | 'tax'
  | 'certificate'
  | 'poverty'
  | 'medical'
  | 'inmate'
  | 'publicPost'
  | 'veteran'
  | 'standard';

export function plainPay(): PayPlan {
  return { skip: new Set(), returned: new Set(), reissued: new Map(), amount: new Map(), note: new Map() };
}
