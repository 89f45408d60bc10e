import { statSync } from 'node:fs';
import { UserError } from '@yangguang/domain/errors/user-error';

/** @throws UserError CLI-301 when there is no such folder, CLI-302 when it is a file; exit code 3 */
export function assertFolder(folder: string): void {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found === undefined) {
    throw new UserError('CLI-301', {
      what: { zh: `没有找到文件夹“${folder}”。`, en: `There is no folder "${folder}".` },
      why: { zh: '这个路径下什么也没有。', en: 'Nothing is at this path.' },
      remedy: {
        zh: '请检查路径；路径里有空格时要加引号。',
        en: 'check the path; put it in quotes when it holds spaces.',
      },
    });
  }
  if (found.isDirectory()) return;
  throw new UserError('CLI-302', {
    what: { zh: `“${folder}”不是文件夹。`, en: `"${folder}" is not a folder.` },
    why: { zh: '它是一个文件。', en: 'It is a file.' },
    remedy: {
      zh: '请把它放进一个文件夹，再给出文件夹的路径。',
      en: "put it into a folder and give the folder's path.",
    },
  });
}
