import { defineWords } from '../../words/define-words.ts';

/** Texts of what was weighed of identity, and of what people judged. */
export const identityWords = defineWords({
  weights: { zh: '逐项权重', en: 'What each comparison weighs' },
  weightsWhy: {
    zh: '从“任取两行是同一人”的可能起算，每项比较把它推高（▲ 支持）或拉低（▼ 反对）；多 1 位，可能翻一倍。支持和反对的全部列出，相加得合计。只作提示，须人工核实。',
    en: 'It starts from how likely any two rows are one person. Each comparison raises (▲ for) or lowers it (▼ against); one bit more doubles the odds. Everything for and against is listed and adds up to the total. A hint only: people have to check it.',
  },
  weightsSay: {
    zh: (n: number, total: string) => `${n} 项比较，从起点累计到合计 ${total} 位`,
    en: (n: number, total: string) => `${n} comparisons, from the start to a total of ${total} bits`,
  },
  comparison: { zh: '比较', en: 'Comparison' },
  left: { zh: '名册', en: 'On the roll' },
  right: { zh: '比对数据', en: 'Comparison list' },
  sentence: { zh: '说明', en: 'In words' },
  bits: { zh: '权重（位）', en: 'Weight (bits)' },
  running: { zh: '累计', en: 'So far' },
  total: { zh: '合计', en: 'Total' },
  for: { zh: '支持', en: 'for' },
  against: { zh: '反对', en: 'against' },
  notSaid: { zh: '（未写）', en: '(not said)' },

  judged: { zh: '人工判断', en: 'Judged by people' },
  judgedWhy: {
    zh: '人的判断优先于比对结果，长期有效，以后每次比对都以最新一次判断为准；不改变这条疑点的状态。',
    en: 'What people judge outweighs the comparison and lasts: every later run goes by the newest judgement. The state of this lead does not change.',
  },
  noneYet: {
    zh: '还没有人判断过这两方是不是同一人。',
    en: 'Nobody has judged yet whether the two are one person.',
  },
  noFaces: {
    zh: '这条疑点没有留下所依据的两行（不靠人员匹配，或是较早的比对），不能在此判断；重新比对后可以。',
    en: 'This lead did not keep the two rows it rests on (no match of people, or an earlier run): they cannot be judged here, but after another run.',
  },
  judgeIs: {
    zh: (verdict: string) => `判断：${verdict}`,
    en: (verdict: string) => `Judge: ${verdict}`,
  },
  twoSides: { zh: '判断的是这两方', en: 'These two are judged' },
  name: { zh: '姓名', en: 'Name' },
  id: { zh: '证件号码', en: 'ID number' },
  birthOn: { zh: '出生日期', en: 'Born on' },
  town: { zh: '乡镇', en: 'Town' },
  village: { zh: '村（居）', en: 'Village' },
  field: { zh: '项目', en: 'Field' },
  why: { zh: '理由', en: 'Reason' },
  whyHint: {
    zh: '写明看了什么材料、怎么看出来的，供以后的人判断；不能写证件号、账号和电话。',
    en: 'Say what you saw and how it shows, for whoever reads it later. No identity, account or telephone numbers.',
  },
  whyMissing: {
    zh: (n: number) => `请写明理由，至少 ${n} 个字。`,
    en: (n: number) => `Give a reason of at least ${n} characters.`,
  },
  record: { zh: '记下判断', en: 'Record the judgement' },
  recorded: {
    zh: '判断已记下，以后的比对以此为准。',
    en: 'The judgement was recorded; later runs go by it.',
  },
});
