/** One allowed answer: the code that is kept and the words that stand in the workbooks. */
export interface Choice {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

/** 核查结果: what the check found. */
export const VERDICTS: readonly Choice[] = [
  { code: 'confirmed', zh: '属实', en: 'Confirmed' },
  { code: 'cleared', zh: '查无问题', en: 'Nothing wrong' },
  { code: 'identity_wrong', zh: '身份不符', en: 'Another person' },
  { code: 'data_wrong', zh: '数据有误', en: 'Data wrong' },
];

/** 处理意见: the standard outcome codes (domain §5.0). None of them takes effect here: people decide. */
export const OUTCOMES: readonly Choice[] = [
  { code: 'noIssue', zh: '查无问题', en: 'No issue' },
  { code: 'keep', zh: '维持', en: 'Keep as it is' },
  { code: 'increase', zh: '增发', en: 'Increase' },
  { code: 'reduce', zh: '减发', en: 'Reduce' },
  { code: 'stop', zh: '停发', en: 'Stop' },
  { code: 'phaseOut', zh: '渐退', en: 'Phase out' },
  { code: 'add', zh: '新纳入', en: 'Take in' },
  { code: 'convert', zh: '转项目', en: 'Move to another programme' },
  { code: 'recover', zh: '追缴', en: 'Recover' },
  { code: 'backPay', zh: '补发', en: 'Pay arrears' },
  { code: 'dataFix', zh: '数据更正', en: 'Correct the data' },
  { code: 'fixProcess', zh: '补正程序', en: 'Repair the procedure' },
  { code: 'referDiscipline', zh: '移送纪检', en: 'Refer to discipline inspection' },
  { code: 'referJudicial', zh: '移送司法', en: 'Refer to the judiciary' },
  { code: 'policyCleanup', zh: '政策清理', en: 'Clean up the policy' },
  { code: 'hazardFix', zh: '隐患整改', en: 'Remove the hazard' },
];

/** 退保方式: how a household left, counted apart in the reports (S3-3.4). */
export const EXIT_MANNERS: readonly Choice[] = [
  { code: 'voluntary', zh: '主动退保', en: 'Left of its own accord' },
  { code: 'screening', zh: '清查退保', en: 'Left after screening' },
  { code: 'report', zh: '群众举报退保', en: 'Left after a report' },
];

/** A column to fill in, beside its lead. */
export interface AnswerColumn {
  readonly key: 'verdict' | 'outcome' | 'checkedBy' | 'checkedOn' | 'rectification' | 'exitManner';
  readonly zh: string;
  readonly en: string;
  /** The only values it takes; free text or a date when absent. */
  readonly choices?: readonly Choice[];
}

/** The answer columns in the order of every workbook. */
export const ANSWER_COLUMNS: readonly AnswerColumn[] = [
  { key: 'verdict', zh: '核查结果', en: 'Finding', choices: VERDICTS },
  { key: 'outcome', zh: '处理意见', en: 'Proposed handling', choices: OUTCOMES },
  { key: 'checkedBy', zh: '核查人', en: 'Checked by' },
  { key: 'checkedOn', zh: '日期', en: 'Date' },
  { key: 'rectification', zh: '整改', en: 'Rectification' },
  { key: 'exitManner', zh: '退保方式', en: 'Manner of exit', choices: EXIT_MANNERS },
];

/** Heading of the column that keys an answer to its lead. */
export const LEAD_ID_HEADING = { zh: '疑点编号', en: 'Lead ID' } as const;
