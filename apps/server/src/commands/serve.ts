import { setTimeout as sleep } from 'node:timers/promises';
import { serverCommands } from '@yangguang/contract/server-commands';
import { makeSetUpCode } from '@yangguang/store/account/set-up';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { buildServer } from '../http/build-server.ts';
import { cannotListen, openLobby } from '../http/lobby.ts';
import { readTls, type Tls } from '../http/read-tls.ts';
import { startWork } from '../jobs/start-work.ts';
import type { Worker } from '../jobs/open-worker.ts';
import { openLog } from '../log/open-log.ts';
import { assertNoDemo, type Demo, openDemo } from '../demo/open-demo.ts';
import type { Office } from '../http/call.ts';
import { describeFault } from '../http/error-answer.ts';
import { continueRotation } from '../office/continue-rotation.ts';
import { finishErasures } from '../office/finish-erasures.ts';
import { openOffice } from '../office/open-office.ts';
import { handlers } from '../operations/all.ts';
import { deskFolder } from '../pages/serve-desk.ts';
import { readSettings, type Settings } from '../settings.ts';
import { resolveSession } from '../sign-on/resolve-session.ts';
import type { World } from '../world.ts';
import type { Command } from './command.ts';
import { exitCode } from './exit-code.ts';

/** The server: HTTP and jobs in one program, until it is told to stop. */
export const serve: Command = {
  verb: 'serve',
  summary: serverCommands.serve,
  words: [],
  flags: {
    demo: {
      kind: 'text',
      value: 'DIR',
      zh: '演示：第一次启动时导入这个文件夹里的虚构县（yangguang demo 生成）并办起来',
      en: 'demo: on the first start import the made-up county of this folder (made by yangguang demo) and set it going',
    },
  },
  examples: ['yangguang serve', 'PORT=8443 TLS_CERT=cert.pem TLS_KEY=key.pem yangguang serve'],
  async run({ flags: { demo: files } }, given) {
    const { world, demo, ending } = chooseShow(files, given);
    const settings = readSettings(world.environment);
    const tls = readTls(settings);
    const log = openLog(settings.LOG_LEVEL);
    warnOfEnd(tls, world, log);
    const lobby = await openLobby(settings.HOST, ...portsOf(settings, world), tls);
    const opened = await openOffice(settings, world, log).catch(async (error: unknown) => {
      await lobby.close();
      throw error;
    });
    const office = withDemo(opened.office, demo, () => ending.abort());
    let moving: Promise<void> | null = null;
    let worker: Worker | null = null;
    let showing: Promise<void> | null = null;
    try {
      await assertFits(demo, office);
      const desk = deskFolder(world.program);
      const app = await buildServer(office, { handlers, resolveSession, log, tls, desk });
      await app.ready();
      const code = await office.db.asOwner((tx) => makeSetUpCode(tx, world.now()));
      worker = await startWork(office, world, log);
      // Ready means ready: after this nothing of the start can fail.
      await lobby.close();
      const address = await listen(app, settings, lobby.port);
      announce(world, settings.PUBLIC_URL ?? address, code);
      showing = showDemo(demo, office, address, log);
      moving = finishErasures(office, log).then(() => continueRotation(opened, log, world.signal));
      await untilAborted(world.signal);
      log.info('stopping');
      await sleep(settings.DRAIN_SECONDS * 1000);
      await stopTaking(app, settings.STOP_SECONDS, log);
    } finally {
      await lobby.close();
      await worker?.stop();
      await showing;
      await moving;
      await opened.close();
    }
    log.info('stopped');
    return ending.signal.aborted ? exitCode.demoEnded : exitCode.done;
  },
};

/** A server for work, or one that shows the made-up county; either is stopped from outside, the demo from within as well. */
function chooseShow(files: string | true | undefined, given: World) {
  const ending = new AbortController();
  const world = { ...given, signal: AbortSignal.any([given.signal, ending.signal]) };
  const demo: Demo | null = typeof files === 'string' ? openDemo(files, world) : null;
  return { world: demo?.world ?? world, demo, ending };
}

/** A demo is opened as one, and real work as real work. @throws UserError SRV-211 */
function assertFits(demo: Demo | null, office: Office): Promise<void> {
  return demo === null ? assertNoDemo(office) : demo.prepare(office);
}

/** Only a demo shows its accounts; a real server has nothing to show. */
function withDemo(office: Office, demo: Demo | null, end: () => void): Office {
  return demo === null ? office : { ...office, demo: demo.shown(end) };
}

/** A demo that cannot be brought under way is still a server; what went wrong is said, and the next start goes on. */
async function showDemo(demo: Demo | null, office: Office, address: string, log: Logger): Promise<void> {
  try {
    await demo?.show(office, address);
  } catch (error) {
    if ((error as Error).name === 'AbortError') return;
    log.error({ part: 'demo', fault: describeFault(error) }, 'the demo is not complete');
  }
}

/** First and last port to try: the chosen one, or, without a PORT of one's own, the usual one and those after it. */
function portsOf({ PORT }: Settings, world: World): [first: number, last: number] {
  const isChosen = (world.environment['PORT'] ?? '') !== '';
  return [PORT, isChosen || PORT === 0 ? PORT : PORT + 20];
}

async function listen(app: FastifyInstance, { HOST: host }: Settings, port: number): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (error) {
    throw cannotListen(error, port);
  }
}

/** A certificate that ends without anybody noticing stops a whole county. */
function warnOfEnd(tls: Tls | null, world: World, log: Logger): void {
  if (tls === null) return;
  const daysLeft = Math.floor((new Date(tls.validTo).getTime() - world.now().getTime()) / 86_400_000);
  if (daysLeft < 30) log.warn({ validTo: tls.validTo, daysLeft }, 'the TLS certificate ends soon');
}

function announce(world: World, address: string, setUpCode: string | null): void {
  world.print(`阳光救助已启动：${address}`);
  world.print(`Yangguang is running: ${address}`);
  if (setUpCode !== null) {
    world.print(`首次启动。建立三员账号所需的安装码（只显示这一次）：${setUpCode}`);
    world.print(`First start. Code for setting up the three administrators (shown this once): ${setUpCode}`);
  }
  world.print('按 Ctrl-C 停止。Press Ctrl-C to stop.');
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** No new connections; requests under way may end; what then still hangs is cut. */
async function stopTaking(app: FastifyInstance, seconds: number, log: Logger): Promise<void> {
  const cut = setTimeout(() => {
    log.warn('requests still under way were cut off');
    app.server.closeAllConnections();
  }, seconds * 1000);
  await app.close();
  clearTimeout(cut);
}
