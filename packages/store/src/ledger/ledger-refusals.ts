import { type ErrorWords, UserError } from '@yangguang/domain/errors/user-error';

/** Refusals of ledgers. Codes are permanent. */
const words = {
  'LED-101': {
    what: { zh: '没有这张台账。', en: 'There is no such ledger.' },
    why: {
      zh: '该专项整治的设置里没有这张台账，或所选地区不在其范围内。',
      en: 'The settings of the campaign do not name it, or the division lies outside the campaign.',
    },
    remedy: { zh: '请从台账目录中选择。', en: 'Choose one from the list of ledgers.' },
  },
  'LED-102': {
    what: { zh: '这一格不由人填写。', en: 'This cell is not typed.' },
    why: {
      zh: '它由事项得出，或台账没有这一栏、这一行。',
      en: 'It is derived from cases, or the ledger has no such column or row.',
    },
    remedy: { zh: '数字不对的，请更正事项本身。', en: 'Where the figure is wrong, put the case right.' },
  },
  'LED-103': {
    what: { zh: '这一期台账已经锁定。', en: 'This period is locked.' },
    why: { zh: '锁定后内容不再改变。', en: 'A locked table does not change.' },
    remedy: { zh: '请在下一期说明更正。', en: 'State the correction in the next period.' },
  },
  'LED-104': {
    what: { zh: '这次填写的编号已经用过。', en: 'This id of an entry is taken.' },
    why: { zh: '每次填写单独记录。', en: 'Every entry is kept by itself.' },
    remedy: { zh: '请换一个新编号提交。', en: 'Send it with a new id.' },
  },
  'LED-105': {
    what: { zh: '请先选择一个乡镇。', en: 'Choose one town first.' },
    why: {
      zh: '逐户的统计表由乡镇（街道）填报，按乡镇查看、锁定和导出。',
      en: 'Tables of households are the towns’ and are read, locked and taken out town by town.',
    },
    remedy: { zh: '请在地区中选择乡镇（街道）。', en: 'Choose a town or street among the divisions.' },
  },
  'LED-106': {
    what: { zh: '不能锁定这个地区的台账。', en: 'You cannot lock the ledger of this division.' },
    why: {
      zh: '锁定的台账涉及全部救助项目，只能由负责该地区全部项目的单位锁定。',
      en: 'A locked table is about every programme; whoever locks it is appointed to all of them there.',
    },
    remedy: {
      zh: '请由该地区的经办或负责人锁定。',
      en: 'Have the desk or the lead of that division lock it.',
    },
  },
  'LED-107': {
    what: {
      zh: '报上级的台账不带完整姓名和号码。',
      en: 'A copy for the level above carries no full names or numbers.',
    },
    why: {
      zh: '向上只报数字和已遮盖的行，完整的行留在本级。',
      en: 'Counts and masked rows go up; full rows stay where they are.',
    },
    remedy: {
      zh: '请改为本级留存，或导出遮盖后的内容。',
      en: 'Take a copy for your own office, or masked rows.',
    },
  },
} as const satisfies Record<string, ErrorWords>;

export function ledgerRefusal(code: keyof typeof words): UserError {
  return new UserError(code, words[code]);
}
