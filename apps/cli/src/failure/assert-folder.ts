import { statSync } from 'node:fs';
import { exitCode } from '../exit-code.ts';
import { UserError } from './user-error.ts';

/** @throws UserError CLI-301 when there is no such folder, CLI-302 when it is a file; exit code 3 */
export function assertFolder(folder: string): void {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found === undefined) {
    throw new UserError('CLI-301', exitCode.noUsableInput, {
      zh: `没有找到文件夹“${folder}”。请检查路径；路径里有空格时要加引号。`,
      en: `There is no folder "${folder}". Check the path; put it in quotes when it holds spaces.`,
    });
  }
  if (!found.isDirectory()) {
    throw new UserError('CLI-302', exitCode.noUsableInput, {
      zh: `“${folder}”是一个文件，不是文件夹。请把它放进一个文件夹，再给出文件夹的路径。`,
      en: `"${folder}" is a file, not a folder. Put it into a folder and give the folder's path.`,
    });
  }
}
