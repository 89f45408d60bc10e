/** Folder with initdb and postgres of a PostgreSQL the system has, the oldest we support first; undefined when none. */
export function findPostgres(): string | undefined;
