import pg from 'pg';
import { readMigrations, sourceMigrations } from './migrate.ts';

/** Number of migrations the database has (null: no tables yet), and of those this program knows. */
export async function findSchemaVersion(
  url: string,
): Promise<{ readonly has: number | null; readonly newest: number }> {
  const client = new pg.Client({ connectionString: url, application_name: 'yangguang' });
  client.on('error', () => {});
  await client.connect();
  try {
    const newest = readMigrations(sourceMigrations).length;
    const { rows } = await client.query<{ name: string | null }>(
      `select to_regclass('public.migration') as name`,
    );
    if (rows[0]?.name == null) return { has: null, newest };
    const { rows: numbers } = await client.query<{ has: number }>(
      'select coalesce(max(no), 0) as has from migration',
    );
    return { has: numbers[0]?.has ?? 0, newest };
  } finally {
    await client.end();
  }
}
