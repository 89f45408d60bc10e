import { X509Certificate } from 'node:crypto';
import { readFileSync, statfsSync } from 'node:fs';
import { chinaDay } from '@yangguang/domain/words/china-day';
import type { Office } from '../http/call.ts';
import { isSecure, type Settings } from '../settings.ts';
import { type CheckItem, checkItem, type Found, good } from './check-item.ts';

const gigabyte = 1024 ** 3;
const dayMs = 86_400_000;

/** What the machine under the server gives: room, an encrypted way in, a certificate that lasts; and the policy pack. */
export function machineItems({
  settings,
  policy,
  now,
  version,
}: Pick<Office, 'settings' | 'policy' | 'now' | 'version'>): CheckItem[] {
  return [
    checkItem('disk', { zh: '磁盘空间', en: 'Room on the disk' }, findRoom(settings.DATA_DIR)),
    checkItem('https', { zh: '加密访问', en: 'Encrypted access' }, findHttps(settings)),
    checkItem(
      'certificate',
      { zh: '证书到期', en: 'End of the certificate' },
      findCertificate(settings, now()),
    ),
    checkItem(
      'policy',
      { zh: '程序与政策包', en: 'Program and policy pack' },
      good(
        `程序 ${version}，政策包 ${policy.version}，哈希 ${policy.hash}。`,
        `Program ${version}, policy pack ${policy.version}, hash ${policy.hash}.`,
      ),
    ),
  ];
}

function findRoom(folder: string): Found {
  const { bavail, blocks, bsize } = statfsSync(folder);
  return judgeRoom(bavail * bsize, blocks * bsize);
}

/** A database that finds no room stops; files of a campaign come by the gigabyte. @param free, all bytes */
export function judgeRoom(free: number, all: number): Found {
  const [left, whole] = [free, all].map((bytes) => (bytes / gigabyte).toFixed(1));
  const finding = {
    zh: `数据目录还有 ${left} GB，共 ${whole} GB。`,
    en: `${left} GB of ${whole} GB are free.`,
  };
  const remedy = {
    zh: '请清理磁盘或扩容；备份请放到另一块盘。',
    en: 'Make room or add a disk; keep backups on another one.',
  };
  if (free < gigabyte) return { state: 'bad', finding, remedy };
  if (free < 10 * gigabyte || free < all / 20) return { state: 'attention', finding, remedy };
  return { state: 'good', finding };
}

function findHttps(settings: Settings): Found {
  if (isSecure(settings))
    return settings.TLS_CERT === undefined
      ? good(
          `由前置代理加密：${settings.PUBLIC_URL ?? ''}。`,
          `Encrypted by a proxy in front: ${settings.PUBLIC_URL ?? ''}.`,
        )
      : good('本服务器使用 TLS。', 'This server uses TLS.');
  const isLocal = ['127.0.0.1', 'localhost', '::1'].includes(settings.HOST);
  return {
    state: isLocal ? 'attention' : 'bad',
    finding: isLocal
      ? {
          zh: '没有加密，只有本机可以访问。',
          en: 'Not encrypted; only this machine can reach it.',
        }
      : {
          zh: '没有加密，口令和个人信息以明文经过网络。',
          en: 'Not encrypted: passwords and personal data cross the network in the clear.',
        },
    remedy: {
      zh: '给同事使用前，请设置 TLS_CERT 和 TLS_KEY，或用前置代理加密并设置 PUBLIC_URL。',
      en: 'Before colleagues use it, set TLS_CERT and TLS_KEY, or encrypt at a proxy and set PUBLIC_URL.',
    },
  };
}

function findCertificate({ TLS_CERT }: Settings, now: Date): Found {
  if (TLS_CERT === undefined)
    return good('本服务器没有自己的证书。', 'This server has no certificate of its own.');
  return judgeCertificate(new Date(new X509Certificate(readFileSync(TLS_CERT)).validTo), now);
}

/** Thirty days are enough to apply for the next one; seven are not. */
export function judgeCertificate(validTo: Date, now: Date): Found {
  const days = Math.floor((validTo.getTime() - now.getTime()) / dayMs);
  const on = chinaDay(validTo);
  const finding =
    days < 0
      ? { zh: `证书已于 ${on} 到期。`, en: `The certificate ended on ${on}.` }
      : { zh: `证书 ${on} 到期，还有 ${days} 天。`, en: `The certificate ends on ${on}, in ${days} days.` };
  if (days >= 30) return { state: 'good', finding };
  return {
    state: days < 7 ? 'bad' : 'attention',
    finding,
    remedy: {
      zh: '请申请新证书，换上后重新启动服务器。',
      en: 'Apply for a new certificate, put it in place and restart the server.',
    },
  };
}
