import type { AnyRoute } from '@tanstack/react-router';

/** Screens of this part. */
export const sampleRoutes: readonly AnyRoute[] = [];
