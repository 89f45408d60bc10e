import type { Bilingual } from '@yangguang/domain/errors/user-error';

/** Commands of `yangguang` that the server program runs, in the order in which the help shows them. */
export const serverCommands = {
  serve: { zh: '启动服务器', en: 'start the server' },
  migrate: { zh: '把数据库升级到本版本', en: 'bring the database to this version' },
  backup: { zh: '备份数据库和证据文件', en: 'back up the database and the files' },
  restore: { zh: '把备份恢复到空的数据库', en: 'restore a backup into an empty database' },
  verify: { zh: '核验办理记录是否被篡改', en: 'find any tampering with the records' },
  user: { zh: '账号：建三员、列表、重置口令、解锁', en: 'accounts: set up, list, reset, unlock' },
  keys: { zh: '密钥：列表、轮换、停用', en: 'keys: list, rotate, retire' },
  'receiver-key': { zh: '接收机关生成密件密钥', en: 'make a key for receiving sealed packages' },
  'open-sealed': { zh: '接收机关用私钥打开密件', en: 'open a sealed package with the private key' },
  'export-openapi': { zh: '打印接口的 OpenAPI 3.1 文档', en: 'print the OpenAPI 3.1 document of the API' },
} as const satisfies Record<string, Bilingual>;
