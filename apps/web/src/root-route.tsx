import { createRootRoute } from '@tanstack/react-router';
import { Frame } from './shell/frame.tsx';
import { NotFoundPage } from './shell/not-found-page.tsx';

/** Parent of every screen: the frame around it. */
export const rootRoute = createRootRoute({ component: Frame, notFoundComponent: NotFoundPage });
