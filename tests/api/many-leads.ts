import type { TestOffice } from '@yangguang/server/test-office';
import { type Sql, sql } from '@yangguang/store/sql';

/**
 * Leads in the villages of two counties of a test office, from the n-th to the m-th, written as one statement a table:
 * rows as lists read them, without a journal. Every fourth is over; the rules and severities take turns.
 */
export async function putLeads(t: TestOffice, from: number, to: number): Promise<void> {
  await t.office.db.asOwner(async (tx) => {
    await tx.run(sql`
      with n as (select i, ${uuid(sql`'lead ' || i`)} as matter, ${uuid(sql`'house ' || i / 2`)} as house,
          (array['339901001001', '339901001002', '339901002001', '339902001001'])[1 + i / 2 % 4] as region
        from generate_series(${from}::integer, ${to - 1}::integer) as i),
      houses as (insert into household (id, region, programme, head_name, members, updated_at)
        select distinct on (house) house, region, 'dibao_rural',
          substr('王李张刘陈杨黄赵周吴', 1 + i / 2 % 10, 1) || 'No' || i / 2, 2, now() from n
        on conflict do nothing),
      matters as (insert into matter (id, workflow, kind, household_id, region, programme, title, state, is_ended, version,
          severity, amount_fen, due_on, opened_at, changed_at)
        select matter, 'lead', (array['INC-01', 'INC-02', 'SUP-01'])[1 + i % 3], house, region, 'dibao_rural', 'x' || i,
          case when i % 4 = 0 then 'closed' else (array['new', 'triaged', 'toVerify'])[1 + i % 3] end, i % 4 = 0, 3,
          (array['serious', 'suspect', 'info'])[1 + i % 3], i * 100, date '2026-12-01' + i % 300,
          timestamptz '2026-10-01' + i * interval '1 minute', timestamptz '2026-11-01' + i * interval '1 minute' from n)
      insert into lead (id, matter_id, household_id, run_id, last_run_id, rule, family, severity, identity_tier, grade,
        subject_kind, subject_name, summary_zh, summary_en, private, region, programme, amount_fen, pack_version, rule_hash)
      select 'load' || i, matter, house, ${uuid(sql`'run'`)}, ${uuid(sql`'run'`)},
        (array['INC-01', 'INC-02', 'SUP-01'])[1 + i % 3], 'INC', (array['serious', 'suspect', 'info'])[1 + i % 3], 'same',
        'lead', 'person', 'x' || i, 's', 's', '', region, 'dibao_rural', i * 100, '1', 'h' from n`);
  });
  await t.office.db.asOwner((tx) => tx.run(sql`analyze household, matter, lead`));
}

/** An id that follows from a text, of the shape clients make. */
function uuid(of: Sql): Sql {
  return sql`overlay(overlay(md5(${of}) placing '4' from 13) placing '8' from 17)::uuid`;
}
