import { type Bilingual, type ErrorWords, UserError } from '@yangguang/domain/errors/user-error';

const say = (zh: string, en: string): Bilingual => ({ zh, en });
const words = (what: Bilingual, why: Bilingual, remedy: Bilingual): ErrorWords => ({ what, why, remedy });

/** Refusals of judgements on identity. Codes are permanent. */
const refusals = {
  'JDG-101': words(
    say(
      '不能判为同一人：一个人会有两个不同的有效证件号。',
      'They cannot be one person: somebody would have two valid numbers that differ.',
    ),
    say(
      '两个校验正确而不同的号码属于两个人：是这两方的号码，或其中一方此前已判为另一号码的人。',
      'Two correct numbers that differ belong to two people: those of the two mentions, or one of them was judged the same as somebody with another number.',
    ),
    say(
      '请数据提供单位核对更正后重新导入；在此之前可判为“不确定”并写明情况。',
      'Have the owner of the data correct it and import it again; until then judge it unsure and say why.',
    ),
  ),
  'JDG-102': words(
    say('这条疑点没有可以判断的两方。', 'There are no two mentions at this lead to judge.'),
    say(
      '它不靠人员匹配，或是较早的比对产生的，没有留下是哪两行。',
      'It rests on no match of people, or an earlier run found it and did not keep which two rows.',
    ),
    say(
      '可在事项中写备注；重新比对发现的疑点可以判断。',
      'Leave a remark; leads that a new run finds can be judged.',
    ),
  ),
  'JDG-103': words(
    say('这个编号已用于另一条判断。', 'This id stands for another judgement.'),
    say(
      '同一编号只能对应同一内容，防止重复或被改写。',
      'One id stands for one content, so that nothing is doubled or rewritten.',
    ),
    say('如是新的判断，请换一个新编号提交。', 'If this is another one, send it with a new id.'),
  ),
  'JDG-104': words(
    say('这个文件不是判断清单。', 'This file is no list of judgements.'),
    say(
      '须为 UTF-8 编码的 CSV，第一行是规定的列名，不超过 5 MB。',
      'It has to be CSV in UTF-8 of at most 5 MB, with the columns as they are named.',
    ),
    say(
      '请按“导出判断”得到的文件整理后再上传。',
      'Bring it into the form of an exported list and send it again.',
    ),
  ),
} as const satisfies Record<string, ErrorWords>;

export function identityRefusal(code: keyof typeof refusals): UserError {
  return new UserError(code, refusals[code]);
}
