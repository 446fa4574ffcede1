import { Module, type DynamicModule, type FactoryProvider } from '@nestjs/common';
import { PrismaDatabase } from './client/prisma-database.js';
import { DATABASE_OPTIONS, type DatabaseOptions } from './database.config.js';
import { PgPools, pgPoolProvider } from './pool/pg-pools.js';

/** Token of the general `pg` pool (at most 10 connections): `@Inject(PG_POOL) pool: Pool`. Hot paths open their own. */
export const PG_POOL = Symbol('PgPool');

/** Makes the database available to every module; closes all connections when the application shuts down. */
@Module({})
export class DatabaseModule {
  /** @param options a value, or a factory provider of it for applications that learn the address while starting */
  static forRoot(options: DatabaseOptions | Pick<FactoryProvider<DatabaseOptions>, 'inject' | 'useFactory'>): DynamicModule {
    const provider = 'useFactory' in options ? { provide: DATABASE_OPTIONS, ...options } : { provide: DATABASE_OPTIONS, useValue: options };
    return {
      module: DatabaseModule,
      global: true,
      providers: [provider, PrismaDatabase, PgPools, pgPoolProvider(PG_POOL, 'konzeptwerkstatt-sql')],
      exports: [DATABASE_OPTIONS, PrismaDatabase, PgPools, PG_POOL],
    };
  }
}
