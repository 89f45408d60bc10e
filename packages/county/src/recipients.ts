import type { County } from './county.ts';
import { type Disability, type Person, plainPay, type Recipient } from './model.ts';

export interface RecipientWish {
  readonly person: Person;
  readonly programme: Recipient['programme'];
  readonly kind: string;
  readonly basic: number;
  readonly care?: number;
  readonly started?: string;
  readonly disability?: Disability;
  readonly guardian?: Person;
  readonly institution?: string;
  readonly isDibao?: boolean;
  readonly isTekun?: boolean;
}

/** Puts a person on a benefit of his own, paid monthly to his own account (a child's to the guardian's). */
export function addRecipient(county: County, wish: RecipientWish): Recipient {
  const recipient: Recipient = {
    ...wish,
    care: wish.care ?? 0,
    started: wish.started ?? county.back(county.random.int(14, 60)),
    ...{ pay: plainPay(), status: '正常', listed: true },
  };
  if (wish.guardian !== undefined) {
    recipient.pay.accountName = wish.guardian.name;
    recipient.pay.accountNo = wish.guardian.account;
  }
  county.recipients.push(recipient);
  return recipient;
}

/** Monthly tekun sums in yuan: basic by setting, care by self-care. */
export const TEKUN = { rural: 756, urban: 988, none: 478, partial: 319, full: 191 } as const;

/** A person on tekun: without spouse or children, over sixty, living at home unless an institution is named. */
export function makeTekun(
  county: County,
  wish: Partial<RecipientWish> & { age?: readonly [number, number] } = {},
): Recipient {
  const person = wish.person ?? county.person({ age: wish.age ?? [62, 84], village: county.village() });
  const basic = person.village.urban ? TEKUN.urban : TEKUN.rural;
  const care = county.random.pick([TEKUN.full, TEKUN.full, TEKUN.partial, TEKUN.none]);
  const kind = wish.institution === undefined ? '分散' : '集中';
  return addRecipient(county, { basic, care, ...wish, person, programme: 'tekun', kind });
}

/** The certificate line of a disabled person. */
export function certificate(
  county: County,
  person: Person,
  disability: Disability,
  change: Record<string, string> = {},
): void {
  county.add('certificate', {
    ...{ name: person.name, id_number: person.id, sex: person.sex },
    certificate_no: `${person.id}${disability.kind}${disability.grade}`,
    ...{ disability_kind: disability.kind, disability_grade: disability.grade },
    issued_on: county.day(county.random.int(20, 80), 12),
    valid_until: county.day(-county.random.int(10, 50), 12),
    status: '有效',
    guardian_name: null,
    guardian_id: null,
    phone: person.phone,
    town: person.village.town,
    ...{ village: person.village.name, address: person.address, note: null, ...change },
  });
}
