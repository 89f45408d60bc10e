import { resolve } from 'node:path';
import { defineCommand } from '../args/command.ts';
import { exitCode } from '../exit-code.ts';
import { UsageError } from '../failure/usage-error.ts';
import { type Trial, tryRules } from '../rule-trial/try-rule.ts';

/** Runs the examples on rule pages, for those who write them. */
export const tryRule = defineCommand({
  verb: 'try-rule',
  summary: { zh: '运行规则页面上的示例', en: 'run the examples on the page of a rule' },
  words: [
    {
      name: 'CODE',
      zh: '规则编号，如 INC-01；或规则组，如 INC',
      en: 'a rule such as INC-01, or a family such as INC',
    },
  ],
  flags: {
    policy: {
      kind: 'many',
      value: 'DIR',
      zh: '本地政策包，叠加在内置政策包之上，可重复',
      en: 'local policy pack laid over the built-in one; may be repeated',
    },
  },
  examples: ['yangguang try-rule INC-01', 'yangguang try-rule PAY-90 --policy 本地政策'],
  async run({ words: [code = ''], flags }, world) {
    const overlays = flags.policy.map((dir) => resolve(dir));
    const trials = await tryRules([world.builtInPolicy, ...overlays], code, world.signal);
    if (trials.length === 0) {
      throw new UsageError('CLI-111', {
        zh: `没有规则 ${code}。请看 docs/generated/rules.md；本地规则要加 --policy。`,
        en: `There is no rule ${code}. See docs/generated/rules.md; a local rule needs --policy.`,
      });
    }
    for (const trial of trials) for (const line of describe(trial)) world.print(line);
    const held = trials.filter(holds).length;
    world.print(`${trials.length} 个示例，${held} 个成立。${held} of ${trials.length} examples hold.`);
    return held === trials.length ? exitCode.done : exitCode.setAside;
  },
});

const holds = ({ result }: Trial): boolean => result.missing.length === 0 && result.unexpected.length === 0;

function describe(trial: Trial): string[] {
  const { rule, example, line, result } = trial;
  const head = `${holds(trial) ? '✓' : '✗'} ${rule} ${example}`;
  if (holds(trial)) return [head];
  return [
    `${head}（第 ${line} 行 · line ${line}）`,
    ...result.missing.map((row) => `    应有而没有 · missing     ${JSON.stringify(row)}`),
    ...result.unexpected.map((row) => `    不应有而有 · unexpected  ${JSON.stringify(row)}`),
  ];
}
