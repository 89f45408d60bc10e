import { auditStatus } from '@yangguang/store/audit/search-reads';
import type { Transaction } from '@yangguang/store/database';
import { queueState, type QueueState } from '@yangguang/store/job/list-jobs';
import { sql } from '@yangguang/store/sql';
import { chinaDay } from '@yangguang/domain/words/china-day';
import type { Office } from '../http/call.ts';
import { jobKindNames } from '../jobs/job-names.ts';
import { type BackupNote, listBackups } from './backup-notes.ts';
import { type CheckItem, checkItem, type Found, good } from './check-item.ts';

const dayMs = 86_400_000;
const daysSince = (at: Date, now: Date): number => Math.floor((now.getTime() - at.getTime()) / dayMs);

/** What the server writes down and keeps: backups, proofs, jobs, the audit of reads. */
export async function recordItems({ db, now }: Pick<Office, 'db' | 'now'>): Promise<CheckItem[]> {
  const at = now();
  return db.asOwner(async (tx) => {
    const { lastVerified } = await auditStatus(tx, jobKindNames.verifyStore);
    return [
      checkItem(
        'backup',
        { zh: '备份', en: 'Backup' },
        judgeBackup((await listBackups(tx, 1))[0] ?? null, at),
      ),
      checkItem('verify', { zh: '完整性核验', en: 'Verification' }, judgeVerification(lastVerified, at)),
      checkItem('root', { zh: '每日根值', en: 'Daily root' }, judgeRoot(await newestRoot(tx), at)),
      checkItem('jobs', { zh: '后台任务', en: 'Jobs' }, judgeJobs(await queueState(tx, at), at)),
      checkItem('seals', { zh: '查阅记录封存', en: 'Seals of the reads' }, judgeSeals(await unsealed(tx))),
    ];
  });
}

/** A bureau that loses a week of visits has to make them again. */
export function judgeBackup(newest: (BackupNote & { readonly at: Date }) | null, now: Date): Found {
  const remedy = {
    zh: '请备份，并设为每天夜间自动执行；备份放到另一块盘。',
    en: 'Make a backup, let it run every night, and keep it on another disk.',
  };
  if (newest === null)
    return {
      state: 'bad',
      finding: { zh: '还没有备份过。', en: 'No backup was ever made.' },
      remedy,
    };
  const days = daysSince(newest.at, now);
  const finding = {
    zh: `${chinaDay(newest.at)} 备份到 ${newest.folder}，${newest.files} 个文件，已重读核对。`,
    en: `On ${chinaDay(newest.at)} to ${newest.folder}, ${newest.files} files, read again and compared.`,
  };
  if (newest.missingFiles > 0)
    return {
      state: 'bad',
      finding: {
        zh: `${finding.zh}其中 ${newest.missingFiles} 个文件登记了而磁盘上没有。`,
        en: `${finding.en} ${newest.missingFiles} files that are registered were not on the disk.`,
      },
      remedy: {
        zh: '请安全审计员核验，并从较早的备份中取回这些文件。',
        en: 'Have the records verified, and take the files back from an earlier backup.',
      },
    };
  if (days < 2) return { state: 'good', finding };
  return { state: days < 8 ? 'attention' : 'bad', finding, remedy };
}

/** @param last the newest verification as the audit keeps it */
export function judgeVerification(
  last: { readonly at: Date; readonly subject: Readonly<Record<string, unknown>> } | null,
  now: Date,
): Found {
  const remedy = {
    zh: '请安全审计员在“审计”中开始核验。',
    en: 'Ask the audit administrator to verify, under “Audit”.',
  };
  if (last === null)
    return {
      state: 'attention',
      finding: { zh: '还没有核验过。', en: 'Nothing was verified yet.' },
      remedy,
    };
  const on = chinaDay(last.at);
  if (last.subject['isWhole'] !== true)
    return {
      state: 'bad',
      finding: { zh: `${on} 核验发现异常。`, en: `The verification of ${on} found something.` },
      remedy: {
        zh: '请保持现场，报告安全审计员；不要恢复备份。',
        en: 'Leave everything as it is and tell the audit administrator; do not restore a backup.',
      },
    };
  const days = daysSince(last.at, now);
  const finding = {
    zh: `${on} 核验没有异常，距今 ${days} 天。`,
    en: `Verified on ${on}, ${days} days ago: nothing found.`,
  };
  return days <= 30 ? { state: 'good', finding } : { state: 'attention', finding, remedy };
}

/** @param newest day of the newest root, 'YYYY-MM-DD' */
export function judgeRoot(newest: string | null, now: Date): Found {
  const yesterday = chinaDay(new Date(now.getTime() - dayMs));
  if (newest !== null && newest >= yesterday)
    return good(
      `最近的根值属于 ${newest}，可以打印留存。`,
      `The newest root is of ${newest}; it can be printed.`,
    );
  return {
    state: 'attention',
    finding:
      newest === null
        ? { zh: '还没有根值。', en: 'There is no root yet.' }
        : {
            zh: `最近的根值属于 ${newest}，昨天的还没有。`,
            en: `The newest root is of ${newest}; yesterday’s is missing.`,
          },
    remedy: {
      zh: '服务器运行时每天零点后自动生成；请查看后台任务是否失败。',
      en: 'It is made after midnight while the server runs; see whether its job failed.',
    },
  };
}

/** A job that waits for an hour waits for somebody. */
export function judgeJobs({ waiting, running, failedOfDay, oldestWaitsSince }: QueueState, now: Date): Found {
  const finding = {
    zh: `正在办 ${running} 个，等待 ${waiting} 个，一天内失败 ${failedOfDay} 个。`,
    en: `${running} running, ${waiting} waiting, ${failedOfDay} failed within a day.`,
  };
  const remedy = {
    zh: '请在“后台任务”查看故障编号，处理后重试。',
    en: 'See the code of the fault under “Jobs”, then try again.',
  };
  if (failedOfDay > 0) return { state: 'bad', finding, remedy };
  const waits = oldestWaitsSince === null ? 0 : now.getTime() - oldestWaitsSince.getTime();
  // The root of the day waits for midnight: as long as that is no sign of trouble.
  return waits > dayMs + 3_600_000 ? { state: 'attention', finding, remedy } : { state: 'good', finding };
}

/** @param lines of the audit of reads behind its newest seal */
export function judgeSeals(lines: number): Found {
  if (lines === 0) return good('每一条查阅记录都已封存。', 'Every line of the audit of reads is sealed.');
  return {
    state: 'bad',
    finding: {
      zh: `有 ${lines} 条查阅记录没有封存。`,
      en: `${lines} lines of the audit of reads are not sealed.`,
    },
    remedy: {
      zh: '本系统写入时即封存，出现这种情况说明有人直接写过数据库：请安全审计员核验。',
      en: 'The server seals as it writes, so somebody wrote into the database itself: have it verified.',
    },
  };
}

async function newestRoot(tx: Transaction): Promise<string | null> {
  const row = await tx.find<{ day: string }>(
    sql`select day::text as day from daily_root order by day desc limit 1`,
  );
  return row?.day ?? null;
}

async function unsealed(tx: Transaction): Promise<number> {
  const { lines } = await tx.get<{ lines: number }>(sql`
    select count(*)::integer as lines from read_log where seq > (select coalesce(max(to_seq), 0) from read_seal)`);
  return lines;
}
