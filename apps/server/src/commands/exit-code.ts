/** Exit codes of the server program, the same as those of `yangguang`. */
export const exitCode = { done: 0, found: 1, usage: 2, ourFault: 4, interrupted: 130 } as const;
