/** Opens the store in a data folder and brings its schema up to date. */
import { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { type StoreDialect, sqliteDialect } from './dialect.ts';
import { migrations } from './migrations.ts';
import { Store } from './store.ts';
import type { Database } from './tables.ts';

export async function openStore(folder: string): Promise<Store> {
  return storeOver(sqliteDialect(folder));
}

export async function storeOver(dialect: StoreDialect): Promise<Store> {
  const db = new Kysely<Database>({ dialect: dialect.dialect });
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations(dialect) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
  return new Store(db);
}
