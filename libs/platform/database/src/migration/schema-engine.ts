import { AsyncLocalStorage } from 'node:async_hooks';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum, type SqlDriverAdapter, type SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import { Pool } from 'pg';

/** Prisma's schema engine as WebAssembly: compares schemas and reads migration histories, without any binary. */
export type SchemaEngine = bindings.SchemaEngine;

/** Type numbers of the catalogue's one-byte `"char"`, which the adapter does not know, and of `bpchar`, which it does. */
const catalogueChar = 18;
const paddedChar = 1042;

/** Positions of the `"char"` columns in the result of the query that runs at the moment. */
const charColumns = new AsyncLocalStorage<Set<number>>();

type PoolQuery = (...args: unknown[]) => Promise<{ fields?: { dataTypeID: number }[] }>;

function reportCharAsPadded(pool: Pool): void {
  const query = pool.query.bind(pool) as unknown as PoolQuery;
  const wrapped: PoolQuery = async (...args) => {
    const result = await query(...args);
    result.fields?.forEach((field, position) => {
      if (field.dataTypeID !== catalogueChar) return;
      field.dataTypeID = paddedChar;
      charColumns.getStore()?.add(position);
    });
    return result;
  };
  Object.assign(pool, { query: wrapped });
}

/** The engine insists on the type `Character` for these columns; the adapter would say `Text`. */
function restoreCharType(adapter: SqlDriverAdapter): SqlDriverAdapter {
  const queryRaw = adapter.queryRaw.bind(adapter);
  const wrapped: SqlDriverAdapter['queryRaw'] = async (query) => {
    const positions = new Set<number>();
    const result = await charColumns.run(positions, () => queryRaw(query));
    for (const position of positions) result.columnTypes[position] = ColumnTypeEnum.Character;
    return result;
  };
  return Object.assign(adapter, { queryRaw: wrapped });
}

function adapterFactory(pool: Pool): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaPg(pool);
  const connect = async (): Promise<SqlDriverAdapter> => restoreCharType(await factory.connect());
  return { provider: factory.provider, adapterName: factory.adapterName, connect, connectToShadowDb: () => factory.connectToShadowDb() };
}

/** The part of the global that is used here; its type comes with the browser's library, which server code does not have. */
declare const WebAssembly: {
  instantiate(bytes: Uint8Array, imports: Record<string, unknown>): Promise<{ instance: { exports: Record<string, unknown> } }>;
};

let loading: Promise<void> | undefined;
let lastPanic: string | undefined;

/** The package's own entry imports the `.wasm` as a module, which Node does only behind a flag; so it is loaded by hand. */
async function load(): Promise<void> {
  // Without this a panic of the engine shows as "unreachable" and nothing else.
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => void (lastPanic = message) } });
  const file = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg').replace(/\.js$/, '.wasm');
  const { instance } = await WebAssembly.instantiate(await readFile(file), { './schema_engine_bg.js': bindings });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports['__wbindgen_start'] as () => void)();
}

/**
 * Runs `use` with an engine connected to a database, and closes the connection afterwards.
 * @param schema text of the Prisma schema the engine knows from the start
 * @throws Error with the engine's message, a panic's included
 */
export async function withSchemaEngine<T>(databaseUrl: string, schema: string, use: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  await (loading ??= load());
  const pool = new Pool({ connectionString: databaseUrl, max: 2 });
  reportCharAsPadded(pool);
  try {
    const engine = await bindings.SchemaEngine.new({ datamodels: [['schema.prisma', schema]] }, () => undefined, bindMigrationAwareSqlAdapterFactory(adapterFactory(pool)));
    return await use(engine);
  } catch (error) {
    throw new Error(lastPanic ?? describe(error), { cause: error });
  } finally {
    await pool.end();
  }
}

function describe(error: unknown): string {
  if (error instanceof Error) return error.message;
  return typeof error === 'string' ? error : JSON.stringify(error);
}
