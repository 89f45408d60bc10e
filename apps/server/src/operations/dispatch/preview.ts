import { dispatch } from '@yangguang/contract/dispatch';
import type { Output } from '@yangguang/contract/operation';
import { workflows } from '@yangguang/domain/workflows/all';
import type { Step } from '@yangguang/domain/workflows/workflow';
import {
  countKinLeads,
  type DispatchGroup,
  dispatchGroups,
  dispatchHomes,
  leftOutOfDispatch,
} from '@yangguang/store/run/dispatch-row';
import { type Call, handle } from '../../http/call.ts';
import { journalRoom } from '../../office/journal-room.ts';
import { dispatchFilter } from './dispatch-filter.ts';

type Town = Output<typeof dispatch.preview>['towns'][number];

export const preview = handle(dispatch.preview, async (input, call) => {
  const filter = dispatchFilter(input, call);
  const isChosen = input.filter.length > 0 || input.matterIds.length > 0;
  const { groups, homes, left, ofKin } = await call.db.within(call.reach, async (tx) => ({
    groups: await dispatchGroups(tx, call.reach, filter),
    homes: await dispatchHomes(tx, call.reach, filter),
    left: isChosen ? await leftOutOfDispatch(tx, call.reach, filter) : [],
    ofKin: await countKinLeads(tx, call.reach, filter, call.caller.accountId),
  }));
  const dueOn = dueAfterDispatch(call);
  const towns = new Map<string, Town>();
  for (const group of groups) {
    const households = homes.find((home) => home.region === group.region)?.households ?? 0;
    towns.set(
      group.region,
      withGroup(towns.get(group.region) ?? emptyTown(group, households), group, dueOn(group)),
    );
  }
  const lines = [...towns.values()];
  const sum = (name: 'leads' | 'households'): number => lines.reduce((all, town) => all + town[name], 0);
  call.note({ area: filter.area, leads: sum('leads') });
  const leftOut = left.map((one) => ({ ...one, title: stateTitle(one.state) }));
  return { leads: sum('leads'), households: sum('households'), towns: lines, leftOut, ofKin };
});

function stateTitle(state: string): { zh: string; en: string } {
  const states: Readonly<Record<string, { readonly zh: string; readonly en: string }>> =
    workflows.lead.states;
  const { zh = state, en = state } = states[state] ?? {};
  return { zh, en };
}

function emptyTown({ region, name }: DispatchGroup, households: number): Town {
  return { region, name, households, leads: 0, serious: 0, suspect: 0, info: 0, dueFrom: null, dueTo: null };
}

function withGroup(town: Town, { severity, leads }: DispatchGroup, due: string | null): Town {
  const grade = severity as 'serious' | 'suspect' | 'info';
  const days = [town.dueFrom, town.dueTo, due].filter((day) => day !== null).sort();
  return {
    ...town,
    leads: town.leads + leads,
    [grade]: town[grade] + leads,
    dueFrom: days[0] ?? null,
    dueTo: days.at(-1) ?? null,
  };
}

/** The day of the clock that ends first once a lead is dispatched now. */
function dueAfterDispatch(call: Call): (group: DispatchGroup) => string | null {
  const { readClock } = journalRoom(call);
  const at = call.now().toISOString();
  const step: Step = {
    ...{ action: 'dispatch', at, by: call.caller.accountId, role: 'countyCaseworker', area: '' },
    ...{ facts: {}, evidence: [], reason: null },
  };
  return ({ region, severity, opened_at: openedAt, campaign_end_on: campaignEndOn }) => {
    const facts = { severity, ...(campaignEndOn === null ? {} : { campaignEndOn }) };
    return readClock({ workflow: workflows.lead, steps: [step], facts, region, openedAt })?.dueOn ?? null;
  };
}
