import type { Got } from '../../api/use-api.tsx';

/** A run as the server gives it. */
export type Run = Got<'run.get'>;
