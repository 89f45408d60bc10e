import type { Bilingual } from '@yangguang/domain/errors/user-error';
import type { Permission } from '@yangguang/domain/people/permission';
import { z } from 'zod';

/**
 * One thing that may be asked over the wire. `GET` reads and takes its input from the query string, so it carries no
 * personal data; everything else is `POST` with a JSON body. `may: null` needs no session.
 */
export interface Operation {
  readonly method: 'GET' | 'POST';
  readonly path: `/${string}`;
  readonly title: Bilingual;
  /** One sentence for the API page: what it does and what it leaves alone. */
  readonly about: Bilingual;
  readonly may: Permission | null;
  readonly input: z.ZodObject;
  readonly output: z.ZodType;
  /** Permanent codes of the refusals a caller must expect, beside those every operation may give. */
  readonly refusals: readonly RefusalCode[];
  /**
   * What the read is logged as: a person looked at, a list, a search, an export, a print. Writes are steps or log
   * themselves; `none` is for what concerns nobody (health, one's own session).
   */
  readonly logs: 'person' | 'list' | 'search' | 'export' | 'print' | 'act' | 'none';
  /**
   * `request`: a POST whose body is bytes; its input comes in a header, see wire.ts. `answer`: the output is a {@link Download}
   * and leaves as bytes.
   */
  readonly streams?: 'request' | 'answer';
}

export type RefusalCode = `${Uppercase<string>}-${number}`;

/** Keeps the exact types of the schemas. */
export function operation<const O extends Operation>(o: O): O {
  return o;
}

export type Input<O extends Operation> = z.output<O['input']>;
export type Output<O extends Operation> = z.input<O['output']>;

/** Bytes that leave as a file. */
export interface Download {
  readonly content: AsyncIterable<Uint8Array>;
  readonly mediaType: string;
  readonly fileName: string;
  /** null when unknown beforehand. */
  readonly bytes: number | null;
}
/** Output of an operation with `streams: 'answer'`. */
export const Download = z.custom<Download>((value) => typeof value === 'object' && value !== null);

/** What an error looks like on the wire: the code and the whole sentence in both languages, values masked. */
export const ErrorAnswer = z.strictObject({
  code: z.string(),
  zh: z.string(),
  en: z.string(),
  whyZh: z.string(),
  whyEn: z.string(),
  remedyZh: z.string(),
  remedyEn: z.string(),
  /** Ties the answer to the log line. */
  reference: z.string(),
  /** Which fields of the input, where that is known. */
  fields: z.array(z.string()).optional(),
  /** What a program may show beside the words, such as both texts of a conflict (API-105). */
  details: z.record(z.string(), z.unknown()).optional(),
});
export type ErrorAnswer = z.output<typeof ErrorAnswer>;

/** A page of a list that stays stable while rows come and go: the cursor names the last row seen. */
export function page<const T extends z.ZodType>(item: T) {
  return z.strictObject({ items: z.array(item), next: z.string().nullable() });
}

/** Input of every list. */
export const PageInput = {
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
} as const;

export const Id = z.uuid();
export const RegionCode = z.string().regex(/^\d{0,12}$/, 'a division code');
/** A day 'YYYY-MM-DD' of the years 1900 to 2199. */
export const DateOn = z.iso.date().regex(/^(19|20|21)/);
export const Instant = z.iso.datetime({ offset: true });
export const Words = z.strictObject({ zh: z.string(), en: z.string() });
