import type { Role } from '@yangguang/domain/people/role';

/** What a server that shows the made-up county tells whoever opens its sign-in page, and how it is ended. */
export interface ShownDemo {
  readonly countyName: string;
  readonly password: string;
  /** False until the county is under way. */
  isComplete(): boolean;
  readonly people: readonly { readonly userName: string; readonly role: Role }[];
  /** Marks the demo as ended, for good, and stops the server. */
  end(): void;
}
