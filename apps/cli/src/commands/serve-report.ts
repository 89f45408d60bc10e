import { statSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '@yangguang/domain/errors/user-error';
import { defineCommand } from '../args/command.ts';
import { refuseWhole } from '../args/flag-values.ts';
import { exitCode } from '../exit-code.ts';
import { assertFolder } from '../failure/assert-folder.ts';
import { UsageError } from '../failure/usage-error.ts';
import { serveReport as startServer } from '../report-server/serve-report.ts';

const reportName = '报告.html';
const refusePort = refuseWhole(0, 65_535);

/** Shows a result folder's report in the browser, from an address that only this machine can reach. */
export const serveReport = defineCommand({
  verb: 'serve-report',
  summary: {
    zh: '在本机浏览器里查看结果文件夹中的报告',
    en: 'show the report of a result folder in the browser of this machine',
  },
  words: [{ name: 'FOLDER', zh: 'check 写出的结果文件夹', en: 'result folder written by check' }],
  flags: {
    port: {
      kind: 'text',
      value: 'N',
      refuse: refusePort,
      zh: '端口，默认取环境变量 PORT，再默认 8420；被占用时用下一个',
      en: 'port; PORT or 8420 by default; when taken, the next free one',
    },
    host: {
      kind: 'text',
      value: 'ADDRESS',
      zh: '监听地址，默认取环境变量 HOST，再默认 127.0.0.1（只有本机能看）',
      en: 'address to listen on; HOST or 127.0.0.1 (this machine only) by default',
    },
  },
  examples: ['yangguang serve-report 各部门数据-核查结果'],
  async run({ words: [folder = ''], flags }, world) {
    assertFolder(folder);
    const file = join(folder, reportName);
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) {
      throw new UserError('CLI-304', {
        what: { zh: `“${folder}”里没有 ${reportName}。`, en: `There is no ${reportName} in "${folder}".` },
        why: { zh: '它不是检查写出的结果文件夹。', en: 'It is not a result folder written by check.' },
        remedy: {
          zh: '请先运行 yangguang check，再给出它写出的结果文件夹。',
          en: 'run yangguang check first and give the folder it wrote.',
        },
      });
    }
    const port = flags.port ?? world.environment.PORT ?? '8420';
    const refusal = refusePort(port);
    if (refusal) throw new UsageError('CLI-105', { zh: `PORT：${refusal.zh}`, en: `PORT: ${refusal.en}` });
    const server = await startServer(file, flags.host ?? world.environment.HOST ?? '127.0.0.1', Number(port));
    world.print(`报告已打开，请在浏览器里访问：${server.address}`);
    world.print(`The report is at: ${server.address}`);
    world.print('按 Ctrl-C 结束。Press Ctrl-C to stop.');
    await untilAborted(world.signal);
    await server.close();
    return exitCode.done;
  },
});

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
