import type { Term } from './terms-file.ts';

const titles: Record<string, string> = {
  organisation: '组织与地方 · Organisations and places',
  people: '人员 · People',
  programme: '项目 · Programmes',
  problem: '问题 · Problems',
  work: '工作对象与动作 · Work objects and actions',
  money: '资金与机构 · Money and institutions',
};

/** The page docs/generated/glossary.md as text, from the rows of policy/terms.csv in their order. */
export function writeGlossary(terms: readonly Term[]): string {
  const sections = [...new Set(terms.map((t) => t.section))];
  const parts = sections.map((section) => {
    const rows = terms
      .filter((t) => t.section === section)
      .map((t) => `| ${[t.zh, t.en, `\`${t.identifier}\``, t.definition].map(cell).join(' | ')} |`);
    return [
      `## ${titles[section] ?? section}`,
      '',
      '| 中文 | English | identifier | definition |',
      '|---|---|---|---|',
      ...rows,
      '',
    ].join('\n');
  });
  return [
    '# 术语表 · Glossary',
    '',
    'Generated from `policy/terms.csv`; edit that file, not this page.',
    '',
    ...parts,
  ].join('\n');
}

const cell = (text: string): string => text.replaceAll('|', '\\|');
