import { areIncompatible, type Role } from '@yangguang/domain/people/role';
import type { Got } from '../../api/use-api.tsx';
import type { Tone } from '../../ui/tag.tsx';
import type { peopleWords } from './words-people.ts';

type Account = Got<'account.get'>;

interface StateTag {
  readonly word: keyof typeof peopleWords &
    ('active' | 'disabled' | 'locked' | 'mustChange' | 'hasTotp' | 'noTotp' | 'sso' | 'noPassword');
  readonly tone: Tone;
}

/** What is to be said of an account: whether it opens at all first, then how it is opened. */
export function tagsOf(account: Account): StateTag[] {
  const tags: StateTag[] = [];
  if (account.disabledAt !== null) tags.push({ word: 'disabled', tone: 'bad' });
  else if (account.lockedUntil !== null) tags.push({ word: 'locked', tone: 'warn' });
  else tags.push({ word: 'active', tone: 'good' });
  if (account.mustChangePassword && account.hasPassword) tags.push({ word: 'mustChange', tone: 'warn' });
  if (!account.hasPassword && account.oidcSubject === null) tags.push({ word: 'noPassword', tone: 'warn' });
  if (account.oidcSubject !== null) tags.push({ word: 'sso', tone: 'plain' });
  if (account.hasPassword) tags.push({ word: account.hasTotp ? 'hasTotp' : 'noTotp', tone: 'plain' });
  return tags;
}

type Appointment = Pick<Got<'appointment.list'>['items'][number], 'fromOn' | 'toOn' | 'revokedAt'>;

/** Whether an appointment is in force on a day; its last day does not count. */
export function standingOf(
  { fromOn, toOn, revokedAt }: Appointment,
  today: string,
): 'revoked' | 'ended' | 'notYet' | 'inForce' {
  if (revokedAt !== null) return 'revoked';
  if (toOn !== null && toOn <= today) return 'ended';
  return fromOn > today ? 'notYet' : 'inForce';
}

export type Act = 'disable' | 'enable' | 'unlock' | 'resetPassword' | 'resetTotp' | 'linkSso';

/** Acts that make sense for an account as it stands, the gentlest first. */
export function actsFor(account: Account): Act[] {
  const acts: Act[] = [];
  if (account.disabledAt !== null) return ['enable'];
  if (account.lockedUntil !== null) acts.push('unlock');
  acts.push('resetPassword');
  if (account.hasTotp) acts.push('resetTotp');
  acts.push('linkSso', 'disable');
  return acts;
}

/** A role held now that may not stand beside the one chosen, or null. */
export function clashWith(held: readonly Role[], chosen: string): Role | null {
  return held.find((one) => areIncompatible(one, chosen as Role)) ?? null;
}
