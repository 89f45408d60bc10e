import type { ImportRefusal } from './import-refusal.ts';
import type { RawSheet } from './raw-sheet.ts';

export interface ReadOptions {
  /** Tried one after the other on protected files. */
  readonly passwords: readonly string[];
  /** The run's private folder; copies made here are not removed by the readers. */
  readonly tempFolder: string;
  /** Start of the names of the tables made, unique to the file: `<prefix>_<sheet index>`. Letters, digits, `_`. */
  readonly prefix: string;
  /** Called with a fraction from 0 to 1. */
  readonly onProgress?: (fraction: number) => void;
}

/** All of one file: the sheets read, and a refusal for each thing that was not (empty sheets included). */
export interface FileReading {
  readonly sheets: readonly RawSheet[];
  readonly refusals: readonly ImportRefusal[];
}
