import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Bilingual, UserError } from '@yangguang/domain/errors/user-error';
import type { Settings } from '../settings.ts';

/** What the server shows browsers. */
export interface Tls {
  readonly cert: Buffer;
  readonly key: Buffer;
  readonly minVersion: 'TLSv1.2';
  /** The last day of the certificate, 'YYYY-MM-DD'. */
  readonly validTo: string;
}

/**
 * Certificate and key of the settings, read once and tried before anything starts; null without them.
 * @throws UserError SET-102
 */
export function readTls({ TLS_CERT, TLS_KEY }: Pick<Settings, 'TLS_CERT' | 'TLS_KEY'>): Tls | null {
  if (TLS_CERT === undefined || TLS_KEY === undefined) return null;
  const cert = readPart(TLS_CERT);
  const key = readPart(TLS_KEY);
  const certificate = tried(TLS_CERT, () => new X509Certificate(cert));
  const privateKey = tried(TLS_KEY, () => createPrivateKey(key));
  if (!certificate.checkPrivateKey(privateKey))
    throw unfit(TLS_KEY, {
      zh: '私钥与证书不是一对。',
      en: 'The key does not belong to the certificate.',
    });
  const validTo = new Date(certificate.validTo).toISOString().slice(0, 10);
  return { cert, key, minVersion: 'TLSv1.2', validTo };
}

function readPart(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    throw unfit(file, { zh: `文件读不出来（${code}）。`, en: `It cannot be read (${code}).` }, error);
  }
}

function tried<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw unfit(
      file,
      {
        zh: '内容不是 PEM 格式的证书或未加密的私钥。',
        en: 'It is no certificate or unencrypted key in PEM form.',
      },
      error,
    );
  }
}

function unfit(file: string, why: Bilingual, cause?: unknown): UserError {
  return new UserError(
    'SET-102',
    {
      what: { zh: `TLS 文件 ${file} 不能使用。`, en: `The TLS file ${file} cannot be used.` },
      why,
      remedy: {
        zh: '请检查 TLS_CERT（证书链）和 TLS_KEY（私钥），运行服务器的用户须能读取。',
        en: 'See TLS_CERT (the chain of certificates) and TLS_KEY (the key); the user who runs the server must be able to read them.',
      },
    },
    { cause },
  );
}
