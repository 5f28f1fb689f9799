/**
 * The one place that knows which database is used. SQLite is embedded and durable: write-ahead log, and every commit
 * reaches the disk before it is acknowledged. Another dialect names its two column types here.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { type Dialect, SqliteDialect } from 'kysely';

export interface StoreDialect {
  readonly dialect: Dialect;
  readonly types: { readonly bytes: 'blob' | 'bytea'; readonly whole: 'integer' | 'bigint' };
}

/** SQLite in `folder`, or in memory for `:memory:`. */
export function sqliteDialect(folder: string): StoreDialect {
  const inMemory = folder === ':memory:';
  if (!inMemory) mkdirSync(folder, { recursive: true });
  const db = new DatabaseSync(inMemory ? ':memory:' : join(folder, 'chokepoint.sqlite'));
  db.exec('pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 5000; pragma foreign_keys = on;');
  return { dialect: new SqliteDialect({ database: forKysely(db) }), types: { bytes: 'blob', whole: 'integer' } };
}

/** What Kysely asks of a driver, over `node:sqlite`. Transactions take the write lock at once, so that none fails half-way. */
function forKysely(db: DatabaseSync) {
  return {
    close: () => db.close(),
    prepare: (sql: string) => {
      const statement = db.prepare(sql === 'begin' ? 'begin immediate' : sql);
      return {
        reader: statement.columns().length > 0,
        all: (parameters: readonly unknown[]) => statement.all(...(parameters as SQLInputValue[])),
        run: (parameters: readonly unknown[]) => statement.run(...(parameters as SQLInputValue[])),
        iterate: (parameters: readonly unknown[]) => statement.iterate(...(parameters as SQLInputValue[])),
      };
    },
  };
}
