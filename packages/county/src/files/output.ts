import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Cell, Sheet } from './sheet.ts';
import { csvBytes, type Encoding } from './write-csv.ts';
import { writeXls } from './write-xls.ts';
import { writeXlsx, writeZip } from './write-xlsx.ts';

/** The folder the departments' files go to; paths are relative, '/' between folders. */
export class Output {
  readonly folder: string;
  count = 0;

  constructor(folder: string) {
    this.folder = folder;
  }

  async xlsx(path: string, sheets: readonly Sheet[]): Promise<void> {
    await writeXlsx(this.place(path), sheets);
  }

  async zip(path: string, files: readonly (readonly [name: string, content: Buffer])[]): Promise<void> {
    await writeZip(this.place(path), files);
  }

  xls(path: string, sheets: readonly Sheet[]): void {
    writeXls(this.place(path), sheets);
  }

  csv(path: string, rows: readonly (readonly Cell[])[], encoding: Encoding): void {
    writeFileSync(this.place(path), csvBytes(rows, encoding));
  }

  bytes(path: string, content: Buffer): void {
    writeFileSync(this.place(path), content);
  }

  private place(path: string): string {
    const absolute = join(this.folder, path);
    mkdirSync(dirname(absolute), { recursive: true });
    this.count += 1;
    return absolute;
  }
}
