import { z } from 'zod';
import { PackError } from './pack-error.ts';
import { DateText } from './rule-head.ts';
import { readYaml } from './yaml-file.ts';

export const InstrumentFile = z.strictObject({
  id: z.string().regex(/^[A-Z][A-Z0-9-]*$/, 'an instrument id such as M57 or SAL2026'),
  zh: z.string().min(1),
  en: z.string().min(1),
  /** Document number, such as 民发〔2021〕57号; absent for laws without one. */
  number: z.string().min(1).optional(),
  issuer: z.string().min(1),
  from: DateText,
  /** Exclusive; absent: in force. */
  to: DateText.optional(),
  /** Id of the instrument that took its place. */
  repealedBy: z.string().optional(),
  /** V text read · V2 quotation read · BK background knowledge */
  read: z.enum(['V', 'V2', 'BK']),
  note: z.string().optional(),
  articles: z.array(z.strictObject({ no: z.string().min(1), zh: z.string().min(1) })).default([]),
});
export type Instrument = z.output<typeof InstrumentFile> & { readonly file: string };

const RegimeFile = z.strictObject({
  regimes: z
    .array(
      z.strictObject({
        id: z.enum(['R0', 'R1', 'R2', 'R3']),
        zh: z.string().min(1),
        en: z.string().min(1),
        from: DateText,
        to: DateText.optional(),
        instruments: z.array(z.string()).min(1),
        /** Changes inside the regime: dated, not regimes of their own. */
        stages: z
          .array(
            z.strictObject({
              id: z.string(),
              from: DateText,
              to: DateText.optional(),
              zh: z.string().min(1),
              instruments: z.array(z.string()).default([]),
            }),
          )
          .default([]),
      }),
    )
    .min(1),
});
export type Regime = z.output<typeof RegimeFile>['regimes'][number];

/** Reads one instrument of policy/law. @throws PackError PACK-02, PACK-23 */
export function readInstrument(text: string, file: string): Instrument {
  const read = readYaml(text, file, InstrumentFile);
  if (read.to !== undefined && read.to <= read.from) {
    throw new PackError(
      'PACK-23',
      { file, line: 1 },
      {
        zh: `法规 ${read.id} 的失效日不晚于施行日。to 不计入，请改正。`,
        en: `Instrument ${read.id} ends before it begins. "to" is exclusive; correct it.`,
      },
    );
  }
  return { ...read, file };
}

/** Reads policy/law/regimes.yml: consecutive half-open periods, each beginning where the last one ends. */
export function readRegimes(text: string, file: string): Regime[] {
  const { regimes } = readYaml(text, file, RegimeFile);
  for (const [i, regime] of regimes.entries()) {
    const next = regimes[i + 1];
    if (next === undefined ? regime.to === undefined : regime.to === next.from) continue;
    throw new PackError(
      'PACK-23',
      { file, line: 1 },
      {
        zh: `${regime.id} 的 to 应等于下一时期的 from（最后一个不写 to）。`,
        en: `"to" of ${regime.id} must equal the next "from" (none for the last).`,
      },
    );
  }
  return regimes;
}

/** Checks that every instrument another file names exists. @throws PackError PACK-24 */
export function checkInstruments(
  law: ReadonlyMap<string, Instrument>,
  named: Iterable<{ id: string; file: string; line: number }>,
): void {
  for (const { id, file, line } of named) {
    if (law.has(id)) continue;
    throw new PackError(
      'PACK-24',
      { file, line },
      {
        zh: `引用的法规 ${id} 不在 policy/law。请核对编号，或新增一个法规文件。现有：${[...law.keys()].join('、')}。`,
        en: `Instrument ${id} is not in policy/law. Check the id or add a file. Known: ${[...law.keys()].join(', ')}.`,
      },
    );
  }
}

/** Checks that a rule cites an instrument only for days on which it was in force. @throws PackError PACK-32 */
export function checkCitation(
  law: ReadonlyMap<string, Instrument>,
  basis: { readonly instrument: string; readonly from: string; readonly to?: string | undefined },
  file: string,
): void {
  const cited = law.get(basis.instrument);
  if (!cited) return;
  const early = basis.from < cited.from;
  const late = cited.to !== undefined && (basis.to === undefined || basis.to > cited.to);
  if (!early && !late) return;
  const span = `${cited.from} – ${cited.to ?? ''}`;
  throw new PackError(
    'PACK-32',
    { file, line: 2 },
    {
      zh: `引用 ${cited.id} 的日期（${basis.from} 起）超出其施行期 ${span}（止日不计入）。请改 from、to，或分引前后两个文件。`,
      en: `${cited.id} is cited outside the time it was in force, ${span} (end exclusive). Change from and to, or cite each instrument for its own time.`,
    },
  );
}
