import { type Bilingual, type ErrorWords, UserError } from '@yangguang/domain/errors/user-error';

const say = (zh: string, en: string): Bilingual => ({ zh, en });
const words = (what: Bilingual, why: Bilingual, remedy: Bilingual): ErrorWords => ({ what, why, remedy });
const sameId = say('同一编号只能对应同一内容。', 'One id stands for one content.');
const newId = say('请换一个新编号提交。', 'Send it with a new id.');

/** Refusals about rules, parameters and divisions of an office. Codes are permanent. `{x}` stands for a value that is no secret. */
const refusals = {
  'PAR-101': words(
    say('这是法定数，不能在本地设置。', 'This is a number of law and is not set here.'),
    say(
      '它由法律、法规或上级文件规定，随政策包更新。',
      'Law or a document of the levels above lays it down; it changes with the policy pack.',
    ),
    say(
      '请核对依据；政策包有误或已过时的，请联系系统管理员更新。',
      'Check its basis; if the pack is wrong or out of date, ask the system administrator to update it.',
    ),
  ),
  'PAR-102': words(
    say('数值与这个参数的单位不符。', 'The value does not fit the unit of the parameter.'),
    say('应为：{asks}。', 'It asks for: {asks}.'),
    say('请改正数值。', 'Correct the value.'),
  ),
  'PAR-103': words(
    say('起止日期不成立。', 'The days do not make a period.'),
    say('截止日不计入，须晚于起始日。', 'The last day does not count, and lies after the first.'),
    say('请改正日期；一直有效的，不填截止日。', 'Correct them; leave the end empty for a value that stays.'),
  ),
  'PAR-104': words(
    say('提出人不能确认自己提出的数值。', 'Whoever proposed a value does not confirm it.'),
    say('本地数值须由另一人核对依据后确认。', 'A second person has to look at its basis.'),
    say('请由本单位另一名有此权限的人员确认。', 'Let a colleague with this right confirm it.'),
  ),
  'PAR-105': words(
    say('这个数值已经处理过。', 'This proposal was decided before.'),
    say('它已被确认、不同意或撤回。', 'It was confirmed, declined or withdrawn.'),
    say('请刷新后查看；仍需更改的，请另行提出。', 'Look at it again; propose another one if need be.'),
  ),
  'PAR-106': words(say('这个编号已经用于别的内容。', 'The id stands for something else.'), sameId, newId),
  'PAR-107': words(
    say('这个参数对整个系统有效，不能按地区设置。', 'This parameter holds for the whole server.'),
    say('登录安全和保存期限不能各地不同。', 'Sign-on and retention are the same for everybody.'),
    say(
      '请安全保密管理员和系统管理员在本系统的政策目录中设置。',
      'The administrators set it in the policy folder of this server.',
    ),
  ),
  'PAR-108': words(
    say('没有可以撤销的数值。', 'There is no value to revoke.'),
    say('它没有生效，或已经被撤销。', 'It is not in force, or was revoked already.'),
    say('请刷新后查看。', 'Look at it again.'),
  ),
  'RUL-101': words(
    say('政策包中的状态不允许这样设置。', 'The policy pack does not allow this.'),
    say(
      '草案规则只能试行或停用；政策包已停用的规则不能启用。',
      'A draft is only shadowed or retired here; a rule the pack has retired stays so.',
    ),
    say('请查看规则说明中的状态。', 'Look at its status on the page of the rule.'),
  ),
  'RUL-102': words(
    say('规则已经是这个状态。', 'The rule is run this way already.'),
    say('可能是同事刚刚设置。', 'A colleague may have set it just now.'),
    say('请刷新后查看。', 'Look at it again.'),
  ),
  'RUL-103': words(say('这个编号已经用于别的内容。', 'The id stands for something else.'), sameId, newId),
  'DIV-101': words(
    say('这个区划代码或名称不成立。', 'The code or name does not make a division.'),
    say(
      '代码须在上级代码后加三位数字；名称须为汉字，同一上级内不能重复。',
      'A code is that of the level above with three digits; names are Chinese and unique below one division.',
    ),
    say('请改正：{detail}', 'Correct it: {detail}'),
  ),
  'DIV-102': words(
    say('公布的区划不能在此改名。', 'Published divisions are not renamed here.'),
    say(
      '县级以上和已公布的乡镇随政策包更新。',
      'Counties and published townships come with the policy pack.',
    ),
    say(
      '请更新政策包；村和本系统自编的乡镇可以改名。',
      'Update the pack; villages and towns numbered here can be renamed.',
    ),
  ),
  'DIV-103': words(
    say('不能这样合并。', 'These divisions cannot be merged.'),
    say(
      '只能并入同一县内同一级别、仍在使用的另一区划；已并走的不能再并。',
      'A division goes into another of the same county and level that is in use, once.',
    ),
    say('请重新选择接收的区划。', 'Choose another one to take it in.'),
  ),
  'DIV-104': words(say('这个编号已经用于别的内容。', 'The id stands for something else.'), sameId, newId),
  'DIV-105': words(
    say('名单读不出来。', 'The list cannot be read.'),
    say('{detail}', '{detail}'),
    say(
      '请用“乡镇”“村”两列的表格（可加“代码”），存为 xlsx 或 csv 后再上传。',
      'Use a table with the columns 乡镇 and 村 (and 代码 if you like), as xlsx or csv.',
    ),
  ),
} as const satisfies Record<string, ErrorWords>;

export type PolicyCode = keyof typeof refusals;

/** A refusal in words. @param values of the holes, in both languages */
export function policyRefusal(code: PolicyCode, values: Readonly<Record<string, Bilingual>> = {}): UserError {
  const fill = (text: string, lang: 'zh' | 'en'): string =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => values[name]?.[lang] ?? '');
  const both = ({ zh, en }: Bilingual): Bilingual => ({ zh: fill(zh, 'zh'), en: fill(en, 'en') });
  const { what, why, remedy } = refusals[code];
  return new UserError(code, { what: both(what), why: both(why), remedy: both(remedy) });
}
