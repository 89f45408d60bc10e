import type { DuckDBConnection } from '@duckdb/node-api';
import { UserError } from '@yangguang/domain/errors/user-error';
import type { Plan } from '../plan/plan.ts';

/** Tries the plan's own conditions before anything is compared. @throws UserError LNK-111 */
export async function assertConditions(
  db: DuckDBConnection,
  plan: Plan,
  left: string,
  right: string,
): Promise<void> {
  for (const spec of plan.compare) {
    if (spec.by !== 'sql') continue;
    for (const condition of spec.levels)
      await db
        .run(`select (${condition})::boolean from ${left} l cross join ${right} r limit 0`)
        .catch((cause: unknown) => {
          throw faultyCondition(condition, cause);
        });
  }
}

function faultyCondition(condition: string, cause: unknown): UserError {
  const said = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : '';
  return new UserError(
    'LNK-111',
    {
      what: { zh: `条件“${condition}”不能执行。`, en: `The condition “${condition}” cannot be run.` },
      why: { zh: `数据库的说法：${said}`, en: `What the database says: ${said}` },
      remedy: {
        zh: '请用 l.字段 和 r.字段 书写条件，所用字段要列在该比较的 fields 里。',
        en: 'Write it over l.<field> and r.<field>; every field it uses has to stand in its list of fields.',
      },
    },
    { cause },
  );
}
