import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asUuid } from '@yangguang/store/run/stable-id';
import { z } from 'zod';

const State = z.strictObject({
  /** Of all its accounts: printed at every start, good for nothing else. */
  password: z.string(),
  /** What its ids come from, so that a start that was interrupted goes on with the same ones. */
  seed: z.string(),
  isComplete: z.boolean(),
});
export type DemoState = z.output<typeof State>;

const fileOf = (folder: string): string => join(folder, 'demo.json');

/** What is kept of the demo in its data folder; made on the first start. */
export function openDemoState(folder: string): DemoState {
  const file = fileOf(folder);
  if (existsSync(file)) return State.parse(JSON.parse(readFileSync(file, 'utf8')));
  const state = { password: newPassword(), seed: randomBytes(16).toString('hex'), isComplete: false };
  keepDemoState(folder, state);
  return state;
}

/** Puts the state in place of the earlier one, in one step, readable by its owner only. */
export function keepDemoState(folder: string, state: DemoState): void {
  // Not closed: the database below it belongs to another user where root starts it.
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${fileOf(folder)}.new`, JSON.stringify(state), { mode: 0o600 });
  renameSync(`${fileOf(folder)}.new`, fileOf(folder));
}

const markOf = (folder: string): string => join(folder, 'demo-ended.json');

/** Marks the demo in the folder as ended. Whoever starts it after that removes it; nothing takes the mark back. */
export function markEnded(folder: string, at: Date): void {
  writeFileSync(`${markOf(folder)}.new`, JSON.stringify({ endedAt: at.toISOString() }), {
    mode: 0o600,
    flush: true,
  });
  renameSync(`${markOf(folder)}.new`, markOf(folder));
}

export function isEnded(folder: string): boolean {
  return existsSync(markOf(folder));
}

/** The id of something of the demo. */
export function demoId({ seed }: DemoState, name: string): string {
  return asUuid(createHash('sha256').update(`${seed} ${name}`).digest());
}

/** Letters, digits and signs that are easy to type; without those that look alike. */
function newPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz';
  const part = (): string => Array.from(randomBytes(4), (byte) => letters[byte % letters.length]).join('');
  return `Show-${part()}-${part()}-${String(10 + ((randomBytes(1)[0] ?? 0) % 90))}`;
}
