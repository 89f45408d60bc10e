import { type Bilingual, type ErrorWords, UserError } from '@yangguang/domain/errors/user-error';

const say = (zh: string, en: string): Bilingual => ({ zh, en });
const words = (what: Bilingual, why: Bilingual, remedy: Bilingual): ErrorWords => ({ what, why, remedy });
const newNumber = say('如是新的操作，请换一个新编号提交。', 'If this is another one, send it with a new id.');
const sameId = say(
  '同一编号只能对应同一内容，防止重复或被改写。',
  'One id stands for one content, so that nothing is doubled or rewritten.',
);

/** Refusals of imports, runs and dispatches. Codes are permanent. `{x}` stands for a value that is no secret. */
const refusals = {
  'BAT-101': words(
    say('这个批次编号已经用过，内容不同。', 'This batch id was used before, with another content.'),
    sameId,
    newNumber,
  ),
  'BAT-102': words(
    say('批次已经提交，不能再改动文件。', 'The batch was started: its files can no longer be changed.'),
    say('结果须与提交时的文件一致。', 'A result belongs to the files as they were when it was started.'),
    say('请另开一个批次；需要作废的，请撤销本批次。', 'Open another batch; revoke this one if it is wrong.'),
  ),
  'BAT-103': words(
    say('批次里还没有文件。', 'There are no files in the batch.'),
    say('没有可以识别的内容。', 'There is nothing to read.'),
    say('请先上传文件再开始。', 'Upload files first, then start.'),
  ),
  'BAT-104': words(
    say(
      '批次里已有同名文件，内容不同。',
      'A file of this name is in the batch already, with another content.',
    ),
    say(
      '证据要能指到文件，同一批次里文件名不能重复。',
      'Evidence points at files by name, so names are unique within a batch.',
    ),
    say('请改名后上传，或先移除原来的文件。', 'Rename it, or remove the earlier one first.'),
  ),
  'BAT-105': words(
    say('批次过大。', 'The batch is too large.'),
    say(
      '一个批次最多 {files} 个文件、{gigabytes} GB。',
      'A batch holds {files} files and {gigabytes} GB at most.',
    ),
    say(
      '请分成几个批次，核查时可以一起选用。',
      'Split it into several batches; a run can use them together.',
    ),
  ),
  'BAT-106': words(
    say('没有识别出任何数据。', 'Nothing in the files was recognised as data.'),
    say(
      '文件的表头与已知的数据种类都对不上，或文件打不开。',
      'Headings match no known data set, or the files cannot be opened.',
    ),
    say(
      '请打开“预览与对应”指明是什么数据，再重新读取；打不开的文件请报送部门重新提供。',
      'Say under "Preview and mapping" what they are and read again; ask the sender for files that cannot be opened.',
    ),
  ),
  'BAT-107': words(
    say('批次正在使用，不能撤销。', 'The batch is in use and cannot be revoked.'),
    say('它正在识别，或有核查正在使用它。', 'It is being read, or a run over it is not finished.'),
    say('请等待完成，或先取消。', 'Wait until that is done, or cancel it first.'),
  ),
  'BAT-108': words(
    say('没有这个县。', 'There is no such county.'),
    say(
      '区划代码须是本系统已登记的六位县级代码。',
      'The code must be the six digits of a county this system knows.',
    ),
    say(
      '请核对代码；新设的区县请系统管理员登记。',
      'Check the code; ask the system administrator to enter a new county.',
    ),
  ),
  'BAT-109': words(
    say('这个批次现在不能改对应关系或更正数据。', 'Nothing can be settled about this batch now.'),
    say('它还没有读取过、正在读取，或已被撤销。', 'It was not read yet, is being read, or was revoked.'),
    say(
      '请等读取结束后再试；已撤销的请另开批次。',
      'Wait until it was read; open another batch for a revoked one.',
    ),
  ),
  'BAT-110': words(
    say('批次已经重新读取过。', 'The batch was read again since.'),
    say('您看到的是上一次读取的结果。', 'What you saw was the result of the reading before.'),
    say(
      '请刷新页面，核对新结果后再提交；填写的内容已保留。',
      'Look at the new result, then send it again; what you typed is kept.',
    ),
  ),
  'BAT-111': words(
    say('对应关系不成立：{what}。', 'The mapping does not hold: {whatEn}.'),
    say(
      '工作表、数据种类和列都要存在，一列数据只能由一个表头提供。',
      'Sheet, data set and column must exist, and one heading feeds a column.',
    ),
    say('请改正指出的地方再提交。', 'Correct what is named and send it again.'),
  ),
  'BAT-112': words(
    say('要更正的行不在清单里：第 {row} 行。', 'The row to be corrected is not on the list: row {row}.'),
    say(
      '只能更正被挑出的行和有问题的单元格。',
      'Only rows set aside and cells with a fault can be corrected.',
    ),
    say('请从清单里选择要更正的行。', 'Choose the row from the list.'),
  ),
  'RUN-201': words(
    say('这个核查编号已经用过，内容不同。', 'This run id was used before, with another content.'),
    sameId,
    newNumber,
  ),
  'RUN-202': words(
    say('选用的批次不能用于这次核查。', 'One of the batches cannot be used for this run.'),
    say(
      '批次还没有导入完成、已被撤销，或不属于这个县。',
      'It is not imported yet, was revoked, or belongs to another county.',
    ),
    say('请重新选择批次。', 'Choose the batches again.'),
  ),
  'RUN-203': words(
    say('几个批次各带了识别对照文件。', 'Several of the batches carry a mapping file.'),
    say('一次核查只能用一份识别对照。', 'A run reads one mapping.'),
    say('请把对照合并成一份，放在一个批次里。', 'Merge them into one, in one batch.'),
  ),
  'RUN-204': words(
    say('已经结束，不能取消。', 'It has ended and cannot be cancelled.'),
    say('结果已经写入，或此前已取消、失败。', 'Its result is entered, or it was cancelled or failed before.'),
    say('请查看结果。', 'Look at the result.'),
  ),
  'DSP-101': words(
    say('这个派发编号已经用过，内容不同。', 'This dispatch id was used before, with another content.'),
    sameId,
    newNumber,
  ),
  'DSP-102': words(
    say('待派发的疑点与预览时不同。', 'The leads to be dispatched are not those of the preview.'),
    say('预览后又有疑点进入或已被处理。', 'Leads came in or were dealt with since.'),
    say('请重新预览，核对数量后再派发。', 'Look at the preview again, then send it.'),
  ),
  'DSP-103': words(
    say('派发人已不能派发。', 'Whoever sent it may no longer dispatch.'),
    say('派发人的任命已结束或账号已停用。', 'The appointment has ended, or the account is disabled.'),
    say(
      '请由现任人员重新派发；已派出的不受影响。',
      'Let somebody in office send the rest; what was sent stays sent.',
    ),
  ),
} as const satisfies Record<string, ErrorWords>;

export type IntakeCode = keyof typeof refusals;

/** A refusal of an import, a run or a dispatch in words. */
export function intakeRefusal(
  code: IntakeCode,
  values: Readonly<Record<string, string | number>> = {},
): UserError {
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
  const both = ({ zh, en }: Bilingual): Bilingual => ({ zh: fill(zh), en: fill(en) });
  const { what, why, remedy } = refusals[code];
  return new UserError(code, { what: both(what), why: both(why), remedy: both(remedy) });
}
