import { z } from 'zod';
import { Id, operation, Words } from './operation.ts';

const County = z.string().regex(/^\d{6}$/, 'a county code');
const count = z.number().int().min(0);

/** Always in = taken + set aside + structure. */
const Counts = {
  sheets: count,
  rowsIn: count,
  rowsTaken: count,
  rowsSetAside: count,
  /** Titles, totals, notes. */
  rowsStructure: count,
  /** Cells that could not be understood. */
  faults: count,
} as const;

const Which = {
  region: County,
  campaignId: Id.optional(),
  /** Only these; none: all that count in the county, or the campaign. */
  batches: z.array(Id).max(50).default([]),
} as const;

const FaultCount = z.strictObject({
  column: z.string(),
  columnTitle: Words,
  code: z.string(),
  title: Words,
  cells: count,
  /** Of the rows taken and set aside, 0–1. */
  share: z.number(),
});

const DataSetCounts = z.strictObject({
  /** null: sheets that were not recognised, or left out. */
  table: z.string().nullable(),
  title: Words,
  /** Who has such data, as the policy pack says. */
  department: z.string().nullable(),
  ...Counts,
  byFault: z.array(FaultCount),
});

const SenderCounts = z.strictObject({
  /** The outermost folder the files lay in; null: in none. */
  sender: z.string().nullable(),
  ...Counts,
  tables: z.array(z.string()),
});

const BatchCounts = z.strictObject({ id: Id, title: z.string(), ...Counts });

const Rule = z.strictObject({
  rule: z.string(),
  title: Words,
  status: z.enum(['draft', 'active', 'retired']),
  /** All that it needs is here. */
  isReady: z.boolean(),
  /** What is missing: of each group any one would do. */
  missing: z.array(z.array(z.string())),
});

const Coverage = z.strictObject({
  table: z.string(),
  title: Words,
  department: z.string(),
  /** Batches that have it, and the rows they give. */
  batches: count,
  rows: count,
  /** When it is missing: rules that only wait for it, and rules that wait for others as well. */
  enables: z.array(z.string()),
  partly: z.array(z.string()),
});

/** Over several batches: what they are made of, and what is still missing. */
export const overviewOperations = {
  dataSets: operation({
    method: 'GET',
    path: '/import/data-sets',
    title: { zh: '数据种类', en: 'Data sets' },
    about: {
      zh: '政策包认识的数据种类及各列的名称，供指定对应关系时选择。',
      en: 'The data sets of the policy pack and their columns, to choose from when a sheet is mapped by hand.',
    },
    may: 'run.read',
    input: z.strictObject({}),
    output: z.strictObject({
      dataSets: z.array(
        z.strictObject({
          table: z.string(),
          id: z.string(),
          title: Words,
          department: z.string(),
          columns: z.array(
            z.strictObject({
              name: z.string(),
              title: Words,
              type: z.string(),
              /** Without any of these a sheet is hardly this data set. */
              isTelling: z.boolean(),
              /** Name or number of somebody: rows without either are set aside. */
              isPerson: z.boolean(),
            }),
          ),
        }),
      ),
    }),
    refusals: [],
    logs: 'none',
  }),
  quality: operation({
    method: 'GET',
    path: '/import/quality',
    title: { zh: '数据质量', en: 'Data quality' },
    about: {
      zh: '按数据种类、报送部门、批次：读入、采用、挑出、标题合计说明各多少行，哪一列有什么问题；各级都对得上账。',
      en: 'By data set, sender and batch: rows read, taken, set aside, structure, and what is wrong in which column. It adds up on every level.',
    },
    may: 'run.read',
    input: z.strictObject(Which),
    output: z.strictObject({
      total: z.strictObject(Counts),
      byDataSet: z.array(DataSetCounts),
      bySender: z.array(SenderCounts),
      byBatch: z.array(BatchCounts),
    }),
    refusals: [],
    logs: 'list',
  }),
  coverage: operation({
    method: 'GET',
    path: '/import/coverage',
    title: { zh: '资料齐备情况', en: 'What is here and what is missing' },
    about: {
      zh: '已有哪些数据种类；缺哪一种，补上后能启用哪些规则，哪些还要别的资料。核查之前即可查看。',
      en: 'Which data sets are here; of each missing one, the rules it would enable, and those that need others as well. Before any run.',
    },
    may: 'run.read',
    input: z.strictObject(Which),
    output: z.strictObject({ dataSets: z.array(Coverage), rules: z.array(Rule) }),
    refusals: [],
    logs: 'list',
  }),
} as const;
