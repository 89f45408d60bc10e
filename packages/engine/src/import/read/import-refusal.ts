interface RefusalText {
  readonly zh: string;
  readonly en: string;
  readonly remedyZh: string;
  readonly remedyEn: string;
}

/** Every reason why a file or sheet is not read. The codes are permanent: never reuse one. */
const refusals = {
  'IMP-101': {
    zh: '文件是空的',
    en: 'the file is empty',
    remedyZh: '请向提供单位重新索取',
    remedyEn: 'ask the sender for the file again',
  },
  'IMP-102': {
    zh: '工作表是空的',
    en: 'the sheet is empty',
    remedyZh: '如本应有数据，请向提供单位核实；否则无需处理',
    remedyEn: 'if it should hold data, ask the sender; otherwise nothing to do',
  },
  'IMP-103': {
    zh: '文件有打开密码',
    en: 'the file is protected by a password',
    remedyZh: '用 --password 给出密码，或请提供单位取消密码后重发',
    remedyEn: 'give the password with --password, or ask for a copy without one',
  },
  'IMP-104': {
    zh: '给出的密码都打不开此文件',
    en: 'none of the given passwords opens this file',
    remedyZh: '核对密码（区分大小写），或请提供单位取消密码后重发',
    remedyEn: 'check the password (capitals matter), or ask for a copy without one',
  },
  'IMP-105': {
    zh: '表格文件已损坏，无法完整读取',
    en: 'the workbook is damaged and cannot be read completely',
    remedyZh: '用表格软件打开并另存为 .xlsx，或请提供单位重发',
    remedyEn: 'open it in a spreadsheet program and save it as .xlsx, or ask for it again',
  },
  'IMP-106': {
    zh: '压缩内容展开后异常庞大，可能是压缩炸弹，未展开',
    en: 'its compressed content is abnormally large (a possible zip bomb) and was not unpacked',
    remedyZh: '确认来源；若确为正常数据，请拆分成几个文件',
    remedyEn: 'check where it came from; if it is genuine, split it into several files',
  },
  'IMP-107': {
    zh: '此格式的文件过大',
    en: 'the file is too large for its format',
    remedyZh: '用表格软件另存为 .xlsx 或 .csv 后再导入',
    remedyEn: 'save it as .xlsx or .csv and import that',
  },
  'IMP-108': {
    zh: '不是可识别的表格或文本文件',
    en: 'this is not a spreadsheet or text file we can recognise',
    remedyZh: '请导出为 .xlsx 或 .csv',
    remedyEn: 'export it as .xlsx or .csv',
  },
  'IMP-109': {
    zh: '此压缩格式不能直接读取（RAR、7Z、GZ 等）',
    en: 'archives of this kind (RAR, 7Z, GZ …) cannot be read directly',
    remedyZh: '请先解压到文件夹，或改用 .zip',
    remedyEn: 'unpack it into the folder first, or use .zip',
  },
  'IMP-110': {
    zh: '压缩包中的文件有密码',
    en: 'this file inside the archive is protected by a password',
    remedyZh: '请先用密码解压到文件夹',
    remedyEn: 'unpack it with its password into the folder first',
  },
  'IMP-111': {
    zh: '压缩包嵌套层数过多',
    en: 'archives are nested too deeply',
    remedyZh: '请把里层压缩包解压到文件夹',
    remedyEn: 'unpack the inner archives into the folder',
  },
  'IMP-112': {
    zh: '压缩包已损坏，无法完整解开',
    en: 'the archive is damaged and cannot be unpacked completely',
    remedyZh: '请重新压缩或重新传送',
    remedyEn: 'pack it or send it again',
  },
  'IMP-113': {
    zh: '列数过多（超过 1024 列），多半是远处有误填的单元格或分隔符不对',
    en: 'there are too many columns (over 1024): probably a stray far cell or a wrong separator',
    remedyZh: '删除数据区以外的列后另存',
    remedyEn: 'delete the columns beyond the data and save again',
  },
  'IMP-114': {
    zh: '文字编码无法识别，或文件不是文本',
    en: 'the text encoding cannot be recognised, or the file is not text',
    remedyZh: '请另存为 UTF-8 编码的 .csv 或 .xlsx',
    remedyEn: 'save it as .csv in UTF-8, or as .xlsx',
  },
  'IMP-115': {
    zh: '有一行超长（超过 1600 万字），不像表格',
    en: 'a line is longer than 16 million characters, which is not a table',
    remedyZh: '请检查换行符，或另存为 .xlsx',
    remedyEn: 'check the line breaks, or save it as .xlsx',
  },
  'IMP-116': {
    zh: '工作簿里没有工作表',
    en: 'the workbook has no worksheet',
    remedyZh: '请用表格软件打开检查后另存',
    remedyEn: 'open it in a spreadsheet program, check and save it',
  },
  'IMP-117': {
    zh: '文件打不开或读取中断',
    en: 'the file cannot be opened, or reading it was interrupted',
    remedyZh: '检查文件权限、磁盘和是否正被占用',
    remedyEn: 'check its permissions, the disk, and whether another program holds it',
  },
  'IMP-118': {
    zh: '单个文件网页（MHT）不能读取',
    en: 'single-file web pages (MHT) cannot be read',
    remedyZh: '用表格软件打开并另存为 .xlsx',
    remedyEn: 'open it in a spreadsheet program and save it as .xlsx',
  },
  'IMP-119': {
    zh: '压缩包中的文件采用不支持的压缩方式',
    en: 'this file inside the archive uses an unsupported compression method',
    remedyZh: '请先解压到文件夹',
    remedyEn: 'unpack it into the folder first',
  },
  'IMP-199': {
    zh: '读取时出现意外情况，此文件未导入',
    en: 'something unexpected happened while reading; the file was not imported',
    remedyZh: '另存为 .xlsx 或 .csv 再试，并把此编号告诉技术支持',
    remedyEn: 'save it as .xlsx or .csv and try again, and give support this code',
  },
} as const satisfies Record<string, RefusalText>;

export type RefusalCode = keyof typeof refusals;

/**
 * A file or sheet that is not read, said to the clerk: what happened and what to do, in Chinese and English.
 * `detail` is technical and must never hold cell values.
 */
export class ImportRefusal extends Error {
  readonly code: RefusalCode;
  /** The file's name as in {@link InputFile.name}. */
  readonly file: string;
  /** The sheet's name when only this sheet is refused. */
  readonly sheet: string | null;
  readonly detail: string;
  readonly zh: string;
  readonly en: string;
  readonly remedyZh: string;
  readonly remedyEn: string;

  constructor(code: RefusalCode, file: string, more: { sheet?: string | undefined; detail?: string } = {}) {
    const text: RefusalText = refusals[code];
    const sheet = more.sheet ?? null;
    const detail = more.detail ?? '';
    const where = sheet === null ? file : `${file} [${sheet}]`;
    super(`${code} ${where}: ${text.en}${detail && ` (${detail})`}`);
    this.name = 'ImportRefusal';
    this.code = code;
    this.file = file;
    this.sheet = sheet;
    this.detail = detail;
    this.zh = `${where}：${text.zh}${detail && `（${detail}）`}`;
    this.en = `${where}: ${text.en}${detail && ` (${detail})`}`;
    this.remedyZh = text.remedyZh;
    this.remedyEn = text.remedyEn;
  }

  /** True when nothing was lost: the file or sheet simply holds no data. */
  get isEmptyNote(): boolean {
    return this.code === 'IMP-101' || this.code === 'IMP-102';
  }
}

/** Faults that are not the file's: they must end the run, not be blamed on the file. */
const notTheFile = /ENOSPC|EDQUOT|no space left|INTERRUPT|Out of Memory/i;

/**
 * Turns whatever a reader threw into a refusal. Refusals pass unchanged; a full disk, an interruption or a
 * lack of memory is thrown on, because it is not about this file.
 */
export function toRefusal(error: unknown, code: RefusalCode, file: string, sheet?: string): ImportRefusal {
  if (error instanceof ImportRefusal) return error;
  const message = error instanceof Error ? error.message : String(error);
  if (notTheFile.test(message)) throw error;
  return new ImportRefusal(code, file, { sheet, detail: firstLine(message) });
}

function firstLine(message: string): string {
  // Digits are cut: parser messages may quote the data.
  return (message.split('\n')[0] ?? '').replace(/\d{6,}/g, '…').slice(0, 120);
}
