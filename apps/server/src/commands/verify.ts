import { serverCommands } from '@yangguang/contract/server-commands';
import { workflows } from '@yangguang/domain/workflows/all';
import { describeFinding } from '@yangguang/store/audit/finding';
import { verify as verifyStore, type VerifyReport } from '@yangguang/store/audit/verify';
import { fileChecker } from '../files/check-file.ts';
import { withStore } from '../office/open-store.ts';
import type { World } from '../world.ts';
import type { Command, TypedArgs } from './command.ts';
import { exitCode } from './exit-code.ts';
import { say } from './say.ts';
import { UsageError } from './usage-error.ts';

/** Beside a server that runs, or without one: one consistent state is read. */
export const verify: Command = {
  verb: 'verify',
  summary: serverCommands.verify,
  words: [],
  flags: {
    files: {
      kind: 'switch',
      zh: '同时解密并核对每个证据文件的内容（较慢）',
      en: 'also decrypt every file and compare its content (slower)',
    },
    printed: {
      kind: 'text',
      value: 'DAY=ROOT,…',
      zh: '纸上或上级所存的每日根值，逗号分隔',
      en: 'daily roots as kept on paper or by the level above, separated by commas',
    },
  },
  examples: ['yangguang verify', 'yangguang verify --files --printed 2026-11-20=9f86d0…'],
  async run(typed, world) {
    const printed = readPrinted(typed);
    const report = await withStore(world, (store) =>
      verifyStore(
        store.db,
        { vault: store.vault, workflows },
        {
          printed,
          onStage: (stage) => world.complain(stages[stage]),
          ...(typed.flags['files'] === true ? { checkFile: fileChecker(store.files, store.vault) } : {}),
        },
      ),
    );
    return reportOf(report, world);
  },
};

const stages = {
  steps: '办理记录 · acts',
  reads: '查阅记录 · reads',
  roots: '每日根值 · daily roots',
  matters: '事项 · matters',
  register: '登记行 · registered rows',
} as const;

function readPrinted({ flags }: TypedArgs): Record<string, string> {
  const text = flags['printed'];
  if (typeof text !== 'string') return {};
  return Object.fromEntries(
    text.split(',').map((pair) => {
      const [, day = '', root = ''] = /^(\d{4}-\d{2}-\d{2})=([0-9a-fA-F]{64})$/.exec(pair.trim()) ?? [];
      if (day === '')
        throw new UsageError('SRV-103', {
          zh: '--printed 应写作 日期=64 位根值，例如 2026-11-20=9f86…',
          en: '--printed takes DAY=ROOT with all 64 digits, such as 2026-11-20=9f86…',
        });
      return [day, root];
    }),
  );
}

/** Prints what was looked at and what was found; the exit code says whether anything was. */
export function reportOf(report: VerifyReport, world: World): number {
  const { steps, reads, matters, evidence, registered, roots } = report;
  say(
    world,
    `已核验：办理记录 ${steps} 条，查阅记录 ${reads} 条，事项 ${matters} 件，证据 ${evidence} 份，登记行 ${registered} 行，每日根值 ${roots} 个。`,
    `Verified: ${steps} acts, ${reads} reads, ${matters} matters, ${evidence} documents, ${registered} registered rows, ${roots} daily roots.`,
  );
  say(world, `操作链末端：${report.stepHash}`, `End of the chain of acts: ${report.stepHash}`);
  say(world, `查阅链末端：${report.readHash}`, `End of the chain of reads: ${report.readHash}`);
  for (const finding of report.findings) {
    const { zh, en } = describeFinding(finding);
    say(world, zh, en);
  }
  if (report.isWhole) {
    say(world, '没有发现改动、删除或插入。', 'Nothing was changed, removed or inserted.');
    return exitCode.done;
  }
  const { findingCount } = report;
  const left = findingCount - report.findings.length;
  say(
    world,
    `共 ${findingCount} 处异常${left > 0 ? `（未列出 ${left} 处）` : ''}。请保护现场，报告安全审计员。`,
    `${findingCount} places are not as they were written${left > 0 ? ` (${left} not listed)` : ''}. Leave everything as it is and tell the audit administrator.`,
  );
  return exitCode.found;
}
