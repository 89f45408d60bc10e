import { checkDigit } from '@yangguang/domain/words/id-number';
import { leadContext } from '@yangguang/store/lead/lead-row';
import { putHouseholds } from '@yangguang/store/household/household';
import { sql } from '@yangguang/store/sql';
import type { TestOffice } from '../../test-office.ts';

let seq = 100_000;
/** Where the cases lie. */
export const village = '339901001001';
/** Number of a made-up person. */
export const number = (nth: string): string => {
  const front = ['339901', '19540607', nth].join('');
  return `${front}${checkDigit(front)}`;
};

/** Two families on dibao, 张大山 with a cause and a second benefit, 李小河. */
export async function putFamilies(one: TestOffice, families: readonly string[]): Promise<void> {
  const id = (): string => one.office.newId();
  await one.office.db.asOwner((tx) =>
    putHouseholds(
      tx,
      one.office.vault,
      families.map((family, i) => ({
        id: family,
        region: village,
        programme: 'dibao_rural',
        headName: ['张大山', '李小河'][i] ?? '',
        address: null,
        private: {
          members: [
            {
              name: ['张大山', '李小河'][i] ?? '',
              idNumber: number(`00${i}`),
              relation: '户主',
              isInsured: true,
            },
            { name: '家人', idNumber: null, relation: '子女', isInsured: true },
          ],
          accounts: [],
          phones: [],
          ...(i === 0 && { cause: '因病' }),
        },
        entitlements: [
          {
            ...{ id: id(), programme: 'dibao_rural', monthlyFen: 45_000n },
            ...{ fromMonth: '2025-01-01', toMonth: null },
          },
          ...(i === 0
            ? [
                {
                  ...{ id: id(), programme: 'disability_care', monthlyFen: 10_000n },
                  ...{ fromMonth: '2025-01-01', toMonth: null },
                },
              ]
            : []),
        ],
      })),
      new Date('2025-11-20T00:00:00Z'),
    ),
  );
}

/** A case of a campaign as another part of the product leaves it; tables are only read from it. @returns its matter */
export async function put(
  one: TestOffice,
  campaignId: string,
  made: {
    workflow: string;
    state: string;
    kind?: string;
    household?: string;
    region?: string;
    facts?: object;
    steps?: readonly (readonly [string, object])[];
  },
): Promise<string> {
  const matter = one.office.newId();
  const { facts = {}, region = village, steps = [] } = made;
  await one.office.db.asOwner(async (tx) => {
    await tx.run(sql`insert into matter (id, workflow, kind, campaign_id, household_id, region, programme, title, state, facts,
        opened_at, changed_at)
      values (${matter}, ${made.workflow}, ${made.kind ?? null}, ${campaignId}, ${made.household ?? null}, ${region},
        'dibao_rural', '王小明', ${made.state}, ${JSON.stringify(facts)}::jsonb, '2025-12-01T10:00:00+08:00', now())`);
    for (const [i, [action, said]] of steps.entries())
      await tx.run(sql`insert into step (seq, id, matter_id, step_no, action, to_state, role, area, at, recorded_at, facts,
          evidence, request_hash, prev_hash, hash)
        values (${seq++}, ${one.office.newId()}, ${matter}, ${i + 1}, ${action}, ${made.state}, 'countyLead', '339901', now(), now(),
          ${JSON.stringify(said)}::jsonb, '[]', '', '', '')`);
  });
  return matter;
}

/** The finding of a lead, confirmed. */
export async function putLead(
  one: TestOffice,
  matter: string,
  rule: string,
  household: string | null,
  facts: object,
): Promise<void> {
  const fingerprint = `f-${matter}`;
  const held = one.office.vault.seal({ idNumber: number('003'), facts }, leadContext(fingerprint));
  await one.office.db.asOwner((tx) =>
    tx.run(sql`insert into lead (id, matter_id, household_id, run_id, last_run_id, rule, family, severity, identity_tier,
        grade, subject_kind, subject_name, summary_zh, summary_en, private, region, programme, pack_version, rule_hash, verdict)
      values (${fingerprint}, ${matter}, ${household}, ${matter}, ${matter}, ${rule}, ${rule.slice(0, 3)}, 'suspect', 'same',
        'lead', 'person', '王小明', 's', 's', ${held}, ${village}, 'dibao_rural', '1', 'h', 'confirmed')`),
  );
}
