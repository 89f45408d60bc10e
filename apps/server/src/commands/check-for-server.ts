import { readFileSync } from 'node:fs';
import { UserError } from '@yangguang/domain/errors/user-error';
import { runCheck } from '@yangguang/engine/run/run-check';
import type { Progress } from '@yangguang/engine/run/run-options';
import { CheckSpec, type CheckWord } from '../jobs/check-spec.ts';
import type { World } from '../world.ts';
import type { Command } from './command.ts';
import { exitCode } from './exit-code.ts';

/** The check in a process of its own, for the server's jobs: it can be stopped, and what it costs is its own. */
export const checkForServer: Command = {
  verb: 'check-for-server',
  summary: { zh: '供服务器的后台任务使用', en: 'for the server’s own jobs' },
  words: [{ name: 'SPEC', zh: '任务说明文件', en: 'file that says what to check' }],
  flags: {},
  examples: [],
  async run({ words: [file = ''] }, world) {
    const spec = CheckSpec.parse(JSON.parse(readFileSync(file, 'utf8')));
    const say = (word: CheckWord): void => world.print(JSON.stringify(word));
    const { asOf, rules, region, judgements, ...rest } = spec;
    try {
      const result = await runCheck(
        {
          ...rest,
          ...(asOf === null ? {} : { asOf }),
          ...(region === null ? {} : { region }),
          ...(judgements === '' ? {} : { judgements }),
          ...(rules.length === 0 ? {} : { rules }),
          idNumbers: 'masked',
          lang: 'zh',
          force: false,
          handOver: true,
          elapsed: () => world.now().getTime() / 1000,
          signal: world.signal,
        },
        progressTo(say, world),
      );
      say({ kind: 'done', isUsable: result.exit !== 3 });
      return exitCode.done;
    } catch (error) {
      const words = refusalIn(error);
      if (words === null || world.signal.aborted) throw error;
      say({ kind: 'refused', ...words });
      return exitCode.found;
    }
  },
};

/** At most five words a second. File names are left out: they may say whom a file is about. */
function progressTo(say: (word: CheckWord) => void, world: World): Progress {
  let last = 0;
  const tell = (zh: string, en: string, fraction: number, always: boolean): void => {
    const now = world.now().getTime();
    if (!always && now - last < 200) return;
    last = now;
    say({ kind: 'progress', zh, en, fraction });
  };
  return {
    file: (_name, fraction) => tell('读取文件', 'Reading files', fraction, false),
    stage: (zh, en, fraction) => tell(zh, en, fraction, true),
    done: () => {},
  };
}

/** A user's mistake, or a faulty policy pack: said in words that can be handed on. */
function refusalIn(error: unknown): Omit<Extract<CheckWord, { kind: 'refused' }>, 'kind'> | null {
  if (error instanceof UserError) {
    const { code, zh, en, whyZh, whyEn, remedyZh, remedyEn } = error;
    return { code, what: { zh, en }, why: { zh: whyZh, en: whyEn }, remedy: { zh: remedyZh, en: remedyEn } };
  }
  const { code, zh, en } = (error ?? {}) as { code?: unknown; zh?: unknown; en?: unknown };
  if (typeof code !== 'string' || typeof zh !== 'string' || typeof en !== 'string') return null;
  return {
    code,
    what: { zh, en },
    why: { zh: '政策包有错误。', en: 'The policy pack is at fault.' },
    remedy: { zh: '请系统管理员改正政策包。', en: 'Ask the system administrator to correct it.' },
  };
}
