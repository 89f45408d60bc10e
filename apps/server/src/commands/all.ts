import type { Command } from './command.ts';
import { exportOpenapi } from './export-openapi.ts';
import { migrate } from './migrate.ts';
import { serve } from './serve.ts';

/** In the order in which the help shows them. */
export const commands: readonly Command[] = [serve, migrate, exportOpenapi];
