import { DuckDBInstance } from '@duckdb/node-api';

/** A DuckDB connection of its own, and rows of it as plain objects with numbers. */
export async function openTables(memory = '2GB') {
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: memory, threads: '2' });
  const connection = await instance.connect();
  await connection.run('SET preserve_insertion_order = false');
  return {
    run: (sql) => connection.run(sql),
    async rows(sql) {
      const reader = await connection.runAndReadAll(sql);
      return reader.getRowObjects().map(plain);
    },
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

function plain(row) {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, typeof value === 'bigint' ? Number(value) : value]),
  );
}

/** A CSV (every column as text) or Parquet file as a table expression. */
export function fileTable(path) {
  const literal = sqlText(path);
  return /\.parquet$/i.test(path)
    ? `read_parquet(${literal})`
    : `read_csv(${literal}, header = true, all_varchar = true, quote = '"', escape = '"', delim = ',')`;
}

export const sqlText = (text) => `'${text.replaceAll("'", "''")}'`;
export const sqlName = (name) => `"${name.replaceAll('"', '""')}"`;

/**
 * Expression of the true cluster of a row: a column, or the first group of a pattern in it (`rec-(\d+)-` of FEBRL ids).
 */
export function clusterSql(column, pattern) {
  const cell = `trim(CAST(${sqlName(column)} AS VARCHAR))`;
  return pattern === undefined ? cell : `regexp_extract(${cell}, ${sqlText(pattern)}, 1)`;
}
