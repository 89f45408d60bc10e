import type { DivisionFigures } from '@yangguang/store/ledger/division-figures';
import type { Derived } from './ledger-cell.ts';

interface DivisionColumn {
  readonly en: string;
  readonly kind: 'text' | 'count' | 'fen' | 'date';
  /** Absent: typed. */
  readonly value?: (figures: DivisionFigures, share: number | null) => Derived;
}

function counted(en: string, name: keyof DivisionFigures, line: string): DivisionColumn {
  return { en, kind: 'count', value: (figures) => ({ number: figures[name], line }) };
}

const typed = (en: string): DivisionColumn => ({ en, kind: 'text' });

/** Columns of the ledgers in which every office has a row, by the words of the notices. */
export const divisionColumns: Readonly<Record<string, DivisionColumn>> = {
  // S3-3.4 作战台账
  全面复核救助对象人数: counted('People checked', 'visitedPeople', 'visits.accepted'),
  新增救助人数: counted('People added', 'newPeople', 'decisions.new'),
  其中主动发现: counted('Of these found by the office', 'newFoundPeople', 'decisions.newFound'),
  主动退保: counted('Left of their own will', 'exitVoluntaryPeople', 'decisions.exitsVoluntary'),
  清查退保: counted('Left after the check', 'exitCheckedPeople', 'decisions.exitsChecked'),
  群众举报退保: counted('Left after a report', 'exitReportedPeople', 'decisions.exitsReported'),
  发现的问题: counted('Problems found', 'leadsFound', 'leads.found'),
  查处违法违纪案件数量: typed('Cases of discipline or law'),
  工作进展: typed('Progress'),
  经验做法: typed('What worked'),
  困难问题: typed('Difficulties'),
  意见建议: typed('Proposals'),
  // S1-4.1
  四类人群核查户数: counted('Households checked', 'visitedHouseholds', 'visits.accepted'),
  四类人群核查人数: counted('People checked', 'visitedPeople', 'visits.accepted'),
  应抽查人数: {
    en: 'People to be sampled',
    kind: 'count',
    value: ({ framePeople }, share) =>
      share === null || framePeople === 0 ? null : { number: Math.ceil(framePeople * share) },
  },
  实抽查人数: {
    en: 'People sampled',
    kind: 'count',
    value: ({ recheckedPeople }) => ({ number: recheckedPeople }),
  },
  抽查比例: {
    en: 'Share sampled',
    kind: 'text',
    value: ({ framePeople, recheckedPeople }) =>
      framePeople === 0 ? null : { text: `${((recheckedPeople * 100) / framePeople).toFixed(1)}%` },
  },
  疑点总数: counted('Leads', 'leads', 'leads'),
  已核疑点: counted('Leads verified', 'leadsVerified', 'leads.verified'),
  取消户数: counted('Households stopped', 'exitHouseholds', 'decisions.exits'),
  新增户数: counted('Households added', 'newHouseholds', 'decisions.new'),
  调整户数: counted('Households adjusted', 'changedHouseholds', 'decisions.changed'),
  追缴金额: {
    en: 'Money recovered (yuan)',
    kind: 'fen',
    value: ({ recoveredFen }) => ({ number: recoveredFen, line: 'money.recovered' }),
  },
  移交线索: typed('Referred'),
  机构问题: counted('Hazards in institutions', 'hazards', 'hazards'),
  完成整改: counted('Corrections closed', 'tasksClosed', 'tasks.closed'),
};
