import type pg from 'pg';
import type { Transaction } from './database.ts';
import type { Sql } from './sql.ts';

/** A transaction on one connection. Statements run one after another, in the order they were asked for. */
export class PgTransaction implements Transaction {
  readonly #client: pg.ClientBase;
  #last: Promise<unknown> = Promise.resolve();
  #isOver = false;

  constructor(client: pg.ClientBase) {
    this.#client = client;
  }

  async rows<Row extends object>(statement: Sql): Promise<Row[]> {
    return (await this.#ask<Row>(statement)).rows;
  }

  async find<Row extends object>(statement: Sql): Promise<Row | null> {
    const { rows } = await this.#ask<Row>(statement);
    if (rows.length > 1) throw new Error(`At most one row was expected, ${rows.length} came.`);
    return rows[0] ?? null;
  }

  async get<Row extends object>(statement: Sql): Promise<Row> {
    const row = await this.find<Row>(statement);
    if (row === null) throw new Error('One row was expected, none came.');
    return row;
  }

  async run(statement: Sql): Promise<number> {
    return (await this.#ask(statement)).rowCount ?? 0;
  }

  /** Waits for what is under way; nothing runs afterwards. */
  async end(): Promise<void> {
    this.#isOver = true;
    await this.#last.catch(() => {});
  }

  #ask<Row extends object>(statement: Sql): Promise<pg.QueryResult<Row>> {
    if (this.#isOver)
      return Promise.reject(new Error('The transaction is over: a statement was not awaited inside it.'));
    const next = this.#last.then(
      () => this.#client.query<Row>(statement.text, [...statement.values]),
      () => this.#client.query<Row>(statement.text, [...statement.values]),
    );
    this.#last = next.catch(() => {});
    return next;
  }
}
