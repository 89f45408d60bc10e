import { existsSync } from 'node:fs';
import { join } from 'node:path';

const folders = [15, 16, 17, 18].flatMap((version) => [
  `/usr/lib/postgresql/${version}/bin`,
  `/usr/pgsql-${version}/bin`,
  `/opt/homebrew/opt/postgresql@${version}/bin`,
]);

/** Folder with initdb and postgres of a PostgreSQL the system has, the oldest we support first; undefined when none. */
export function findPostgres() {
  return [process.env.POSTGRES_PROGRAMS ?? '', ...folders].find(
    (folder) => folder !== '' && existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')),
  );
}
