import { z } from 'zod';
import { Colleague } from './matter-parts.ts';
import { DateOn, Id, Instant, operation, Words } from './operation.ts';
import { AreaCode } from './people.ts';

/** A number, yes or no, a word, or words. */
export const ParameterValue = z.union([
  z.number(),
  z.boolean(),
  z.string().min(1).max(40),
  z.array(z.string().min(1).max(40)).min(1).max(40),
]);

/** What a value rests on, in words: an instrument with its article, a public source, or this product's own choice. */
const Basis = z.strictObject({
  text: Words,
  /** Of policy/law; null for a source or this product's choice. */
  instrument: z.string().nullable(),
});

/** V primary text read · V2 quotation read · BK background knowledge · INF design of this product */
const Certainty = z.enum(['V', 'V2', 'BK', 'INF']);

/** A value with its place, time and basis. */
export const DatedValue = z.strictObject({
  value: ParameterValue,
  /** '' the whole country. */
  region: AreaCode,
  from: DateOn,
  /** Exclusive; null until further notice. */
  to: DateOn.nullable(),
  basis: Basis,
  certainty: Certainty,
  publishedOn: DateOn.nullable(),
  /** Set by an office here, not by the pack. */
  isLocal: z.boolean(),
});

/** A rule by its code, for what depends on it. */
const RuleName = z.strictObject({
  rule: z.string(),
  title: Words,
  /** Its leads stay at most `suspect` while a local number it needs is not told. */
  isCapped: z.boolean(),
});

export const ParameterLine = z.strictObject({
  name: z.string(),
  title: Words,
  unit: z.string(),
  /** law: only law changes it · local: the office tells it · product: this product's own threshold */
  kind: z.enum(['law', 'local', 'product']),
  /** First part of the name: what it belongs to. */
  topic: z.string(),
  /** In force there and then; null when nobody has told it. */
  now: DatedValue.nullable(),
  /** 未核标准: a local number nobody has told. Leads that rest on it stay at most `suspect`. */
  isUnknown: z.boolean(),
  /** Rules that use it. */
  rules: z.array(RuleName),
  /** Proposals for this place that wait for another person. */
  waiting: z.number().int(),
});

/** A value an office proposed, or the proposal to take one back, and what became of it. */
const LocalValue = z.strictObject({
  id: Id,
  region: AreaCode,
  /** Null: takes back the version `revokes`. */
  value: ParameterValue.nullable(),
  from: DateOn.nullable(),
  to: DateOn.nullable(),
  /** The document it rests on; of a revocation the reason. */
  basis: z.string(),
  publishedOn: DateOn.nullable(),
  revokes: Id.nullable(),
  state: z.enum(['waiting', 'inForce', 'revoked', 'declined', 'withdrawn', 'done']),
  proposedBy: Colleague.nullable(),
  proposedAt: Instant,
  decidedBy: Colleague.nullable(),
  decidedAt: Instant.nullable(),
  /** Why it was declined or withdrawn. */
  reason: z.string().nullable(),
  /** What the caller may do with it now. */
  mayConfirm: z.boolean(),
  mayWithdraw: z.boolean(),
});

const Name = z
  .string()
  .regex(/^[a-z][A-Za-z0-9_]*(\.[A-Za-z0-9_]+)+$/)
  .max(80);
const Place = AreaCode.min(2);
const Reason = z.string().trim().min(4).max(500);
const Ok = z.strictObject({ ok: z.literal(true) });

/** 参数: the numbers rules and time limits use, what they rest on, and how an office sets its own. */
export const parameter = {
  list: operation({
    method: 'GET',
    path: '/parameter/list',
    title: { zh: '参数', en: 'Parameters' },
    about: {
      zh: '某地区某日生效的全部参数：数值、单位、依据、可信程度、用到它的规则；无人填报的本地数标为未核标准。',
      en: 'All parameters in force in a place on a day: value, unit, basis, certainty and the rules that use it; local numbers nobody has told are marked.',
    },
    may: 'rule.read',
    input: z.strictObject({ region: Place, on: DateOn.optional() }),
    output: z.strictObject({ on: DateOn, packVersion: z.string(), items: z.array(ParameterLine) }),
    refusals: [],
    logs: 'list',
  }),
  get: operation({
    method: 'GET',
    path: '/parameter',
    title: { zh: '查看参数', en: 'One parameter' },
    about: {
      zh: '一个参数的全部版本（起止、依据、可信程度）、本地提出和确认的经过、能否在本地设置及原因。',
      en: 'All versions of one parameter with their time, basis and certainty, what was proposed and confirmed here, and whether it may be set here.',
    },
    may: 'rule.read',
    input: z.strictObject({ name: Name, region: Place, on: DateOn.optional() }),
    output: ParameterLine.extend({
      on: DateOn,
      /** Of the place itself and of the levels above and below it, as they are in force; by region, then day. */
      versions: z.array(DatedValue),
      /** What was proposed for the place and below it, the newest first. */
      history: z.array(LocalValue),
      /** Words it may be, for parameters in words. */
      choices: z.array(z.string()),
      /** Null when an office may set it. */
      whyNot: Words.nullable(),
    }),
    refusals: [],
    logs: 'list',
  }),
  propose: operation({
    method: 'POST',
    path: '/parameter/propose',
    title: { zh: '提出本地数值', en: 'Propose a local value' },
    about: {
      zh: '为本地区提出一个数值、起止日期和依据；另一人确认前不生效。法定数不能在本地设置。',
      en: 'A value for one’s own place with its time and basis; nothing changes before another person confirms it. Numbers of law are not set here.',
    },
    may: 'policy.set',
    input: z.strictObject({
      id: Id,
      name: Name,
      region: Place,
      value: ParameterValue,
      from: DateOn,
      to: DateOn.nullable().default(null),
      basis: Reason,
      publishedOn: DateOn.nullable().default(null),
    }),
    output: z.strictObject({ id: Id }),
    refusals: ['PAR-101', 'PAR-102', 'PAR-103', 'PAR-106', 'PAR-107'],
    logs: 'act',
  }),
  revoke: operation({
    method: 'POST',
    path: '/parameter/revoke',
    title: { zh: '提出撤销本地数值', en: 'Propose to revoke a local value' },
    about: {
      zh: '写明理由；另一人确认后，该数值不再生效，原记录保留。',
      en: 'With a reason. When another person has confirmed it, the value is no longer in force; its record stays.',
    },
    may: 'policy.set',
    input: z.strictObject({ id: Id, revokes: Id, reason: Reason }),
    output: z.strictObject({ id: Id }),
    refusals: ['PAR-106', 'PAR-108'],
    logs: 'act',
  }),
  confirm: operation({
    method: 'POST',
    path: '/parameter/confirm',
    title: { zh: '确认本地数值', en: 'Confirm a local value' },
    about: {
      zh: '由另一人核对依据后确认；此后的核查和时限按它计算，已开始的核查不变。',
      en: 'By another person who has seen the basis. Runs and time limits that begin afterwards reckon with it; runs under way do not change.',
    },
    may: 'policy.set',
    input: z.strictObject({ id: Id }),
    output: Ok,
    refusals: ['PAR-104', 'PAR-105', 'PAR-108'],
    logs: 'act',
  }),
  decline: operation({
    method: 'POST',
    path: '/parameter/decline',
    title: { zh: '不同意或撤回提出的数值', en: 'Decline or withdraw a proposal' },
    about: {
      zh: '另一人不同意，或提出人自己撤回；写明理由，数值不生效。',
      en: 'Another person declines it, or whoever proposed it takes it back; with a reason. It does not come into force.',
    },
    may: 'policy.set',
    input: z.strictObject({ id: Id, reason: Reason }),
    output: Ok,
    refusals: ['PAR-105'],
    logs: 'act',
  }),
} as const;
