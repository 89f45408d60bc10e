import type { Facts } from '@yangguang/domain/workflows/field';
import type { Workflow } from '@yangguang/domain/workflows/workflow';
import { money, yuan } from '../../../words/format.ts';
import { type Lang, spoken } from '../../../words/language.tsx';
import { factText, type Matter } from '../fact-words.ts';
import { words } from './words.ts';

/** A paper as it is printed. */
export interface Paper {
  readonly title: string;
  readonly no: string | null;
  readonly addressee: string | null;
  readonly paragraphs: readonly string[];
  readonly rows: readonly { readonly label: string; readonly text: string }[];
  /** Who signs by hand. */
  readonly signatures: readonly string[];
  /** Below it, on screen and on paper. */
  readonly notes: readonly string[];
}

/** What a paper is made of: nothing but what the matter holds. */
export interface PaperSource {
  readonly matter: Matter;
  readonly workflow: Workflow;
  /** Title and facts in full once somebody asked for them with a reason; as masked otherwise. */
  readonly title: string;
  readonly facts: Facts;
  readonly lang: Lang;
  /** Of the family, for what is put on the board. */
  readonly members: number | null;
  /** Facts of the decision it belongs to. */
  readonly decision: Facts | null;
}

export const paperNames = [
  ...['notice', 'receipt', 'decision', 'public-notice', 'recovery', 'warning', 'agreement', 'answer'],
] as const;
export type PaperName = (typeof paperNames)[number];

/** Papers of each workflow, in the order in which they come up. */
const byWorkflow: Readonly<Record<string, readonly PaperName[]>> = {
  verification: ['warning'],
  notice: ['notice', 'receipt'],
  decision: ['decision', 'receipt'],
  publicNotice: ['public-notice'],
  recovery: ['recovery', 'receipt'],
  proxyAgreement: ['agreement'],
  petition: ['answer'],
};

/** Papers that may be printed from a matter of the workflow. */
export function papersFor(workflow: string): readonly PaperName[] {
  return byWorkflow[workflow] ?? [];
}

/** What the paper is called; a notice by its kind. */
export function paperTitle(name: PaperName, facts: Facts, lang: Lang): string {
  const say = spoken(words, lang);
  const titles: Readonly<Record<PaperName, string>> = {
    notice: noticeTitles(lang)[String(facts['kind'])] ?? say.evidenceTitle,
    receipt: say.receiptTitle,
    decision: say.decisionTitle,
    'public-notice': say.publicTitle,
    recovery: say.recoveryTitle,
    warning: say.warningTitle,
    agreement: say.agreementTitle,
    answer: say.answerTitle,
  };
  return titles[name];
}

function noticeTitles(lang: Lang): Readonly<Record<string, string>> {
  const say = spoken(words, lang);
  return {
    evidenceRequest: say.evidenceTitle,
    hearing: say.hearingTitle,
    decision: say.decisionNoticeTitle,
    recovery: say.recoveryTitle,
    overdueReminder: say.reminderTitle,
    rectificationOrder: say.rectifyTitle,
  };
}

/** Words of a fact, or the room to write it by hand. */
function said(source: PaperSource, name: string): string {
  const { matter, workflow, facts, lang } = source;
  const value = facts[name];
  if (value === undefined || value === '') return spoken(words, lang).blank;
  const field =
    workflow.opening.asks[name] ?? Object.values(workflow.actions).find((a) => a.asks?.[name])?.asks?.[name];
  return factText({ workflow, people: matter.people, lang }, name, field, value);
}

/** Times of the one who reads the paper. Those of the office are nobody's deadline but its own. */
const timesOfReaders: ReadonlySet<string> = new Set(['reply', 'period', 'again', 'order', 'instalment']);

/** The last day of the time that runs for the reader; room to write it where none runs, such as before it is served. */
function until({ matter, lang }: PaperSource): string {
  const clock = matter.clocks.find(({ name, dueOn }) => dueOn !== null && timesOfReaders.has(name));
  return clock?.dueOn ?? spoken(words, lang).blank;
}

type Made = Partial<Omit<Paper, 'title'>>;
type Maker = (source: PaperSource) => Made;

const notice: Maker = (source) => {
  const say = spoken(words, source.lang);
  const kind = source.facts['kind'];
  const paragraphs =
    kind === 'evidenceRequest'
      ? [say.evidenceBody, said(source, 'points'), say.evidenceAsk(until(source)), say.evidenceNoStop]
      : kind === 'hearing'
        ? [say.hearingBody, said(source, 'points'), say.hearingAsk(until(source))]
        : [said(source, 'points'), say.noticeAsk(until(source))];
  return {
    no: said(source, 'letterNo'),
    addressee: source.title,
    paragraphs: [...paragraphs, say.contactAt(say.blank)],
  };
};

const receipt: Maker = (source) => {
  const say = spoken(words, source.lang);
  const { matter, facts, lang } = source;
  const own = matter.workflow === 'notice' ? paperTitle('notice', facts, lang) : matterPaper(source);
  const served = matter.steps.findLast(({ action }) => action === 'serve' || action === 'leaveAtHome');
  const refused = matter.steps.findLast(({ action }) => action === 'recordRefusedService')?.reason;
  return {
    rows: [
      { label: say.receiptPaper, text: `${own} ${said(source, 'letterNo')}` },
      { label: say.receiptTo, text: source.title },
      { label: say.receiptBearer, text: served?.by?.name ?? say.blank },
      { label: say.receiptMethod, text: said(source, 'method') },
      { label: say.receiptWhen, text: said(source, 'servedOn') },
      { label: say.receiptWhere, text: say.blank },
      { label: say.receiptBy, text: said(source, 'receivedBy') },
      { label: say.receiptRelation, text: said(source, 'relation') },
      { label: say.receiptRefused, text: refused ?? say.blank },
      { label: say.receiptRemark, text: say.blank },
    ],
    signatures: [say.recipient, say.bearer, say.witness],
  };
};

function matterPaper({ matter, facts, lang }: PaperSource): string {
  const [first = 'decision'] = papersFor(matter.workflow);
  return paperTitle(first, facts, lang);
}

const decision: Maker = (source) => {
  const say = spoken(words, source.lang);
  const { monthlyFen, fromMonth } = source.facts;
  const kind = said(source, 'kind');
  const from = typeof fromMonth === 'string' ? fromMonth : say.blank;
  const amount = typeof monthlyFen === 'number' ? money(monthlyFen, source.lang) : say.blank;
  const decided = source.matter.steps.findLast(({ action }) => action === 'decide');
  return {
    no: say.blank,
    addressee: source.title,
    rows: [
      { label: say.decisionFacts, text: `${said(source, 'cause')} · ${said(source, 'programme')}` },
      { label: say.decisionReason, text: decided?.reason ?? say.blank },
      { label: say.decisionBasis, text: said(source, 'article') },
      {
        label: say.decisionResult,
        text: monthlyFen === 0 ? say.decisionEnds(kind, from) : say.decisionSays(kind, amount, from),
      },
      { label: say.remedyTitle, text: say.remedy(said(source, 'remedyTo')) },
    ],
  };
};

/** Name, number of members, amount: nothing else of the family ever stands on a board. */
const publicNotice: Maker = (source) => {
  const say = spoken(words, source.lang);
  const { monthlyFen } = source.decision ?? {};
  return {
    no: said(source, 'sheetNo'),
    rows: [
      { label: say.publicName, text: source.title },
      { label: say.publicMembers, text: source.members === null ? say.blank : String(source.members) },
      { label: say.publicAmount, text: typeof monthlyFen === 'number' ? yuan(monthlyFen) : say.blank },
      { label: say.publicPlace, text: said(source, 'place') },
      { label: say.publicFrom, text: said(source, 'postedOn') },
      { label: say.publicUntil, text: until(source) },
      { label: say.contact, text: say.blank },
    ],
    paragraphs: [say.publicObject],
    notes: [say.publicLaw],
  };
};

const recovery: Maker = (source) => {
  const say = spoken(words, source.lang);
  const name = source.facts['netFen'] === undefined ? 'amountFen' : 'netFen';
  return {
    no: say.blank,
    addressee: source.title,
    rows: [
      { label: say.recoveryAmount, text: said(source, name) },
      { label: say.recoveryPeriod, text: `${said(source, 'fromMonth')} – ${said(source, 'toMonth')}` },
      { label: say.recoveryCause, text: said(source, 'liability') },
    ],
    paragraphs: [say.noticeAsk(until(source)), say.recoveryHow, say.remedy(say.blank)],
  };
};

const warning: Maker = (source) => ({
  addressee: source.title,
  paragraphs: [spoken(words, source.lang).warningBody],
});

const agreement: Maker = (source) => {
  const say = spoken(words, source.lang);
  const asked = ['recipient', 'ground', 'proxyName', 'proxyRelation', 'signedOn', 'untilOn', 'filingNo'];
  const { workflow, lang } = source;
  const labelOf = (name: string): string =>
    (workflow.opening.asks[name] ??
      Object.values(workflow.actions).find((a) => a.asks?.[name])?.asks?.[name])?.[lang] ?? name;
  return {
    no: said(source, 'agreementNo'),
    rows: asked.map((name) => ({ label: labelOf(name), text: said(source, name) })),
    paragraphs: [say.agreementParties, say.agreementDuty, say.agreementEnd],
    signatures: [say.partyA, say.partyB, say.partyC, say.witness],
  };
};

const answer: Maker = (source) => {
  const say = spoken(words, source.lang);
  return {
    no: said(source, 'registerNo'),
    addressee: said(source, 'petitioner'),
    paragraphs: [say.answerBody(said(source, 'gist'), said(source, 'outcome')), say.answerRemedy],
  };
};

const makers: Readonly<Record<PaperName, Maker>> = {
  ...{ notice, receipt, decision, recovery, warning, agreement, answer },
  'public-notice': publicNotice,
};

/** The paper, holding nothing but what the matter holds; room to write by hand where it holds nothing. */
export function paperOf(name: PaperName, source: PaperSource): Paper {
  const say = spoken(words, source.lang);
  const {
    no = null,
    addressee = null,
    paragraphs = [],
    rows = [],
    signatures = [],
    notes = [],
  } = makers[name](source);
  return {
    title: paperTitle(name, source.facts, source.lang),
    ...{ no, addressee, paragraphs, rows, signatures },
    notes: [...notes, say.design],
  };
}
