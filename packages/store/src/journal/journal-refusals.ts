import { type ErrorWords, UserError } from '@yangguang/domain/errors/user-error';

/** Refusals of the journal itself, beside those of the workflows (WF-…). Codes are permanent. */
const words = {
  'API-104': {
    what: { zh: '没有找到。', en: 'Not found.' },
    why: {
      zh: '它不存在，或不在您的区域、项目范围内。',
      en: 'It does not exist, or it is outside your area or programmes.',
    },
    remedy: {
      zh: '请核对编号；如确需查看，请联系安全保密管理员。',
      en: 'Check the number; if your work needs it, ask the security administrator.',
    },
  },
  'API-105': {
    what: { zh: '内容已被别人更新。', en: 'It was changed meanwhile.' },
    why: {
      zh: '您看到的版本不是最新版本；您提交的和此后写入的内容都附在下面，都没有丢失。',
      en: 'You saw an older version. What you sent and what has been written since are both given; neither is lost.',
    },
    remedy: { zh: '请对照两份内容后再提交。', en: 'Compare both and send yours again.' },
  },
  'MAT-101': {
    what: {
      zh: '这个步骤编号已经用过，内容不同。',
      en: 'This step id was used before, with another content.',
    },
    why: {
      zh: '同一编号只能对应同一内容，防止重复或被改写。',
      en: 'One id stands for one content, so that nothing is doubled or rewritten.',
    },
    remedy: {
      zh: '如是新的操作，请换一个新编号提交。',
      en: 'If this is another act, send it with a new id.',
    },
  },
  'MAT-102': {
    what: { zh: '办理时间不对。', en: 'The time of the act cannot be right.' },
    why: {
      zh: '办理时间晚于现在，或早于这件事的上一步。',
      en: 'It lies in the future, or before the step that came before it.',
    },
    remedy: {
      zh: '请核对手机或电脑的时间和填写的时间。',
      en: 'Check the clock of the device and the time given.',
    },
  },
  'MAT-103': {
    what: {
      zh: '说明文字里有证件号、卡号或手机号。',
      en: 'The text holds an identity, card or telephone number.',
    },
    why: {
      zh: '这些号码须加密保存，不能写在说明里。',
      en: 'Such numbers are kept encrypted and may not stand in free text.',
    },
    remedy: {
      zh: '请删去号码，用姓名或编号指明；完整号码在户卡上。',
      en: 'Take the number out and say who by name; the number is on the household card.',
    },
  },
  'MAT-104': {
    what: { zh: '所附材料没有找到。', en: 'An attached document was not found.' },
    why: { zh: '材料没有上传到这件事项下。', en: 'It was not added to this matter.' },
    remedy: { zh: '请先上传材料，再提交。', en: 'Add the document first, then send the step.' },
  },
  'MAT-105': {
    what: { zh: '所指定的人员不能办理这件事。', en: 'A colleague named cannot work on this matter.' },
    why: {
      zh: '该人员现无覆盖本区域、本项目的任职，或与当事人有亲属关系、须回避。',
      en: 'They hold no appointment for this area and programme now, or must keep out of it as kin.',
    },
    remedy: { zh: '请另行指定。', en: 'Name somebody else.' },
  },
  'MAT-106': {
    what: { zh: '所关联的事项没有找到。', en: 'The matter to link was not found.' },
    why: {
      zh: '它不存在，或不在您的区域、项目范围内。',
      en: 'It does not exist, or it is outside your area or programmes.',
    },
    remedy: { zh: '请核对编号。', en: 'Check the number.' },
  },
  'MAT-107': {
    what: { zh: '不能立这样的事项。', en: 'A matter of this kind cannot be opened so.' },
    why: {
      zh: '您的职务不能立这类事项，或必填内容缺失、不合要求。',
      en: 'Your appointments do not open this kind, or what must be stated is missing or misshapen.',
    },
    remedy: { zh: '请核对事项类别和指出的内容。', en: 'Check the kind and the fields named.' },
  },
  'MAT-108': {
    what: { zh: '这件事项已办结。', en: 'The matter has ended.' },
    why: { zh: '办结的事项不再分派、退回。', en: 'What has ended is not assigned or returned.' },
    remedy: {
      zh: '如需重办，请按流程重新打开或另立事项。',
      en: 'Reopen it where its workflow allows, or open another.',
    },
  },
  'MAT-109': {
    what: { zh: '这项决定还不能执行。', en: 'The decision cannot take effect yet.' },
    why: {
      zh: '数据库核对时，缺少写明理由的决定、送达记录，或减少、停止前听取意见的记录。',
      en: 'The database misses the reasoned decision, its delivery, or the hearing before anything is taken away.',
    },
    remedy: {
      zh: '请补齐决定、送达和听取意见的手续后再执行。',
      en: 'Complete decision, delivery and hearing, then let it take effect.',
    },
  },
  'MAT-110': {
    what: { zh: '这件事项不在您手上。', en: 'The matter is not in your hands.' },
    why: {
      zh: '它没有分派，或派给了别的单位、别的人。',
      en: 'It is assigned to nobody, or to another office or person.',
    },
    remedy: {
      zh: '请由承办人退回，或由派发人改派。',
      en: 'Let whoever has it give it back, or whoever assigned it assign it anew.',
    },
  },
  'MAT-111': {
    what: { zh: '期限已经过去。', en: 'The day given is past.' },
    why: { zh: '分派的期限不能早于今天。', en: 'Nobody can be given a day before today.' },
    remedy: { zh: '请改为今天或以后的日期。', en: 'Give today or a later day.' },
  },
} as const satisfies Record<string, ErrorWords>;

export type JournalCode = keyof typeof words;

/** @param details what a program may show beside the words; masked */
export function journalRefusal(code: JournalCode, details?: Readonly<Record<string, unknown>>): UserError {
  return new UserError(code, words[code], details === undefined ? {} : { details });
}
