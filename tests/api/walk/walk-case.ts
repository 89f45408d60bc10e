import { idOf, leadIdOf, type Place, target } from './walk-place.ts';
import { leadMatterOf } from './seed-place.ts';

/** What a request of the walk is aimed at: open things, or those only few may see. */
export interface Aim {
  readonly place: Place;
  readonly id: (name: string) => string;
  readonly leadId: string;
  readonly leadMatter: string;
  /** Any matter about the household. */
  readonly matter: string;
  readonly evidence: string;
  readonly file: string;
}

export interface WalkCase {
  /** Asks for the thing aimed at, as somebody would who knows its id. */
  readonly input: (aim: Aim) => Readonly<Record<string, unknown>>;
  /** The same for somebody who has such a thing and tries to lay hands on the other by way of it. */
  readonly byWayOf?: (own: Aim, aim: Aim) => Readonly<Record<string, unknown>>;
  /** Body of an upload. */
  readonly bytes?: string;
  /**
   * What an answer tells about: `case` households and matters, cut by area and programme; `office` people and places of
   * work, cut by area alone; `self` the caller's own login; `all` what concerns nobody.
   */
  readonly about: 'case' | 'office' | 'self' | 'all';
  /** A text that must stand in the answer to somebody inside; otherwise passing gate and search is enough. */
  readonly shows?: (aim: Aim) => string;
  /** Answers differ between two equal requests (the audit grows with every request): only searched for traces. */
  readonly varies?: true;
  /** Lawfully changes what is open, whatever closed thing lies beside it: not sent by those inside before the rest. */
  readonly changesOpen?: true;
  /** Belongs to the whole county: offices below it do not find it either. */
  readonly ofCounty?: true;
  /** Lawful from outside: sent only by those who may not. */
  readonly isForOutside?: true;
  /** Codes with which the thing aimed at is told to be out of reach; API-104 when left out. */
  readonly absent?: readonly string[];
}

/** What lies open in a place. */
export function aimAt(place: Place): Aim {
  return {
    place,
    id: (name) => idOf(place, name),
    leadId: leadIdOf(place, false),
    leadMatter: leadMatterOf(place, false),
    matter: idOf(place, 'verification'),
    evidence: idOf(place, 'evidence paper'),
    file: idOf(place, 'evidence file'),
  };
}

export const openAim = aimAt(target);

/** The sealed referral and its documents. */
export const sealedAim: Aim = {
  ...openAim,
  matter: idOf(target, 'referral'),
  leadMatter: idOf(target, 'referral'),
  evidence: idOf(target, 'sealed evidence paper'),
  file: idOf(target, 'sealed evidence file'),
};

/** The finding that names an official. */
export const restrictedAim: Aim = {
  ...openAim,
  leadId: leadIdOf(target, true),
  leadMatter: leadMatterOf(target, true),
  matter: leadMatterOf(target, true),
  evidence: idOf(target, 'restricted evidence paper'),
  file: idOf(target, 'restricted evidence file'),
};

export const nothing = (): Readonly<Record<string, unknown>> => ({});
export const own: WalkCase = { about: 'self', input: nothing };
export const free: WalkCase = { about: 'all', input: nothing };
export const reason = '依上级通知核对';
/** Ids that clients make: always the same, so that two requests are equal. */
export const fresh = (name: string): string => idOf({ ...target, mark: '' }, `fresh ${name}`);
export const one = (name: string) => (aim: Aim) => ({ id: aim.id(name) });
export const step = (aim: Aim, name: string) => ({
  matterId: aim.matter,
  expectedVersion: 99,
  stepId: fresh(name),
});
export const account = (input: WalkCase['input'] = one('account')): WalkCase => ({
  about: 'office',
  input,
  absent: ['ACC-120'],
});
