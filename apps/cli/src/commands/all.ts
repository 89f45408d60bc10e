import type { Command } from '../args/command.ts';
import { answers } from './answers.ts';
import { check } from './check.ts';
import { dedupe } from './dedupe.ts';
import { demo } from './demo.ts';
import { explain } from './explain.ts';
import { link } from './link.ts';
import { newRule } from './new-rule.ts';
import { serveReport } from './serve-report.ts';
import { handedOver } from './server-commands.ts';
import { tryRule } from './try-rule.ts';

/** In the order in which the help shows them. */
export const commands: readonly Command[] = [
  check,
  answers,
  explain,
  link,
  dedupe,
  demo,
  serveReport,
  newRule,
  tryRule,
  ...handedOver,
];
