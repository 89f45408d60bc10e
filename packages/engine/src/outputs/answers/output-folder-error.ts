import { type Bilingual, UserError } from '@yangguang/domain/errors/user-error';

const texts = {
  'ANS-001': {
    what: { zh: '不是核对结果文件夹', en: 'This is not the output folder of a check' },
    why: { zh: '里面没有 run.json', en: 'it holds no run.json' },
    remedy: { zh: '请给出 yangguang check 写出的文件夹', en: 'give the folder that yangguang check wrote' },
  },
  'ANS-002': {
    what: { zh: '核对结果文件夹不完整', en: 'The output folder is incomplete' },
    why: { zh: '缺少疑点文件，可能被移走或改名', en: 'a file of leads is missing, moved or renamed' },
    remedy: { zh: '请恢复该文件，或重新核对', en: 'put the file back, or run the check again' },
  },
  'ANS-003': {
    what: { zh: '结果文件读不出来', en: 'A result file cannot be read' },
    why: {
      zh: '内容不是本程序写出的格式，可能被改动',
      en: 'its content is not what this program wrote; it may have been changed',
    },
    remedy: { zh: '请从备份恢复，或重新核对', en: 'restore it from a copy, or run the check again' },
  },
  'ANS-004': {
    what: { zh: '没有这个疑点编号', en: 'There is no lead with this id' },
    why: { zh: '编号有误，或不属于这次核对', en: 'the id is mistyped, or belongs to another run' },
    remedy: {
      zh: '请从《疑点台账.xlsx》或 leads.csv 复制编号',
      en: 'copy the id from 疑点台账.xlsx or leads.csv',
    },
  },
  'ANS-005': {
    what: { zh: '没有找到可读回的答复', en: 'No answers to read were found' },
    why: {
      zh: '文件夹里没有带“疑点编号”和“核查结果”两列的表格',
      en: 'no workbook in the folder has the columns 疑点编号 and 核查结果',
    },
    remedy: {
      zh: '请放入填好的台账或乡镇表，不要改表头',
      en: 'put the filled workbooks there and leave the headings as they are',
    },
  },
} as const satisfies Record<string, { what: Bilingual; why: Bilingual; remedy: Bilingual }>;

/** A folder or lead id given by the user that cannot be used; `subject` is the path or id. */
export class OutputFolderError extends UserError {
  constructor(code: keyof typeof texts, subject: string, options?: { cause?: unknown }) {
    const { what, why, remedy } = texts[code];
    super(
      code,
      { what: { zh: `${what.zh}：${subject}`, en: `${what.en}: ${subject}` }, why, remedy },
      options,
    );
    this.name = 'OutputFolderError';
  }
}
