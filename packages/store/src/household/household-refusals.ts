import { type ErrorWords, UserError } from '@yangguang/domain/errors/user-error';

/** Refusals about households. Codes are permanent. */
const words = {
  'HH-101': {
    what: { zh: '不能替这位同事申报。', en: 'You cannot declare this for the colleague.' },
    why: {
      zh: '亲属关系由本人申报；替同事登记的，须是管辖该户的乡镇或县级经办、负责人。',
      en: 'Everyone declares for himself; of others only the desks of town and county that look after the household record it.',
    },
    remedy: { zh: '请本人申报，或请乡镇、县级登记。', en: 'Ask the colleague, or the desk, to do so.' },
  },
  'HH-102': {
    what: { zh: '没有找到这位同事。', en: 'The colleague was not found.' },
    why: {
      zh: '账号不存在、已停用，或在本区域没有任职。',
      en: 'There is no such account, it is disabled, or it holds no appointment in this area.',
    },
    remedy: { zh: '请从同事名单中选择。', en: 'Choose from the list of colleagues.' },
  },
  'HH-103': {
    what: { zh: '不能撤销这项登记。', en: 'You cannot withdraw this declaration.' },
    why: {
      zh: '亲属登记由县级负责人或复核人员更正，不得更正与自己有关的。',
      en: 'The county’s lead or reviewer puts it right, never his own.',
    },
    remedy: { zh: '请联系县级负责人。', en: 'Ask the county’s lead.' },
  },
  'HH-104': {
    what: { zh: '您与该户有亲属关系，须回避。', en: 'You are kin of this household and must keep out.' },
    why: {
      zh: '登记了亲属关系的工作人员不查看该户的完整信息，也不办理其事项。',
      en: 'A colleague on record as kin sees nothing in full and takes no step.',
    },
    remedy: {
      zh: '请交由其他同事办理；登记有误的，请先更正。',
      en: 'Hand it to another colleague; if the record is wrong, have it put right first.',
    },
  },
  'HH-105': {
    what: { zh: '这不是完整的号码或姓名。', en: 'This is no whole number or name.' },
    why: {
      zh: '查找只认完整、正确的证件号、账号、手机号或姓名，不做模糊查找。',
      en: 'Only a whole and valid identity, account or telephone number or a whole name finds anything; there is no guessing.',
    },
    remedy: { zh: '请核对后完整输入。', en: 'Check it and type it in full.' },
  },
} as const satisfies Record<string, ErrorWords>;

export function householdRefusal(code: keyof typeof words): UserError {
  return new UserError(code, words[code]);
}
