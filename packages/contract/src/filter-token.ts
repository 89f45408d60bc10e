import { z } from 'zod';

/**
 * Filters of a list, each one word 'name:value', so that a view is a list of words to keep and to send on. Several of one
 * name: any of them; different names: all of them. Values are codes and dates, never names or numbers of people.
 */
export function filterTokens<const N extends string>(names: readonly N[]) {
  const token = new RegExp(`^(?:${names.join('|')}):[\\w.:-]{1,60}$`, 'u');
  return z.array(z.string().regex(token, 'name:value')).max(20).default([]);
}

/** Values of the tokens by name. */
export function readTokens(tokens: readonly string[]): Readonly<Record<string, readonly string[]>> {
  const values: Record<string, string[]> = {};
  for (const token of tokens) {
    const [name = '', ...rest] = token.split(':');
    (values[name] ??= []).push(rest.join(':'));
  }
  return values;
}
