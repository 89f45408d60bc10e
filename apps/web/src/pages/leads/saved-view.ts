import type { Got } from '../../api/use-api.tsx';

/** A view of the queue that somebody kept. */
export type SavedView = Got<'view.list'>['items'][number];
