import { defineWords } from '../../words/define-words.ts';

/** Texts of evidence, identity and the rule. */
export const evidenceWords = defineWords({
  compared: { zh: '证据比对', en: 'Evidence side by side' },
  field: { zh: '项目', en: 'Field' },
  judged: { zh: '比较', en: 'Comparison' },
  pairOf: {
    zh: (left: string, right: string) => `${left}与${right}逐项比较`,
    en: (left: string, right: string) => `${left} and ${right}, field by field`,
  },
  roster: { zh: '救助名册', en: 'Assistance roll' },
  payment: { zh: '发放记录', en: 'Payment' },
  comparison: { zh: '比对数据', en: 'Comparison data' },
  household: { zh: '本系统', en: 'This system' },
  ownCard: { zh: '本系统的户卡', en: 'The household card here' },
  noColumn: { zh: '（该表无此栏）', en: '(no such column)' },
  empty: { zh: '（空）', en: '(empty)' },
  covered: { zh: '遮住的部分也有不同', en: 'What is masked differs too' },
  marksSay: {
    zh: '加底色和下划线的是两边不同的字；号码只比较能看见的部分。',
    en: 'Characters that differ are shaded and underlined; of numbers only what is shown.',
  },
  differingFields: {
    zh: (n: number) => (n === 0 ? '没有不一致' : `${n} 项不一致`),
    en: (n: number) => (n === 0 ? 'nothing differs' : n === 1 ? '1 field differs' : `${n} fields differ`),
  },
  moreRows: { zh: (n: number) => `另有 ${n} 行`, en: (n: number) => `${n} more rows` },
  alike: {
    zh: (n: number) => `另有 ${n} 行对此人记载相同，见下方“证据出处”。`,
    en: (n: number) =>
      n === 1
        ? '1 more row says the same of the person; see the sources below.'
        : `${n} more rows say the same of the person; see the sources below.`,
  },
  noPairs: {
    zh: '这条疑点只有一方记录，没有可以并排比较的两行。',
    en: 'Only one side speaks here: there are no two rows to put side by side.',
  },
  noEvidence: {
    zh: '没有随附证据行：这条疑点不是规则比对产生的。',
    en: 'No rows: this lead was not found by comparing lists.',
  },
  facts: { zh: '规则查到的', en: 'What the rule found' },
  sources: { zh: '证据出处', en: 'Sources' },
  rowAt: {
    zh: (file: string, sheet: string, row: string) =>
      `${file}${sheet === '' ? '' : `［${sheet}］`} 第 ${row} 行`,
    en: (file: string, sheet: string, row: string) =>
      `${file}${sheet === '' ? '' : ` [${sheet}]`}, row ${row}`,
  },
  emptyColumns: { zh: (names: string) => `空栏：${names}`, en: (names: string) => `Empty: ${names}` },
  listComma: { zh: '、', en: ', ' },
  batch: { zh: '导入批次', en: 'Batch' },
  foundOn: { zh: '比对', en: 'Found' },
  foundAt: {
    zh: (at: string, asOf: string) => `${at} 比对，数据截至 ${asOf}`,
    en: (at: string, asOf: string) => `on ${at}, data as of ${asOf}`,
  },
  hiddenHealth: { zh: '健康信息不显示', en: 'Health is not shown' },

  identity: { zh: '是不是同一个人', en: 'Is it the same person' },
  identityNone: {
    zh: '这条疑点不靠人员匹配，或只有一行记录。',
    en: 'This lead rests on no match of people, or one row alone speaks.',
  },
  speaksFor: { zh: '支持', en: 'For' },
  speaksAgainst: { zh: '反对', en: 'Against' },
  nothingSaid: { zh: '没有记录。', en: 'Nothing recorded.' },
  tierIs: { zh: '目前判断', en: 'Taken for' },
  tierSame: {
    zh: '号码一致且姓名相符。仍可能登记时填错号码，请看证件原件。',
    en: 'Number and name agree. A number may still have been recorded wrongly: see the original document.',
  },
  tierLikely: {
    zh: '号码不完整或无法比对，最多是疑似；第一步先核对身份。',
    en: 'The number is incomplete or missing: likely at most. Check the identity first.',
  },
  tierNumberOnly: {
    zh: '号码相同、姓名不同：多半是号码登记错误，不能据此核减。',
    en: 'Same number, other name: the number was probably recorded wrongly. It is no ground for a reduction.',
  },
  ladder: { zh: '判断依据逐级', en: 'What led to it, step by step' },
  ladderSays: {
    zh: (tier: string) => `从“没有依据”到“${tier}”的各项比较`,
    en: (tier: string) => `The comparisons from “nothing known” to “${tier}”`,
  },
  ladderWhy: {
    zh: '身份以号码为先：姓名相同本身不算；每一格是一项比较把判断推到哪一级，不是概率。须人工核实。',
    en: 'The number comes first; a name alone is nothing. Each bar shows to which level one comparison leads. It is no probability, and people have to check it.',
  },
  waterfallWhy: {
    zh: '每根横条是一项比较把“是同一人”的可能推高或拉低多少（1 格＝翻一倍）。只作提示，须人工核实。',
    en: 'Each bar is how far one comparison raises or lowers that it is one person (one unit doubles it). A hint only: people have to check it.',
  },
  asTable: { zh: '以表格查看', en: 'As a table' },
  comparisonOf: { zh: '比较', en: 'Comparison' },
  result: { zh: '结果', en: 'Result' },
  speaks: { zh: '方向', en: 'Speaks' },
  leadsTo: { zh: '到此为止', en: 'So far' },
  directionFor: { zh: '支持', en: 'for' },
  directionAgainst: { zh: '反对', en: 'against' },
  directionNeutral: { zh: '不说明问题', en: 'neither' },
  decides: { zh: '据此判断', en: 'decides' },
  onlyShown: { zh: '仅供参考', en: 'for information' },
  bits: { zh: '权重（位）', en: 'Weight (bits)' },
  nothingKnown: { zh: '没有依据', en: 'Nothing known' },

  rule: { zh: '规则说明', en: 'The rule' },
  innocentTitle: { zh: '可能的正当原因', en: 'Innocent explanations' },
  what: { zh: '查什么', en: 'What it looks for' },
  whyInnocent: { zh: '为什么可能是误报', en: 'Why it may be wrong' },
  verify: { zh: '怎样核实', en: 'How to find out' },
  basis: { zh: '依据', en: 'Legal basis' },
  inForce: {
    zh: (from: string, to: string | null) => (to === null ? `${from} 起施行` : `${from} 至 ${to} 前施行`),
    en: (from: string, to: string | null) =>
      to === null ? `in force since ${from}` : `in force from ${from}, before ${to}`,
  },
  noPage: { zh: '政策包里没有这条规则的说明。', en: 'The policy pack has no page of this rule.' },
  version: {
    zh: (pack: string) => `发现时的政策包 ${pack}`,
    en: (pack: string) => `Found with policy pack ${pack}`,
  },
  packNewer: {
    zh: '政策包此后有更新，说明可能与发现时不同。',
    en: 'The policy pack has changed since: the page may say something else now.',
  },
  ruleDraft: { zh: '试运行中的规则', en: 'A rule on trial' },
  ruleRetired: { zh: '已停用的规则', en: 'A retired rule' },
  openRule: { zh: '打开规则页', en: 'Open the page of the rule' },
});
