import { type ErrorWords, UserError } from '@yangguang/domain/errors/user-error';

/** Refusals of campaigns, beside those of the journal and of the workflow. Codes are permanent. */
const words = {
  'CAM-101': {
    what: { zh: '没有这个方案模板。', en: 'There is no such template.' },
    why: { zh: '政策包里没有这个编号的模板。', en: 'The policy pack holds none with this id.' },
    remedy: { zh: '请从模板列表中选择。', en: 'Choose one from the list of templates.' },
  },
  'CAM-102': {
    what: { zh: '不能在这个地区建立专项整治。', en: 'A campaign cannot be created there.' },
    why: {
      zh: '本系统没有这个地区，或它比乡镇更低。',
      en: 'This installation does not know the division, or it lies below a town.',
    },
    remedy: {
      zh: '请选择省、市、县或乡镇；缺少的地区请由系统管理员导入区划。',
      en: 'Choose a province, city, county or town; have the administrator import divisions that are missing.',
    },
  },
  'CAM-103': {
    what: { zh: '推算不出模板的日期。', en: 'The dates of the template cannot be told.' },
    why: {
      zh: '日历里没有该年的放假安排（如春节）。',
      en: 'The calendar lacks the holidays of that year, such as the Spring Festival.',
    },
    remedy: {
      zh: '请在政策包 calendar 中补上该年的放假安排，或换一个年份。',
      en: 'Add the arrangement of that year to the calendar of the policy pack, or take another year.',
    },
  },
  'CAM-104': {
    what: { zh: '不能这样延期。', en: 'It cannot be extended so.' },
    why: {
      zh: '新的截止日期不晚于现在的截止日期，或专项整治不在可以延期的阶段。',
      en: 'The new last day is no later than the present one, or the campaign is in no phase that can be extended.',
    },
    remedy: { zh: '请核对日期和当前阶段。', en: 'Check the date and the present phase.' },
  },
  'CAM-105': {
    what: { zh: '没有这项数字。', en: 'There is no such number.' },
    why: { zh: '项目名称不在清单里。', en: 'The line is none of those that are counted.' },
    remedy: { zh: '请从专项整治页面的数字打开。', en: 'Open it from a number of the campaign.' },
  },
  'CAM-106': {
    what: { zh: '这个专项整治编号已经用过。', en: 'This campaign id is taken.' },
    why: { zh: '编号由客户端产生，每次新建须换新的。', en: 'Ids are made by clients, a new one each time.' },
    remedy: { zh: '请换一个新编号提交。', en: 'Send it with a new id.' },
  },
  'CAM-107': {
    what: { zh: '方案前后对不上。', en: 'The plan does not hold together.' },
    why: {
      zh: '阶段须按“动员、排查、督导、总结”的先后排列，截止日不早于开始日；任务须属于列出的阶段，时限在整治期间之内；全程不超过三年。',
      en: 'Phases follow the order mobilising, self-check, inspecting, summarising and end no earlier than they begin; a task belongs to a listed phase and is due within the campaign; the whole lasts no more than three years.',
    },
    remedy: { zh: '请核对标出的阶段和任务。', en: 'Check the phases and tasks that are named.' },
  },
} as const satisfies Record<string, ErrorWords>;

export function campaignRefusal(
  code: keyof typeof words,
  details?: Readonly<Record<string, unknown>>,
): UserError {
  return new UserError(code, words[code], details === undefined ? {} : { details });
}
