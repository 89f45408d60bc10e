import type { World } from '../world.ts';

/** Prints a sentence in both languages, Chinese first. */
export function say(world: World, zh: string, en: string): void {
  world.print(zh);
  world.print(en);
}
