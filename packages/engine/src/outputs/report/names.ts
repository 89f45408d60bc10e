import { codeWord, familyWords, sayIn } from '../lead-words.ts';
import type { Side } from '../statistics/count-leads.ts';
import { both, type BothText, type Html } from './html.ts';

/** The family's name; a family of a local overlay shows its code. */
export function familyName(family: string): BothText {
  return familyWords(family);
}

/** A code of the lead table in words of both languages. */
function nameOf(kind: 'severity' | 'subject' | 'programme', code: string): BothText {
  return { zh: codeWord(kind, code, sayIn('zh')), en: codeWord(kind, code, sayIn('en')) };
}

export function severityName(severity: string): BothText {
  return nameOf('severity', severity);
}

export const severityNames: Readonly<Record<'serious' | 'suspect' | 'info', BothText>> = {
  serious: severityName('serious'),
  suspect: severityName('suspect'),
  info: severityName('info'),
};

export const sideNames: Readonly<Record<Side, BothText>> = {
  inclusion: { zh: '可能错保、错发', en: 'Possible wrong inclusion or payment' },
  omission: { zh: '可能漏保、少享', en: 'Possible omission' },
  other: { zh: '身份、数据与标准', en: 'Identity, data and standards' },
};

export function programmeName(programme: string): BothText {
  return nameOf('programme', programme);
}

export function subjectKindName(kind: string): BothText {
  return nameOf('subject', kind);
}

/** A place name stays in Chinese in both languages; a missing one is said to be missing. */
export function placeOr(name: string): Html {
  return name === '' ? both('（未填）', '(not given)') : both(name, name);
}
