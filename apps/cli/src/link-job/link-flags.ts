import type { Flag } from '../args/command.ts';
import { langFlag } from '../args/flag-values.ts';
import type { Bilingual } from '../world.ts';

function refuseMemory(value: string): Bilingual | undefined {
  const [, count = '', unit = ''] = /^(\d+(?:\.\d+)?)\s*(MB|GB)$/i.exec(value) ?? [];
  const megabytes = Number(count) * (unit.toUpperCase() === 'GB' ? 1000 : 1);
  if (count !== '' && megabytes >= 100) return undefined;
  return {
    zh: `“${value}”不是内存大小，应写成 800MB 或 2GB 这样，至少 100MB。`,
    en: `"${value}" is no size of memory; write it like 800MB or 2GB, at least 100MB.`,
  };
}

/** Flags of `link` and `dedupe`. */
export const linkFlags = {
  plan: {
    kind: 'text',
    value: 'FILE',
    zh: '比对方案（YAML）；不给就用程序建议的方案',
    en: 'the plan (YAML); without it the suggested one is used',
  },
  suggest: {
    kind: 'text',
    value: 'FILE',
    zh: '看过数据后写出一个建议的方案，不比对；文件不能已存在',
    en: 'look at the data and write a suggested plan instead of linking; the file must not exist yet',
  },
  out: {
    kind: 'text',
    value: 'FILE',
    zh: '结果写到哪个文件（CSV）',
    en: 'file to write the result to (CSV)',
  },
  explain: {
    kind: 'many',
    value: 'ID_LEFT ID_RIGHT',
    zh: '逐项说明这两条记录为什么是、或为什么不是同一人',
    en: 'say item by item why these two records are one person, or why not',
  },
  report: {
    kind: 'text',
    value: 'FILE',
    zh: '写一页报告（HTML，可离线打开）',
    en: 'write a report of one page (HTML, opens offline)',
  },
  judgements: {
    kind: 'text',
    value: 'FILE',
    zh: '人工判断（CSV：id_left, id_right, verdict 为 同一人、不是同一人、不确定）',
    en: 'judgements by people (CSV: id_left, id_right, verdict same, not_same or unsure)',
  },
  work: {
    kind: 'text',
    value: 'DIR',
    zh: '中间文件放在这里并保留，中断后可接着做；默认用临时文件夹，用完即删',
    en: 'keep intermediate files here, to go on after an interruption; by default a temporary folder, removed at the end',
  },
  memory: {
    kind: 'text',
    value: 'SIZE',
    refuse: refuseMemory,
    zh: '整个程序最多用多少内存，默认 800MB；超出的部分放到磁盘',
    en: 'memory the whole program may use, 800MB by default; the rest goes to disk',
  },
  lang: langFlag,
} as const satisfies Record<string, Flag>;
