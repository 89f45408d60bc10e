import type { FrameHousehold } from '@yangguang/domain/sampling/frame';
import type { Draw } from '@yangguang/domain/sampling/draw-sample';
import type { Transaction } from '../database.ts';
import { canonicalJson } from '../journal/canonical-json.ts';
import type { Room } from '../journal/room.ts';
import { sql } from '../sql.ts';
import { drawFrom, hashDraw, itemsFrom, sha256 } from './repeat-draw.ts';
import { insertItems } from './sample-item.ts';
import { sampleRefusal } from './sample-refusals.ts';
import { type SamplePlan, sealFrame, secretContext } from './sample-row.ts';

/** A draw to make and keep. */
export interface KeptDraw {
  readonly id: string;
  /** The inspection. */
  readonly matter: { readonly id: string; readonly campaign_id: string | null; readonly region: string };
  readonly frame: readonly FrameHousehold[];
  readonly seed: string;
  readonly plan: SamplePlan;
  readonly isSealed: boolean;
  readonly team: readonly string[];
  readonly drawnBy: string;
}

/**
 * Draws and keeps the sample. Of a sealed one the database holds the seed, the plan and the frozen list encrypted, and no
 * household; hashes of all three bind it to what will be opened.
 * @throws UserError SMP-116 when the id is taken, SMP-101 … SMP-105 of the draw
 */
export async function keepDraw(tx: Transaction, room: Room, kept: KeptDraw): Promise<Draw> {
  const { id, matter, frame, seed, plan, isSealed, team, drawnBy } = kept;
  const draw = drawFrom(frame, seed, plan);
  const secret = isSealed ? room.vault.seal({ seed, plan }, secretContext(id)) : null;
  const added = await tx.run(sql`
    insert into sample (id, matter_id, campaign_id, region, seed, plan, frame_hash, is_sealed, drawn_by, drawn_at, private,
      frame, seed_hash, draw_hash, team, drawn_households, drawn_persons)
    values (${id}, ${matter.id}, ${matter.campaign_id}, ${matter.region}, ${isSealed ? null : seed},
      ${canonicalJson(isSealed ? {} : plan)}::jsonb, ${hexBytes(draw.frameHash)}, ${isSealed}, ${drawnBy}, ${room.now()},
      ${secret}, ${sealFrame(room.vault, id, frame)}, ${hexBytes(sha256(seed))}, ${hexBytes(hashDraw(draw))},
      ${team}::uuid[], ${draw.drawnHouseholds}, ${draw.drawnPersons})
    on conflict (id) do nothing`);
  if (added === 0) throw sampleRefusal('SMP-116');
  if (!isSealed) await insertItems(tx, id, itemsFrom(draw, frame));
  return draw;
}

function hexBytes(hex: string): Buffer {
  return Buffer.from(hex, 'hex');
}
