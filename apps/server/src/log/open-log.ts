import { type DestinationStream, type Logger, pino } from 'pino';
import { guardLine } from './guard-line.ts';

/** A structured log: one JSON object a line, instants in UTC, no number that could belong to a person. */
export function openLog(level: string, destination: DestinationStream = pino.destination(1)): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      hooks: { streamWrite: guardLine },
    },
    destination,
  );
}
