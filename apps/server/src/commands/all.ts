import { backup } from './backup.ts';
import type { Command } from './command.ts';
import { exportOpenapi } from './export-openapi.ts';
import { keys } from './keys.ts';
import { migrate } from './migrate.ts';
import { openSealed } from './open-sealed.ts';
import { receiverKey } from './receiver-key.ts';
import { restore } from './restore.ts';
import { serve } from './serve.ts';
import { user } from './user.ts';
import { verify } from './verify.ts';

/** In the order in which the help shows them. */
export const commands: readonly Command[] = [
  serve,
  migrate,
  backup,
  restore,
  verify,
  user,
  keys,
  receiverKey,
  openSealed,
  exportOpenapi,
];
