import type { AnyRoute } from '@tanstack/react-router';

/** Screens of this part. */
export const mattersRoutes: readonly AnyRoute[] = [];
