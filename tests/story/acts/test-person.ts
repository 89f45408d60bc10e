import { Refused } from '@yangguang/contract/wire';
import type { Role } from '@yangguang/domain/people/role';
import type { WorkflowId } from '@yangguang/domain/workflows/all';
import type { EvidenceKind } from '@yangguang/domain/workflows/evidence';
import type { Facts } from '@yangguang/domain/workflows/field';
import type { TestAccount, TestOffice, TestVisitor } from '@yangguang/server/test-office';

/** What a step brings with it; papers are registered under a number first. */
export interface Bringing {
  readonly facts?: Facts;
  readonly papers?: readonly EvidenceKind[];
  readonly reason?: string;
}

/** What became of a step: the new state, and the matters that came into being with it. */
export interface Done {
  readonly state: string;
  /** The id of the new matter of that workflow. @throws when the step opened none */
  opened(workflow: WorkflowId): string;
}

/** What a new matter is about. A household's division and programme are its own. */
export type About = { readonly campaign?: string } & (
  | { readonly household: string }
  | { readonly region: string; readonly title: string }
);

/** Somebody of a story: signed in, and saying tersely what is done. Everything goes over the API. */
export interface Person extends TestVisitor {
  readonly id: string;
  readonly name: string;
  readonly account: TestAccount;
  /** @returns the id of the new matter */
  opens(workflow: WorkflowId, about: About, facts: Facts, links?: readonly string[]): Promise<string>;
  /** Takes a step; a refusal is thrown. */
  does(matterId: string, action: string, bringing?: Bringing): Promise<Done>;
  /** Tries a step that is refused. @returns the code of the refusal; throws when the step was let through */
  refusal(matterId: string, action: string, bringing?: Bringing): Promise<string>;
  /** Tries to open a matter and is refused. @returns the code */
  openingRefusal(workflow: WorkflowId, about: About, facts: Facts): Promise<string>;
}

/** The version of each matter, as the people of a story last saw it. */
export type SeenVersions = Map<string, number>;

/** Somebody in a role, signed in. @param areas where the role is held */
export async function testPerson(
  t: TestOffice,
  seen: SeenVersions,
  name: string,
  role: Role,
  areas: readonly string[],
): Promise<Person> {
  const visitor = await t.visitor(name, ...areas.map((area) => ({ role, area })));
  const { client, account } = visitor;
  let papers = 0;
  const bring = async (matterId: string, kinds: readonly EvidenceKind[]): Promise<string[]> => {
    const ids: string[] = [];
    for (const kind of kinds) {
      papers += 1;
      const paperNo = `${account.userName}-${papers}`;
      const stepId = t.office.newId();
      const added = await client.evidence.register({ matterId, stepId, kind, title: kind, paperNo });
      ids.push(added.id);
    }
    return ids;
  };
  const take = async (matterId: string, action: string, bringing: Bringing = {}): Promise<Done> => {
    const { facts = {}, reason = null } = bringing;
    const evidence = await bring(matterId, bringing.papers ?? []);
    const expectedVersion = seen.get(matterId) ?? 0;
    const stepId = t.office.newId();
    const sent = { stepId, matterId, expectedVersion, action, facts: sendable(facts), reason, evidence };
    const taken = await client.matter.act(sent);
    seen.set(matterId, taken.version);
    return {
      state: taken.state,
      opened: (workflow) => {
        const child = taken.opened.find((one) => one.workflow === workflow);
        if (child === undefined) throw new Error(`${action} opened no ${workflow}`);
        return child.id;
      },
    };
  };
  const open = async (workflow: WorkflowId, about: About, facts: Facts, links: readonly string[] = []) => {
    const { campaign, ...what } = about;
    const [stepId, matterId] = [t.office.newId(), t.office.newId()];
    const named = 'household' in what ? { householdId: what.household } : what;
    const part = campaign === undefined ? {} : { campaignId: campaign };
    const sent = { stepId, matterId, workflow, facts: sendable(facts), links: [...links] };
    await client.matter.open({ ...sent, ...named, ...part });
    return matterId;
  };
  return {
    ...visitor,
    id: account.id,
    name,
    opens: open,
    does: take,
    refusal: (matterId, action, bringing) => codeOf(take(matterId, action, bringing)),
    openingRefusal: (workflow, about, facts) => codeOf(open(workflow, about, facts)),
  };
}

/** Lists as the wire takes them. */
function sendable(facts: Facts): Record<string, string | number | boolean | string[]> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, typeof value === 'object' ? [...value] : value]),
  );
}

/** The code of a refusal that speaks both languages; anything else is a fault. */
async function codeOf(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { zh, en, whyZh, whyEn, remedyZh, remedyEn } = error.answer;
    if ([zh, en, whyZh, whyEn, remedyZh, remedyEn].some((text) => text === '')) throw error;
    return error.code;
  }
  throw new Error('the step was let through');
}
