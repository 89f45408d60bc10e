import type { Bilingual } from '@yangguang/domain/errors/user-error';

/** What was done to a row. */
export type Tampering = 'changed' | 'removed' | 'inserted';

/** One place where the store is not what was written. */
export interface Finding {
  readonly what: Tampering;
  readonly table: string;
  /** Key of the row: a number, an id, a day; 'a–b' for a run of rows. Never personal data. */
  readonly key: string;
  /** How it shows. */
  readonly where: Bilingual;
}

/** Findings as they come, with an end: a store rewritten from start to finish must not fill the memory. */
export interface Findings {
  readonly list: readonly Finding[];
  /** All of them, the ones left out too. */
  readonly count: number;
  add(what: Tampering, table: string, key: string | number | bigint, zh: string, en: string): void;
}

/** @param most findings kept in full */
export function collectFindings(most = 1000): Findings {
  const list: Finding[] = [];
  let count = 0;
  return {
    list,
    get count() {
      return count;
    },
    add: (what, table, key, zh, en) => {
      count += 1;
      if (list.length < most) list.push({ what, table, key: String(key), where: { zh, en } });
    },
  };
}

const told: Readonly<Record<Tampering, Bilingual>> = {
  changed: { zh: '被改动', en: 'changed' },
  removed: { zh: '被删除', en: 'removed' },
  inserted: { zh: '被插入', en: 'inserted' },
};

/** One line for one finding. */
export function describeFinding({ what, table, key, where }: Finding): Bilingual {
  return {
    zh: `${table} ${key} ${told[what].zh}：${where.zh}`,
    en: `${table} ${key} ${told[what].en}: ${where.en}`,
  };
}
