import type { HandPlan } from '@yangguang/contract/campaign-parts';
import { daysBetween } from '@yangguang/domain/words/date';
import { campaignRefusal } from '@yangguang/store/campaign/campaign-refusals';
import type { CampaignTemplate } from '@yangguang/engine/pack/campaign-file';

/** Phases in the order of the workflow. */
const order = ['mobilising', 'selfCheck', 'inspecting', 'summarising'] as const;

/** A campaign is over in three years, whatever it is about. */
const longestDays = 3 * 366;

/** Families of rules that run when nobody chose: all that concern households and payments. */
const families = ['IDQ', 'INC', 'OMI', 'KIN', 'HHS', 'PAY'];

/** Template name of a campaign that has none. */
export const ownTemplate = 'own';

/**
 * A plan that an office wrote itself, as a template whose days are whole dates: whatever is done with templates is done
 * with it.
 * @throws UserError CAM-107 with the fields that do not hold together
 */
export function handTemplate(plan: HandPlan, title: string): CampaignTemplate {
  const faults = faultsOf(plan);
  if (faults.length > 0) throw campaignRefusal('CAM-107', { fields: faults });
  const clause = 'OWN-1';
  const phases = plan.phases.map((phase, i) => ({
    id: phaseId(i),
    zh: phase.zh,
    en: phase.zh,
    clause,
    quote: phase.zh,
    state: phase.state,
    from: phase.fromOn,
    until: phase.untilOn,
  }));
  return {
    id: ownTemplate,
    file: ownTemplate,
    title: { zh: title, en: title },
    instrument: 'OWN',
    issuer: plan.issuer,
    level: 'county',
    addressees: [plan.issuer],
    openness: 'unstated',
    region: '',
    year: yearOf(plan),
    programmes: plan.programmes,
    goals: [{ clause, quote: title }],
    leadingGroup: [],
    phases,
    tasks: plan.tasks.map((task) => ({
      zh: task.zh,
      en: task.zh,
      clause,
      quote: task.quote === '' ? task.zh : task.quote,
      phase: phaseId(task.phase),
      unit: task.unit,
      rules: [],
      ...(task.dueOn === undefined ? {} : { due: task.dueOn }),
    })),
    lists: [],
    ledgers: plan.ledgerEvery === null ? [] : [workLedger(plan.ledgerEvery, clause)],
    reports: [],
    cohorts: [],
    families,
    sampling: null,
    remindDays: plan.remindDays,
    officialProxyAllowed: false,
    photos: false,
    position: false,
  };
}

/** The year in which it begins. */
export function yearOf({ phases }: Pick<HandPlan, 'phases'>): number {
  const first = phases.map((phase) => phase.fromOn).sort()[0] ?? '2000-01-01';
  return Number(first.slice(0, 4));
}

function phaseId(i: number): string {
  return `phase${String.fromCodePoint(97 + i)}`;
}

function workLedger(
  every: NonNullable<HandPlan['ledgerEvery']>,
  clause: string,
): CampaignTemplate['ledgers'][number] {
  const [zh, en] = ['专项整治工作台账', 'Ledger of the campaign'];
  return {
    ...{ zh, en, clause, quote: zh, every },
    cadenceSure: 'V',
    from: 'town',
    to: 'county',
    columns: ['疑点总数', '已核疑点', '取消户数', '新增户数', '调整户数', '追缴金额', '完成整改', '困难问题'],
    columnsSure: 'V',
  };
}

/** Fields of the plan that contradict each other, as paths: phases.1, tasks.0. */
function faultsOf({ phases, tasks }: HandPlan): string[] {
  const last =
    phases
      .map((phase) => phase.untilOn)
      .sort()
      .at(-1) ?? '';
  const first = phases.map((phase) => phase.fromOn).sort()[0] ?? '';
  const ofPhases = phases.flatMap((phase, i) => {
    const before = phases[i - 1];
    const isLate = before !== undefined && order.indexOf(before.state) > order.indexOf(phase.state);
    return isLate || phase.untilOn < phase.fromOn ? [`plan.phases.${i}`] : [];
  });
  const ofTasks = tasks.flatMap((task, i) => {
    const isInside = task.dueOn === undefined || (task.dueOn >= first && task.dueOn <= last);
    return task.phase < phases.length && isInside ? [] : [`plan.tasks.${i}`];
  });
  return [...(daysBetween(first, last) > longestDays ? ['plan.phases'] : []), ...ofPhases, ...ofTasks];
}
