/** Kinds of jobs, as the queue keeps them. */
export const jobKindNames = {
  readBatch: 'import.read',
  checkRun: 'run.check',
  sendDispatch: 'dispatch.send',
  verifyStore: 'audit.verify',
  makeRoot: 'audit.root',
  backUp: 'system.backup',
} as const;

/** Only one check runs at a time: each may take all of the machine's memory meant for it. */
export const engineKey = 'engine';
