import { PackError } from './pack-error.ts';
import { type BilingualText, contractColumns, optionalColumns, RuleHead } from './rule-head.ts';
import { readExamples, type RuleExample } from './rule-page-examples.ts';
import { type PageSection, splitSections } from './rule-page-sections.ts';
import { readYaml } from './yaml-file.ts';

/** One rule: specification, query, examples and manual, as read from its page. */
export interface RulePage extends RuleHead {
  readonly file: string;
  readonly what: BilingualText;
  readonly whyInnocent: BilingualText;
  readonly verify: BilingualText;
  readonly sql: string;
  /** Line of the page on which the query begins. */
  readonly sqlLine: number;
  readonly examples: readonly RuleExample[];
}

/** A query longer than this needs a derived table instead. */
const maxQueryLines = 40;

const sectionTitles = ['查什么', '为什么可能是误报', '怎样核实', '查询', '示例'] as const;
type SectionTitle = (typeof sectionTitles)[number];

/**
 * Reads one rule page: front matter for the machine, prose for people, one query, examples.
 * Checks here all that needs no database; `assertRuleQuery` checks the query itself.
 * @param file name used in messages and compared with the rule's code
 * @throws PackError with file, line and remedy
 */
export function readRulePage(text: string, file: string): RulePage {
  const source = text.replaceAll('\r\n', '\n').replace(/^\uFEFF/, '');
  const parts = /^---\n([\s\S]*?\n)---\n([\s\S]*)$/.exec(source);
  if (!parts) {
    throw new PackError(
      'PACK-10',
      { file, line: 1 },
      {
        zh: '页首没有用 --- 围起的字段。第一行写 ---，字段后再写一行 ---。',
        en: 'No front matter. Begin the page with a line ---, the fields, and another line ---.',
      },
    );
  }
  const head = readYaml(parts[1] ?? '', file, RuleHead, 2);
  checkHead(head, file);
  const bodyLine = (parts[1] ?? '').split('\n').length + 2;
  const sections = findSections(splitSections(parts[2] ?? '', bodyLine), file);
  const query = readQuery(sections.查询, file);
  const examples = readExamples(sections.示例, file);
  checkExampleKinds(examples, sections.示例, file);
  return {
    ...head,
    file,
    what: readProse(sections.查什么, file),
    whyInnocent: readProse(sections.为什么可能是误报, file),
    verify: readProse(sections.怎样核实, file),
    ...query,
    examples,
  };
}

function checkHead(head: RuleHead, file: string): void {
  const place = { file, line: 2 };
  if (!head.id.startsWith(`${head.family}-`)) {
    throw new PackError('PACK-17', place, {
      zh: `规则编号 ${head.id} 与规则组 ${head.family} 不符。请改成同一组。`,
      en: `Rule ${head.id} does not belong to family ${head.family}. Make the two agree.`,
    });
  }
  const name = file.split(/[\\/]/).at(-1) ?? file;
  if (!(name === `${head.id}.md` || name.startsWith(`${head.id}-`))) {
    throw new PackError('PACK-17', place, {
      zh: `文件名应以 ${head.id} 开头，如 ${head.id}-short-name.md。`,
      en: `The file must be named after the rule: ${head.id}-short-name.md.`,
    });
  }
  if (head.status === 'retired' && !head.reason) {
    throw new PackError('PACK-17', place, {
      zh: '停用的规则要写明原因：reason: { zh, en }。',
      en: 'A retired rule keeps its reason: add reason: { zh, en }.',
    });
  }
  checkColumns(head, place);
}

function checkColumns(head: RuleHead, place: { file: string; line: number }): void {
  const reserved = new Set<string>([...contractColumns, ...optionalColumns, 'name', 'amount', 'period']);
  const clash = Object.keys(head.evidence).find((c) => reserved.has(c));
  if (clash !== undefined) {
    throw new PackError('PACK-16', place, {
      zh: `证据列 ${clash} 与固定列重名。请换一个列名。`,
      en: `Evidence column ${clash} has the name of a fixed column. Choose another name.`,
    });
  }
  const known = new Set([...Object.keys(head.evidence), 'name', 'amount', 'period']);
  for (const lang of ['zh', 'en'] as const) {
    for (const [, hole] of head.summary[lang].matchAll(/\{([^{}]*)\}/g)) {
      if (hole !== undefined && known.has(hole)) continue;
      throw new PackError('PACK-16', place, {
        zh: `summary.${lang} 中的 {${hole}} 不是证据列。可用：${[...known].join('、')}。`,
        en: `{${hole}} in summary.${lang} is not an evidence column. Use one of: ${[...known].join(', ')}.`,
      });
    }
  }
}

function findSections(found: readonly PageSection[], file: string): Record<SectionTitle, PageSection> {
  const named = new Map<string, PageSection>();
  for (const section of found) {
    if (!(sectionTitles as readonly string[]).includes(section.title) || named.has(section.title)) {
      throw new PackError(
        'PACK-11',
        { file, line: section.line },
        {
          zh: `小节“${section.title}”多余或重复。一页只有：${sectionTitles.join('、')}。`,
          en: `Section "${section.title}" is unknown or repeated. A page has exactly: ${sectionTitles.join(', ')}.`,
        },
      );
    }
    named.set(section.title, section);
  }
  const pick = (title: SectionTitle): PageSection => {
    const section = named.get(title);
    if (section) return section;
    throw new PackError(
      'PACK-11',
      { file, line: 1 },
      {
        zh: `缺少小节“## ${title}”。请补上。`,
        en: `Section "## ${title}" is missing. Add it.`,
      },
    );
  };
  return {
    查什么: pick('查什么'),
    为什么可能是误报: pick('为什么可能是误报'),
    怎样核实: pick('怎样核实'),
    查询: pick('查询'),
    示例: pick('示例'),
  };
}

function readProse(section: PageSection, file: string): BilingualText {
  const zh: string[] = [];
  const en: string[] = [];
  for (const block of section.text.split(/\n\s*\n|\n(?=EN[:：])/)) {
    const english = /^EN[:：]\s*([\s\S]*)$/.exec(block.trim());
    if (english) en.push(english[1] ?? '');
    else if (block.trim() !== '') zh.push(block.trim());
  }
  if (zh.length === 0 || en.length === 0) {
    throw new PackError(
      'PACK-11',
      { file, line: section.line },
      {
        zh: `小节“${section.title}”要有中文，并有一段以 EN: 开头的英文。`,
        en: `Section "${section.title}" needs Chinese prose and a paragraph that starts with EN:.`,
      },
    );
  }
  return { zh: zh.join('\n\n'), en: en.join('\n\n') };
}

function readQuery(section: PageSection, file: string): { sql: string; sqlLine: number } {
  const blocks = section.blocks.flatMap((b) => (b.kind === 'code' && b.lang === 'sql' ? [b] : []));
  const block = blocks[0];
  if (!block || blocks.length !== 1) {
    throw new PackError(
      'PACK-12',
      { file, line: section.line },
      {
        zh: `“查询”小节要有且只有一个 sql 代码块，现有 ${blocks.length} 个。`,
        en: `Section 查询 must hold exactly one sql block; found ${blocks.length}.`,
      },
    );
  }
  const lines = block.text.split('\n').length;
  if (lines > maxQueryLines) {
    throw new PackError(
      'PACK-13',
      { file, line: block.line },
      {
        zh: `查询有 ${lines} 行，超过 ${maxQueryLines} 行。请把公共部分做成 policy/tables/derived 里的派生表。`,
        en: `The query has ${lines} lines; at most ${maxQueryLines}. Move shared parts to a table in policy/tables/derived.`,
      },
    );
  }
  checkLooksLikeOneSelect(block.text, file, block.line + 1);
  return { sql: block.text.replace(/;\s*$/, ''), sqlLine: block.line + 1 };
}

/** A first, textual check; the parser's own word comes from `assertOneSelect`. */
function checkLooksLikeOneSelect(sql: string, file: string, line: number): void {
  const bare = sql
    .replaceAll(/'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*/g, ' ')
    .trim()
    .replace(/;$/, '');
  if (/^(select|with|from)\b/i.test(bare) && !bare.includes(';')) return;
  throw new PackError(
    'PACK-18',
    { file, line },
    {
      zh: '查询必须恰好是一条 SELECT 语句。请去掉其他语句和分号。',
      en: 'The query must be exactly one SELECT. Remove other statements and semicolons.',
    },
  );
}

function checkExampleKinds(examples: readonly RuleExample[], section: PageSection, file: string): void {
  const fires = examples.some((e) => e.leads.length > 0);
  const silent = examples.some((e) => e.leads.length === 0);
  if (fires && silent) return;
  throw new PackError(
    'PACK-15',
    { file, line: section.line },
    {
      zh: fires
        ? '缺少“**无疑点**”的示例。请补一个相近而不应命中的例子。'
        : '缺少产生“**疑点**”的示例。请补一个应命中的例子。',
      en: fires
        ? 'No example stays silent. Add a near miss that ends in **无疑点**.'
        : 'No example yields a lead. Add one that ends in **疑点**.',
    },
  );
}
