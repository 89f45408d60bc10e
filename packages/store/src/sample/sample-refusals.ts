import { type ErrorWords, UserError } from '@yangguang/domain/errors/user-error';

/** Refusals about samples that are kept, beside those of drawing itself (SMP-101 to SMP-108). Codes are permanent. */
const words = {
  'SMP-109': {
    what: { zh: '首次调查人不能复查这一户。', en: 'Whoever investigated first may not check again.' },
    why: {
      zh: '抽查要由首次调查以外的人员进行。',
      en: 'A sample is checked by other people than the first investigators.',
    },
    remedy: {
      zh: '请改派其他人员；涉及的家庭附在下面。',
      en: 'Send others; the households are named below.',
    },
  },
  'SMP-110': {
    what: { zh: '抽样还没有启封。', en: 'The draw is still sealed.' },
    why: {
      zh: '“四不两直”：到达现场前任何人不得查看抽中名单。',
      en: 'Nobody sees an unannounced draw before the team has arrived.',
    },
    remedy: { zh: '请由督查组成员到达后启封。', en: 'Let one of the team open it on arrival.' },
  },
  'SMP-111': {
    what: { zh: '这一户已有复查结果。', en: 'The household has a result already.' },
    why: { zh: '结果录入后不再更改、替换。', en: 'A result that was entered stays.' },
    remedy: {
      zh: '确有错误的，请在督查报告中说明。',
      en: 'If it is wrong, say so in the report of the inspection.',
    },
  },
  'SMP-112': {
    what: { zh: '这份抽样没有冻结名单。', en: 'This sample has no frozen list.' },
    why: { zh: '它不是由本系统抽取的。', en: 'It was not drawn here.' },
    remedy: { zh: '请重新抽样。', en: 'Draw a new one.' },
  },
  'SMP-113': {
    what: {
      zh: '没有可抽的家庭，或一次抽样的家庭太多。',
      en: 'There is nobody to draw from, or too many at once.',
    },
    why: {
      zh: '受检地区没有在保家庭，或超过三十万户。',
      en: 'The inspected division has no household on benefit, or more than 300,000.',
    },
    remedy: {
      zh: '请核对受检地区和救助项目，先导入名册；地区较大的，请分县抽样。',
      en: 'Check division and programmes and import the rolls first; draw county by county where it is large.',
    },
  },
  'SMP-114': {
    what: { zh: '您不是这次督查的组员。', en: 'You are not of this team.' },
    why: {
      zh: '启封、替换和录入结果由抽样时确定的督查组成员办理。',
      en: 'Opening, replacing and entering results is for the team named with the draw.',
    },
    remedy: { zh: '请由督查组成员办理。', en: 'Let one of the team do it.' },
  },
  'SMP-115': {
    what: { zh: '这一户还没有复查入户。', en: 'The household has not been visited again yet.' },
    why: { zh: '没有入户记录，不能录入结果。', en: 'Without the record of a visit there is no result.' },
    remedy: { zh: '请先安排复查并登记入户。', en: 'Have it visited and record the visit first.' },
  },
  'SMP-116': {
    what: { zh: '这个抽样编号已经用过。', en: 'This sample id is taken.' },
    why: { zh: '编号由客户端产生，每次抽样须换新的。', en: 'Ids are made by clients, a new one each time.' },
    remedy: { zh: '请换一个新编号提交。', en: 'Send it with a new id.' },
  },
  'SMP-117': {
    what: { zh: '这份抽样不必启封。', en: 'There is nothing to open.' },
    why: { zh: '它没有密封，或已经启封。', en: 'It was not sealed, or is open already.' },
    remedy: { zh: '请直接查看抽中名单。', en: 'Look at the households drawn.' },
  },
} as const satisfies Record<string, ErrorWords>;

export function sampleRefusal(
  code: keyof typeof words,
  details?: Readonly<Record<string, unknown>>,
): UserError {
  return new UserError(code, words[code], details === undefined ? {} : { details });
}
