import { serverCommands } from '@yangguang/contract/server-commands';
import { UserError } from '@yangguang/domain/errors/user-error';
import { makeSetUpCode } from '@yangguang/store/account/set-up';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { buildServer } from '../http/build-server.ts';
import { openLog } from '../log/open-log.ts';
import { openOffice } from '../office/open-office.ts';
import { handlers } from '../operations/all.ts';
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
  flags: {},
  examples: ['yangguang serve', 'PORT=8443 TLS_CERT=cert.pem TLS_KEY=key.pem yangguang serve'],
  async run(_typed, world) {
    const settings = readSettings(world.environment);
    const log = openLog(settings.LOG_LEVEL);
    const opened = await openOffice(settings, world, log);
    const { office } = opened;
    try {
      const app = await buildServer(office, { handlers, resolveSession, log });
      const address = await listen(app, settings, world);
      const code = await office.db.asOwner((tx) => makeSetUpCode(tx, world.now()));
      announce(world, settings.PUBLIC_URL ?? address, code);
      await untilAborted(world.signal);
      log.info('stopping');
      await stopTaking(app, settings.STOP_SECONDS, log);
    } finally {
      await opened.close();
    }
    log.info('stopped');
    return exitCode.done;
  },
};

/** Listens where the settings say; without a PORT of one's own, on the next free one after the usual. */
async function listen(app: FastifyInstance, settings: Settings, world: World): Promise<string> {
  const isChosen = (world.environment['PORT'] ?? '') !== '';
  const last = isChosen || settings.PORT === 0 ? settings.PORT : settings.PORT + 20;
  for (let port = settings.PORT; ; port++) {
    try {
      return await app.listen({ host: settings.HOST, port });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || port >= last)
        throw cannotListen(error, port);
    }
  }
}

function cannotListen(cause: unknown, port: number): UserError {
  const { code = '' } = cause as NodeJS.ErrnoException;
  return new UserError(
    'SRV-201',
    {
      what: { zh: `不能在端口 ${port} 上监听。`, en: `The server cannot listen on port ${port}.` },
      why: {
        zh: `系统答复 ${code}（EADDRINUSE 表示端口被占用）。`,
        en: `The system said ${code} (EADDRINUSE: it is taken).`,
      },
      remedy: {
        zh: '请用 PORT、HOST 换一个，或停止占用它的程序。',
        en: 'Choose another with PORT and HOST, or stop what uses it.',
      },
    },
    { cause },
  );
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
