import { z } from 'zod';
import { Colleague } from './matter-parts.ts';
import { Id, Instant, operation, Words } from './operation.ts';

/** Place of a sheet in the report of the reading that counts, from 0. */
const SheetNo = z.coerce.number().int().min(0).max(100_000);
/** Place of a column in its sheet, from 0. */
const Place = z.number().int().min(0).max(1023);
const Table = z.string().regex(/^[a-z][a-z0-9_]{0,63}$/, 'a data set');
const Reason = z.string().trim().min(2).max(400);
/** Version of the batch that was looked at: it changes when the batch is read again or revoked. */
const Version = z.number().int().min(0);

/** A row set aside, or a cell that could not be understood though its row was used. */
const FaultyRow = z.strictObject({
  kind: z.enum(['setAside', 'fault']),
  sheet: z.number().int(),
  file: z.string(),
  sheetName: z.string(),
  /** As the clerk sees it in the file. */
  row: z.number().int(),
  code: z.string(),
  reason: Words,
  /** Of a cell: which column; null when the whole row is meant. */
  column: z.string().nullable(),
  columnTitle: Words.nullable(),
  /** Where it can be corrected: all cells of a row set aside, or the one cell; none when it came from elsewhere. */
  cells: z.array(z.strictObject({ place: Place, heading: z.string(), value: z.string() })),
});

const RowsInput = {
  id: Id,
  sheet: SheetNo.optional(),
  kind: z.enum(['setAside', 'fault']).optional(),
  cursor: z
    .string()
    .regex(/^\d{1,9}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
} as const;

const RowsOutput = z.strictObject({
  version: Version,
  items: z.array(FaultyRow),
  next: z.string().nullable(),
  /** All of them, by the report; of a sheet at most 2000 rows and 200 cells a fault are listed. */
  setAside: z.number().int(),
  faults: z.number().int(),
});

const BySheet = z.strictObject({
  sheet: z.number().int().min(0).max(100_000),
  /** Data set; `none` leaves the sheet out, `auto` takes back what was said by hand. */
  dataset: z.union([z.literal('none'), z.literal('auto'), Table]),
  /** Row with the headings, where it was not found by itself. */
  headerRow: z.number().int().min(1).max(40).nullable().default(null),
  /** Which column each place feeds; places not named feed none. */
  columns: z
    .array(z.strictObject({ place: Place, column: z.string().regex(/^[a-z][a-z0-9_]{0,63}$/) }))
    .max(1024)
    .default([]),
});

const CorrectedRow = z.strictObject({
  sheet: z.number().int().min(0).max(100_000),
  row: z.number().int().min(1),
  cells: z
    .array(
      z.strictObject({
        place: Place,
        value: z
          .string()
          .max(500)
          .regex(/^\P{Cc}*$/u, 'no control characters'),
      }),
    )
    .min(1)
    .max(100),
});

/** Somebody's word on the files of a batch, which is laid over them when they are read. */
export const ImportAct = z.strictObject({
  id: Id,
  no: z.number().int(),
  kind: z.enum(['mapping', 'cells']),
  /** Sheets, or cells. */
  items: z.number().int(),
  reason: z.string(),
  by: Colleague.nullable(),
  at: Instant,
  /** Part of the reading that counts. */
  isApplied: z.boolean(),
});

/** Looking into the sheets of a batch, and settling what was not understood. The files stay as they were sent. */
export const sheetOperations = {
  preview: operation({
    method: 'GET',
    path: '/import/preview',
    title: { zh: '预览工作表', en: 'Preview a sheet' },
    about: {
      zh: '一张表最前几行（号码、姓名已遮盖）、每列对应到哪里及把握，以及还可能是什么。',
      en: 'The first rows of a sheet as they were read, masked, what each column was taken for, how surely, and what else it might be.',
    },
    may: 'run.read',
    input: z.strictObject({ id: Id, sheet: SheetNo }),
    output: z.strictObject({
      version: Version,
      sheet: z.number().int(),
      titles: z.array(z.string()),
      headerRow: z.number().int().nullable(),
      columns: z.array(
        z.strictObject({
          place: Place,
          heading: z.string(),
          column: z.string().nullable(),
          /** 0–1; null when the column is not used or was named by hand. */
          confidence: z.number().nullable(),
        }),
      ),
      rows: z.array(z.strictObject({ row: z.number().int(), cells: z.array(z.string().nullable()) })),
      /** Best first: how the columns would be read as that data set, by place. */
      offers: z.array(z.strictObject({ table: z.string(), columns: z.array(z.string().nullable()) })),
      /** The act that says what this sheet is; null: as it was recognised. */
      byHand: ImportAct.nullable(),
    }),
    refusals: [],
    logs: 'list',
  }),
  rows: operation({
    method: 'GET',
    path: '/import/rows',
    title: { zh: '有问题的行', en: 'Rows with something wrong' },
    about: {
      zh: '挑出的行和读不懂的单元格：文件、工作表、行号、原因；内容已遮盖。',
      en: 'Rows set aside and cells not understood: file, sheet, row and reason; the content is masked.',
    },
    may: 'run.read',
    input: z.strictObject(RowsInput),
    output: RowsOutput,
    refusals: [],
    logs: 'list',
  }),
  openRows: operation({
    method: 'GET',
    path: '/import/open-rows',
    title: { zh: '查看有问题行的完整内容', en: 'Rows with something wrong, in full' },
    about: {
      zh: '同“有问题的行”，内容完整，供更正；按查看个人信息留痕。',
      en: 'The same with whole values, to be corrected; on record as a read of persons.',
    },
    may: 'run.start',
    input: z.strictObject(RowsInput),
    output: RowsOutput,
    refusals: [],
    logs: 'person',
  }),
  map: operation({
    method: 'POST',
    path: '/import/map',
    title: { zh: '指定对应关系', en: 'Say what a sheet is' },
    about: {
      zh: '指定工作表是什么数据、哪一列对应什么；记为经办人的一次更正，重新读取后生效。',
      en: 'Says which data set a sheet is and which column is which; kept as an act of a named person, in force when the batch is read again.',
    },
    may: 'run.start',
    input: z.strictObject({
      id: Id,
      batchId: Id,
      version: Version,
      sheets: z.array(BySheet).min(1).max(100),
      reason: Reason,
    }),
    output: z.strictObject({ id: Id, no: z.number().int() }),
    refusals: ['BAT-101', 'BAT-109', 'BAT-110', 'BAT-111'],
    logs: 'act',
  }),
  fix: operation({
    method: 'POST',
    path: '/import/fix',
    title: { zh: '更正有问题的行', en: 'Correct rows' },
    about: {
      zh: '更正单元格；原文件不动，更正单独保存（谁、何时、为何），重新读取时覆盖在上面。',
      en: 'Corrects cells. The file that was sent is not touched: who, when, why and what are kept beside it and laid over it when it is read again.',
    },
    may: 'run.start',
    input: z.strictObject({
      id: Id,
      batchId: Id,
      version: Version,
      rows: z.array(CorrectedRow).min(1).max(200),
      reason: Reason,
    }),
    output: z.strictObject({ id: Id, no: z.number().int() }),
    refusals: ['BAT-101', 'BAT-109', 'BAT-110', 'BAT-111', 'BAT-112'],
    logs: 'act',
  }),
  reread: operation({
    method: 'POST',
    path: '/import/reread',
    title: { zh: '重新读取', en: 'Read again' },
    about: {
      zh: '带上全部对应关系和更正重新读取；读不出结果时，原来的结果仍然有效。',
      en: 'Reads the files again with everything settled so far. When nothing comes of it, the result before still counts.',
    },
    may: 'run.start',
    input: z.strictObject({
      id: Id,
      version: Version,
      /** Of protected files; those given before stay. */
      passwords: z.array(z.string().min(1).max(200)).max(20).default([]),
    }),
    output: z.strictObject({ id: Id, state: z.string() }),
    refusals: ['BAT-109', 'BAT-110'],
    logs: 'act',
  }),
} as const;
