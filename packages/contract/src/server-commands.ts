import type { Bilingual } from '@yangguang/domain/errors/user-error';

/** Commands of `yangguang` that the server program runs, in the order in which the help shows them. */
export const serverCommands = {
  serve: { zh: '启动服务器', en: 'start the server' },
  migrate: { zh: '把数据库升级到本版本', en: 'bring the database to this version' },
  'export-openapi': { zh: '打印接口的 OpenAPI 3.1 文档', en: 'print the OpenAPI 3.1 document of the API' },
} as const satisfies Record<string, Bilingual>;
