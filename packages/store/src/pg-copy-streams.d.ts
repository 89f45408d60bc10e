declare module 'pg-copy-streams' {
  import type { Readable, Writable } from 'node:stream';
  import type { Submittable } from 'pg';

  export interface CopyToQuery extends Readable, Submittable {
    readonly rowCount: number;
  }
  export interface CopyFromQuery extends Writable, Submittable {
    readonly rowCount: number;
  }
  export function to(statement: string): CopyToQuery;
  export function from(statement: string): CopyFromQuery;
}
