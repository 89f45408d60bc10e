/**
 * Exit codes of the server program, the same as those of `yangguang`; `demoEnded` tells npm start to remove the demo and to
 * start an empty server.
 */
export const exitCode = { done: 0, found: 1, usage: 2, ourFault: 4, demoEnded: 5, interrupted: 130 } as const;
