import { openApi } from '@yangguang/contract/openapi';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Office } from '../http/call.ts';
import { algorithmsPage } from './algorithms-page.ts';
import { apiPage } from './api-page.ts';
import { pageIcon } from './page-icon.ts';
import { pageSheet } from './page-sheet.ts';

/** The pages of the API itself: the list of operations, its OpenAPI document, the algorithms to print. */
export function servePages(app: FastifyInstance, office: Office, hasDesk: boolean): void {
  const document = JSON.stringify(openApi(office.version));
  const give = (path: string, type: string, text: string): void => {
    app.get(path, { exposeHeadRoute: true, config: { operation: 'page' } }, (_request, reply: FastifyReply) =>
      reply.type(`${type}; charset=utf-8`).header('cache-control', 'no-cache').send(text),
    );
  };
  give('/api', 'text/html', apiPage(office.version));
  if (!hasDesk) app.get('/', (_request, reply: FastifyReply) => reply.redirect('/api'));
  give('/algorithms', 'text/html', algorithmsPage(office.vault));
  give('/openapi.json', 'application/json', document);
  give('/yangguang.svg', 'image/svg+xml', pageIcon);
  give('/yangguang.css', 'text/css', pageSheet);
}
