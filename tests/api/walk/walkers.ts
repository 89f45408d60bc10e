import { listOperations } from '@yangguang/contract/all';
import { requestFor } from '@yangguang/contract/wire';
import type { Operation } from '@yangguang/contract/operation';
import type { Role } from '@yangguang/domain/people/role';
import type { Programme } from '@yangguang/domain/people/scope';
import type { TestAppointment, TestOffice, TestVisitor } from '@yangguang/server/test-office';
import { areaAround, nearestOutside, target } from './walk-place.ts';

/** Who asks, in words and as appointments. Nobody signed in: no appointments. */
export interface Walker {
  readonly words: string;
  readonly held: readonly TestAppointment[];
}

export const stranger: Walker = { words: 'nobody', held: [] };

export function insider(role: Role): Walker {
  return { words: `${role} inside`, held: [{ role, area: areaAround(role, target.region) }] };
}

/** In the nearest area of the role's level that does not hold the target. */
export function outsider(role: Role): Walker {
  return { words: `${role} outside`, held: [{ role, area: nearestOutside(role) }] };
}

/** In the right area, for another programme. */
export function ofOtherProgramme(role: Role): Walker {
  const programmes: Programme[] = ['orphan', 'tekun'];
  const area = areaAround(role, target.region);
  return { words: `${role} of another programme`, held: [{ role, area, programmes }] };
}

/** May do it, but elsewhere; and holds an office inside that may not: together they must not open what neither does. */
export function divided(role: Role, inside: Role): Walker {
  const here = { role: inside, area: areaAround(inside, target.region) };
  return {
    words: `${role} outside who is ${inside} inside`,
    held: [{ role, area: nearestOutside(role) }, here],
  };
}

/** An answer without what differs between any two answers. */
export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly headers: string;
  readonly code: string | null;
}

export interface Asking {
  readonly name: string;
  readonly walker: Walker;
  readonly input: Readonly<Record<string, unknown>>;
  readonly bytes?: string | undefined;
}

const operations = new Map<string, Operation>(listOperations().map((one) => [one.name, one.operation]));
const passing = new Set(['date', 'connection', 'keep-alive']);

/** Signs walkers in once and asks for them. */
export class Gatehouse {
  readonly #t: TestOffice;
  readonly #visitors = new Map<string, Promise<TestVisitor>>();
  asked = 0;

  constructor(t: TestOffice) {
    this.#t = t;
  }

  /** The visitor of a walker, made at the first call. */
  visitor({ words, held }: Walker): Promise<TestVisitor> {
    const known = this.#visitors.get(words);
    if (known !== undefined) return known;
    const made =
      held.length === 0 ? Promise.resolve(this.#t.stranger()) : this.#t.visitor(`访客${words}`, ...held);
    this.#visitors.set(words, made);
    return made;
  }

  async ask({ name, walker, input, bytes }: Asking): Promise<Answer> {
    const operation = operations.get(name);
    if (operation === undefined) throw new Error(`no operation ${name}`);
    const content = bytes === undefined ? undefined : new TextEncoder().encode(bytes);
    const visitor = await this.visitor(walker);
    const answer = await visitor.send(...requestFor(this.#t.origin, operation, input, content));
    this.asked++;
    const text = (await answer.text()).replace(/"reference":"[0-9a-f-]{36}"/, '"reference":""');
    const headers = [...(answer.headers as unknown as Headers)].filter(([header]) => !passing.has(header));
    return { status: answer.status, text, headers: JSON.stringify(headers), code: codeIn(text) };
  }

  /** All of them, some at a time, answers in the order of the questions. */
  async askAll(all: readonly Asking[]): Promise<Answer[]> {
    const answers: Answer[] = [];
    let next = 0;
    const work = async (): Promise<void> => {
      for (let i = next++; i < all.length; i = next++) {
        const asking = all[i];
        if (asking !== undefined) answers[i] = await this.ask(asking);
      }
    };
    await Promise.all(Array.from({ length: 8 }, work));
    return answers;
  }
}

function codeIn(text: string): string | null {
  return /^\{"code":"([A-Z]+-\d+)"/.exec(text)?.[1] ?? null;
}
