import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '@yangguang/domain/errors/user-error';
import { linkFiles } from '@yangguang/engine/linkage/link-files';
import { checkFiles, suggestForFiles } from '@yangguang/engine/linkage/plan/suggest-for-files';
import { isLookalike, loadLookalikes } from '@yangguang/engine/pack/lookalikes';
import { openPackRoot } from '@yangguang/engine/pack/pack-files';
import type { Progress } from '@yangguang/engine/run/run-options';
import { exitCode } from '../exit-code.ts';
import type { World } from '../world.ts';
import type { JobResult, JobSpec, JobWord } from './job-spec.ts';

/**
 * The linkage in a process of its own: what it costs is its own, and it can be stopped. It ends with the process that
 * started it.
 * @param file where the job is written
 */
export async function runJob(file: string, world: World): Promise<number> {
  const job = JSON.parse(readFileSync(file, 'utf8')) as JobSpec;
  const say = (word: JobWord): void => world.print(JSON.stringify(word));
  const orphaned = new AbortController();
  const onDisconnect = (): void => orphaned.abort(new DOMException('nobody waits for it', 'AbortError'));
  process.once('disconnect', onDisconnect);
  try {
    const signal = AbortSignal.any([world.signal, orphaned.signal]);
    const result = await doJob(job, world, signal, progressTo(say, world));
    writeFileSync(job.result, JSON.stringify(result), { mode: 0o600 });
    say({ kind: 'done' });
    return exitCode.done;
  } catch (error) {
    const refused = refusalIn(error);
    if (refused === null || world.signal.aborted) throw error;
    say(refused);
    return exitCode.usage;
  } finally {
    process.off('disconnect', onDisconnect);
  }
}

async function doJob(
  job: JobSpec,
  world: World,
  signal: AbortSignal,
  progress: Progress,
): Promise<JobResult> {
  const { plan, result: _, ...rest } = job;
  if (plan === null)
    return { plan: await suggestForFiles(job, progress, signal), report: null, explained: null };
  await checkFiles(job, plan, job.explain, signal);
  const looks = loadLookalikes({ roots: [openPackRoot(world.builtInPolicy)] });
  const outcome = await linkFiles(
    {
      ...rest,
      plan,
      models: join(world.builtInPolicy, 'linkage', 'models'),
      looks: (a, b) => isLookalike(looks, a, b),
      elapsed: () => world.ticks() / 1000,
    },
    progress,
    signal,
  );
  return { plan: null, ...outcome };
}

/** At most ten words a second, except where a new step begins. */
function progressTo(say: (word: JobWord) => void, world: World): Progress {
  let last = Number.NEGATIVE_INFINITY;
  const tell = (zh: string, en: string, fraction: number, always: boolean): void => {
    const now = world.ticks();
    if (!always && now - last < 100) return;
    last = now;
    say({ kind: 'progress', zh, en, fraction });
  };
  return {
    file: (name, fraction) => tell(`读取 ${name}`, `reading ${name}`, fraction, true),
    stage: (zh, en, fraction) => tell(zh, en, fraction, false),
    done: () => {},
  };
}

function refusalIn(error: unknown): JobWord | null {
  if (error instanceof UserError) return wordOf(error);
  const isTooLittle =
    error instanceof Error && /^Out of Memory Error|failed to (?:pin|allocate)/i.test(error.message);
  return isTooLittle ? wordOf(tooLittleMemory()) : null;
}

const wordOf = ({ code, zh, en, whyZh, whyEn, remedyZh, remedyEn }: UserError): JobWord => ({
  kind: 'refused',
  code,
  what: { zh, en },
  why: { zh: whyZh, en: whyEn },
  remedy: { zh: remedyZh, en: remedyEn },
});

function tooLittleMemory(): UserError {
  return new UserError('LNK-232', {
    what: {
      zh: '给的内存不够，没有写出结果。',
      en: 'The memory allowed was too little; no result was written.',
    },
    why: {
      zh: '有一步需要的内存超过了 --memory，又不能放到磁盘上。',
      en: 'One step needed more than --memory and could not be moved to the disk.',
    },
    remedy: {
      zh: '请加大 --memory，如 --memory 2GB；或去掉带来最多对数的分组规则。',
      en: 'Allow more, such as --memory 2GB, or remove the blocking rules that bring the most pairs.',
    },
  });
}
