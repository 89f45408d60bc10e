import { z } from 'zod';
import { Colleague } from './matter-parts.ts';
import { DateOn, Id, Instant, operation, page, PageInput, Words } from './operation.ts';

const Code = z.string().regex(/^\d{9}(\d{3})?$/, 'the code of a town or village');
const County = z.string().regex(/^\d{6}$/, 'a county code');
/** Chinese, with the digits and brackets that names of places have. */
const PlaceName = z
  .string()
  .trim()
  .regex(/^[\p{Script=Han}〇\d（）()·]{2,30}$/u, 'a name in Chinese');
const Reason = z.string().trim().min(4).max(500);

const PlaceLine = z.strictObject({
  code: z.string(),
  name: z.string(),
  /** Of the office's own list, or numbered here: it may be renamed. */
  isLocal: z.boolean(),
  /** It is no more since this day; null while it is in use. */
  endedOn: DateOn.nullable(),
  successor: z.strictObject({ code: z.string(), name: z.string() }).nullable(),
});

/** A line of an office's list, as it was read. */
const ListedPlace = z.strictObject({
  row: z.number().int(),
  town: z.string().nullable(),
  village: z.string().nullable(),
  code: z.string().nullable(),
});

/** 区划维护: villages from the office's own list, names, mergers. A code that was given out stays for good. */
export const divisionChange = {
  places: operation({
    method: 'GET',
    path: '/division-change/places',
    title: { zh: '区划及其现状', en: 'Divisions as they stand' },
    about: {
      zh: '一个区划的直接下级：是公布的还是本单位名单的，是否已并入别处。',
      en: 'What lies directly below a division: published or of the office’s own list, in use or gone into another.',
    },
    may: 'system.read',
    input: z.strictObject({ of: z.string().regex(/^\d{4}(\d{2}(\d{3})?)?$/, 'a city, county or town') }),
    output: z.strictObject({ items: z.array(PlaceLine) }),
    refusals: [],
    logs: 'list',
  }),
  list: operation({
    method: 'GET',
    path: '/division-change/list',
    title: { zh: '区划变更记录', en: 'Changes of divisions' },
    about: {
      zh: '新增、改名、合并的经过和理由，最新在前。',
      en: 'What was added, renamed and merged, and why; the newest first.',
    },
    may: 'system.read',
    input: z.strictObject({ ...PageInput, region: z.string().regex(/^\d{4}(\d{2}(\d{3})?)?$/) }),
    output: page(
      z.strictObject({
        id: Id,
        code: z.string(),
        kind: z.enum(['added', 'renamed', 'merged']),
        oldName: z.string().nullable(),
        newName: z.string().nullable(),
        successor: z.string().nullable(),
        effectiveOn: DateOn,
        reason: z.string(),
        changedBy: Colleague.nullable(),
        changedAt: Instant,
      }),
    ),
    refusals: [],
    logs: 'list',
  }),
  readList: operation({
    method: 'POST',
    path: '/division-change/read-list',
    title: { zh: '读取村名单', en: 'Read a list of villages' },
    about: {
      zh: '读出名单（xlsx、xls、csv）中的乡镇、村和代码供核对；不写入任何内容，文件不保存。',
      en: 'Reads towns, villages and codes from a list (xlsx, xls, csv) to be looked over. Nothing is written, and the file is not kept.',
    },
    may: 'system.operate',
    input: z.strictObject({ fileName: z.string().trim().min(1).max(200) }),
    output: z.strictObject({ items: z.array(ListedPlace) }),
    refusals: ['DIV-105'],
    logs: 'act',
    streams: 'request',
  }),
  add: operation({
    method: 'POST',
    path: '/division-change/add',
    title: { zh: '按名单新增区划', en: 'Add divisions of a list' },
    about: {
      zh: '新增名单中还没有的乡镇和村，没有代码的由本系统编号；已有的不动。试读只说明会新增什么。',
      en: 'Adds towns and villages that are not there, numbering those without a code; what is there stays. A trial says what would be added.',
    },
    may: 'system.operate',
    input: z.strictObject({
      region: County,
      places: z.array(ListedPlace).min(1).max(5000),
      effectiveOn: DateOn,
      reason: Reason,
      isTrial: z.boolean(),
    }),
    output: z.strictObject({
      added: z.array(z.strictObject({ code: z.string(), name: z.string(), town: z.string().nullable() })),
      /** Lines whose place was there already. */
      known: z.number().int(),
      /** Lines that were left out, and why. */
      faults: z.array(z.strictObject({ row: z.number().int(), why: Words })),
    }),
    refusals: [],
    logs: 'act',
  }),
  rename: operation({
    method: 'POST',
    path: '/division-change/rename',
    title: { zh: '区划改名', en: 'Rename a division' },
    about: {
      zh: '改本单位名单上的名称；仍写旧名的名单照样认得。代码不变。',
      en: 'Another name for a division of the office’s own list; lists that still write the old one are understood. The code stays.',
    },
    may: 'system.operate',
    input: z.strictObject({ code: Code, name: PlaceName, effectiveOn: DateOn, reason: Reason }),
    output: z.strictObject({ ok: z.literal(true) }),
    refusals: ['DIV-101', 'DIV-102', 'DIV-103'],
    logs: 'act',
  }),
  merge: operation({
    method: 'POST',
    path: '/division-change/merge',
    title: { zh: '区划合并', en: 'Merge a division into another' },
    about: {
      zh: '一个乡镇或村自某日并入同县另一个；原代码和其中的事项保留，以后的归入新区划。乡镇并入时，其村随同转入。',
      en: 'A town or village goes into another of its county from a day on. Its code and the work in it stay, what comes later belongs to the other; the villages of a town go with it.',
    },
    may: 'system.operate',
    input: z.strictObject({ code: Code, into: Code, effectiveOn: DateOn, reason: Reason }),
    output: z.strictObject({ ok: z.literal(true), changes: z.number().int() }),
    refusals: ['DIV-103'],
    logs: 'act',
  }),
} as const;
