import { chmodSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UserError } from '@yangguang/domain/errors/user-error';
import type { Plan } from '@yangguang/engine/linkage/plan/plan';
import { readPlan } from '@yangguang/engine/linkage/plan/read-plan';
import { explainPairLines } from '@yangguang/engine/linkage/report/explain-pair';
import { linkPage } from '@yangguang/engine/linkage/report/link-page';
import type { LinkReport } from '@yangguang/engine/linkage/report/link-report';
import { exitCode } from '../exit-code.ts';
import { terminalProgress } from '../progress/terminal-progress.ts';
import type { Bilingual, World } from '../world.ts';
import type { JobResult } from './job-spec.ts';
import type { LinkRequest } from './link-request.ts';
import { JobFault, startJob } from './start-job.ts';

/** Links, or suggests a plan, and prints what came of it. @returns the exit code */
export async function doLink(request: LinkRequest, world: World): Promise<number> {
  try {
    if (request.suggest !== null) return await suggest(request, request.suggest, world);
    return await link(request, world);
  } catch (error) {
    const exit = world.signal.aborted ? null : exitFor(error);
    if (exit === null) throw error;
    for (const line of linesOf(error)) world.complain(`${line}\n`);
    return exit;
  }
}

/** Exit codes that the family of the error's code does not tell: files that cannot be used, and faults of ours. */
function exitFor(error: unknown): number | null {
  if (error instanceof JobFault || (error instanceof UserError && /^LNK-23/.test(error.code)))
    return exitCode.ourFault;
  return error instanceof UserError && /^LNK-10[0-35]$|^LNK-22/.test(error.code)
    ? exitCode.noUsableInput
    : null;
}

function linesOf(error: unknown): string[] {
  if (error instanceof JobFault) return [error.complaint.trimEnd()];
  return error instanceof UserError ? [error.describe('zh'), error.describe('en')] : [];
}

async function suggest(request: LinkRequest, file: string, world: World): Promise<number> {
  const text = await suggestedText(request, world);
  writeWhole(file, text);
  say(request, world, {
    zh: `已写出建议的方案：${file}。看过、改过以后，用 --plan 给出它。`,
    en: `The suggested plan is in ${file}. Read it, change what you like, and give it to --plan.`,
  });
  return exitCode.done;
}

async function suggestedText(request: LinkRequest, world: World): Promise<string> {
  const { plan } = await run(request, null, null, world);
  if (plan === null) throw new Error('a job without a plan suggests one');
  return plan;
}

async function link(request: LinkRequest, world: World): Promise<number> {
  const plan = await planOf(request, world);
  const part = request.out === null ? null : partOf(request.out, '.csv');
  try {
    const { report, explained } = await run(request, plan, part, world);
    if (report === null) throw new Error('a job with a plan reports');
    if (request.report !== null) writeWhole(request.report, linkPage(report, request.lang));
    if (request.out !== null && part !== null) takeItsPlace(part, request.out);
    tellResult(request, report, world);
    if (request.explain !== null)
      for (const line of explainPairLines(explained, request.explain, request.lang)) world.print(line);
    return exitCode.done;
  } finally {
    if (part !== null) for (const half of [part, `${part}.part`]) rmSync(half, { force: true });
  }
}

async function planOf(request: LinkRequest, world: World): Promise<Plan> {
  if (request.plan !== null) return readPlan(readText(request.plan), basename(request.plan));
  const text = await suggestedText(request, world);
  world.complain(`${suggestedUsed[request.lang]}\n`);
  return readPlan(text, 'suggested.yml');
}

const suggestedUsed: Bilingual = {
  zh: '没有给出 --plan，用的是建议的方案；要看它，运行时加 --suggest 方案.yml。',
  en: 'No --plan was given: the suggested plan is used. To see it, run with --suggest plan.yml.',
};

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new UserError('LNK-207', {
      what: { zh: `不能读取方案“${file}”。`, en: `The plan "${file}" cannot be read.` },
      why: { zh: '没有这个文件，或者没有读它的权限。', en: 'There is no such file, or it may not be read.' },
      remedy: {
        zh: '请检查路径；还没有方案时用 --suggest 写一个。',
        en: 'Check the path; without a plan, --suggest writes one.',
      },
    });
  }
}

async function run(
  request: LinkRequest,
  plan: Plan | null,
  out: string | null,
  world: World,
): Promise<JobResult> {
  const progress = terminalProgress(world, request.lang);
  const { left, right, judgements, explain } = request;
  try {
    return await startJob(
      { left, right, plan, out, judgements, explain, workFolder: request.work, memoryLimit: request.memory },
      world,
      progress,
    );
  } finally {
    progress.done();
  }
}

/** Beside the file it becomes, so that it takes its place in one step. */
const partOf = (file: string, ending: string): string =>
  join(dirname(file), `.${basename(file)}.${process.pid}${ending}`);

/** In one step, and for nobody else to read: it says who is who. */
function takeItsPlace(part: string, file: string): void {
  chmodSync(part, 0o600);
  renameSync(part, file);
}

function writeWhole(file: string, text: string): void {
  const part = partOf(file, '.new');
  try {
    writeFileSync(part, text, { mode: 0o600 });
    renameSync(part, file);
  } finally {
    rmSync(part, { force: true });
  }
}

function tellResult(request: LinkRequest, report: LinkReport, world: World): void {
  const { links, compared, clusters, ties } = report;
  say(request, world, {
    zh: `比较了 ${compared} 对：同一人 ${links.same} 对，疑似同一人 ${links.likely} 对${clusters === null ? '' : `，归为 ${clusters} 人`}。`,
    en: `Compared ${compared} pairs: ${links.same} of one person, ${links.likely} likely${clusters === null ? '' : `; ${clusters} people in all`}.`,
  });
  if (ties > 0)
    say(request, world, {
      zh: `${ties} 条记录有同样好的几个对象，没有替您选，请人工判断。`,
      en: `${ties} records have several partners that are equally good; none was chosen, people should judge.`,
    });
  for (const file of [request.out, request.report])
    if (file !== null) say(request, world, { zh: `已写出：${file}`, en: `Written: ${file}` });
}

const say = ({ lang }: LinkRequest, world: World, text: Bilingual): void => world.print(text[lang]);
