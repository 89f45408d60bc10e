import type { EvidenceType } from '../pack/rule-head.ts';
import type { RulePage } from '../pack/rule-page.ts';
import { quoted } from '../dataset/sql-engine.ts';

type Lang = 'zh' | 'en';

const unknown: Record<Lang, string> = { zh: '不详', en: 'unknown' };

/** A column as words of a sentence: money in yuan, dates and months in full, yes and no. NULL becomes "unknown". */
export function wordsOf(column: string, type: EvidenceType, lang: Lang): string {
  return `coalesce(${shown(column, type, lang)}, ${quoted(unknown[lang])})`;
}

function shown(column: string, type: EvidenceType, lang: Lang): string {
  switch (type) {
    case 'money':
      return `yuan(${column})`;
    case 'date':
      return `strftime(${column}, '%Y-%m-%d')`;
    case 'month':
      return `strftime(${column}, '%Y-%m')`;
    case 'yesno':
      return `if(${column}, ${lang === 'zh' ? "'是', '否'" : "'yes', 'no'"})`;
    case 'decimal':
      return `printf('%.2f', ${column})`;
    case 'code':
      return `coalesce((select ${lang} from code_word where code = ${column}), ${column})`;
    default:
      return `${column}::varchar`;
  }
}

const fixed: Record<string, (lang: Lang) => string> = {
  name: (lang) => `coalesce(s.name, ${quoted(unknown[lang])})`,
  amount: (lang) => wordsOf('h.amount_fen', 'money', lang),
  period: (
    lang,
  ) => `coalesce(strftime(h.period_from, '%Y-%m') || if(h.period_to > h.period_from, ${quoted(lang === 'zh' ? '至' : ' to ')}
    || strftime(h.period_to, '%Y-%m'), ''), ${quoted(unknown[lang])})`,
};

/** The rule's summary template as one SQL expression over a finding `h` and its subject `s`. */
export function summarySql(page: RulePage, lang: Lang): string {
  const parts = page.summary[lang].split(/\{([^{}]*)\}/).map((piece, at) => {
    if (at % 2 === 0) return quoted(piece);
    const own = fixed[piece];
    return own === undefined
      ? wordsOf(`h."${piece}"`, page.evidence[piece]?.type ?? 'text', lang)
      : own(lang);
  });
  return `concat(${parts.join(', ')})`;
}

/** The evidence columns as one JSON object, dates and months as text, in the page's order. */
export function factsSql(page: RulePage): string {
  const pairs = Object.entries(page.evidence).map(
    ([column, { type }]) => `${quoted(column)}, ${fact(`h."${column}"`, type)}`,
  );
  return `json_object(${pairs.join(', ')})::varchar`;
}

// The last digits of a mean depend on the order in which the threads add up; the lead's id hangs on its facts.
function fact(column: string, type: EvidenceType): string {
  switch (type) {
    case 'date':
      return `strftime(${column}, '%Y-%m-%d')`;
    case 'month':
      return `strftime(${column}, '%Y-%m')`;
    case 'decimal':
      return `round(${column}::double, 6)`;
    default:
      return column;
  }
}
