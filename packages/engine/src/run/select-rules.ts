import { UserError } from '@yangguang/domain/errors/user-error';
import type { RulePage } from '../pack/rule-page.ts';

/**
 * The active rules asked for, by code or family; all active rules when none was named.
 * @param without codes of rules that do not run here
 * @throws UserError RUN-103 for a name that is no rule
 */
export function selectRules(
  rules: readonly RulePage[],
  wanted: readonly string[] | undefined,
  without: readonly string[] = [],
): RulePage[] {
  const active = rules.filter((page) => page.status === 'active');
  const running = active.filter((page) => !without.includes(page.id));
  if (wanted === undefined || wanted.length === 0) return running;
  const unknown = wanted.find((name) => !active.some((page) => page.id === name || page.family === name));
  if (unknown !== undefined) {
    throw new UserError('RUN-103', {
      what: { zh: `没有规则 ${unknown}`, en: `There is no rule ${unknown}` },
      why: {
        zh: '只能写规则编号（如 INC-01）或规则组（如 OMI）。',
        en: 'Name a rule (INC-01) or a family (OMI).',
      },
      remedy: {
        zh: `可用的规则组：${[...new Set(active.map((p) => p.family))].join('、')}。`,
        en: `Families: ${[...new Set(active.map((p) => p.family))].join(', ')}.`,
      },
    });
  }
  return running.filter((page) => wanted.includes(page.id) || wanted.includes(page.family));
}
