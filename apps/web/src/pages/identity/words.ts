import { defineWords } from '../../words/define-words.ts';

/** Texts of lists of judgements on identity. */
export const words = defineWords({
  title: { zh: '身份判断清单', en: 'Lists of judgements on identity' },
  lead: {
    zh: '人对“是不是同一人”的判断长期有效，每次核查都以最新的为准。可以从清单导入别处作出的判断，也可以把本县现行的判断导出，供单机核查使用。',
    en: 'What people judged of identity lasts: every run goes by the newest. Judgements made elsewhere can be taken from a file, and those in force in the county given out for a check on one machine.',
  },
  take: { zh: '导入判断清单', en: 'Take judgements from a file' },
  give: { zh: '导出现行判断', en: 'Export what is in force' },
  county: { zh: '县（市、区）', en: 'County' },
  chooseCounty: { zh: '请选择县（市、区）。', en: 'Choose a county.' },
  file: { zh: '清单文件（CSV，UTF-8 编码）', en: 'The list (CSV in UTF-8)' },
  fileHint: {
    zh: '列名与“导出现行判断”的文件相同：双方的姓名、证件号、出生日期、乡镇、村，结论（同一人、不是同一人、不确定），谁、何时、为何。',
    en: 'With the columns of an exported list: name, number, birth date, town and village of both, the verdict (same, not_same, unsure), who, when and why.',
  },
  reading: { zh: '正在试读清单…', en: 'Trying the list…' },
  wouldTake: {
    zh: (fresh: number, known: number) => `可导入 ${fresh} 条；另有 ${known} 条此前已导入，不重复。`,
    en: (fresh: number, known: number) => `${fresh} can be taken; ${known} more were taken before.`,
  },
  refused: {
    zh: (n: number) => `${n} 行不收，其余不受影响`,
    en: (n: number) =>
      n === 1
        ? '1 row is refused; the others are not affected'
        : `${n} rows are refused; the others are not affected`,
  },
  row: { zh: '行', en: 'Row' },
  why: { zh: '原因', en: 'Why' },
  moreRefused: {
    zh: (n: number) => `还有 ${n} 行没有列出。`,
    en: (n: number) => `${n} more are not listed.`,
  },
  takeNow: { zh: (n: number) => `导入 ${n} 条`, en: (n: number) => `Take ${n}` },
  taken: { zh: (n: number) => `已导入 ${n} 条判断`, en: (n: number) => `${n} judgements were taken` },
  fullNumbers: {
    zh: '文件含完整证件号码：只作上述用途，用后销毁；每次导出都登记，每行带导出人和编号。',
    en: 'The file holds full numbers: for this purpose only, to be destroyed afterwards. Every export is registered; every row says who took it under which number.',
  },
  purpose: { zh: '用途', en: 'Purpose' },
  reason: { zh: '为什么需要完整号码', en: 'Why full numbers are needed' },
  atLeastFour: { zh: '请写明，至少 4 个字。', en: 'Say so in at least 4 characters.' },
  export: { zh: '登记并导出', en: 'Register and export' },
  exported: { zh: '已导出并登记', en: 'Exported and registered' },

  inForce: { zh: '现行', en: 'In force' },
  replaced: { zh: '已被后来的判断取代', en: 'Replaced by a later one' },
  fromStep: { zh: '办理疑点时认定', en: 'By a step of a lead' },
  fromFile: { zh: '来自清单', en: 'From a file' },
  givenHere: { zh: '在疑点上判断', en: 'Given at a lead' },
  noReason: { zh: '见办理经过', en: 'See the history of the lead' },
  ofHousehold: { zh: '是不是同一人：人工判断', en: 'Same person or not: judged by people' },
  openLead: { zh: '打开疑点', en: 'Open the lead' },
});
