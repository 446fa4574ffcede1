import { Module, type DynamicModule, type ModuleMetadata } from '@nestjs/common';
import { clientAddressReader } from '@konzeptwerkstatt/platform-auth';
import { ConfigModule, type AppConfig } from '@konzeptwerkstatt/platform-config';
import { DatabaseModule } from '@konzeptwerkstatt/platform-database';
import { FilesHttpModule, FilesModule } from '@konzeptwerkstatt/platform-files';
import { GraphqlPlatformModule } from '@konzeptwerkstatt/platform-graphql';
import { LoggingModule, type Logger } from '@konzeptwerkstatt/platform-logging';
import { MailModule } from '@konzeptwerkstatt/platform-mail';
import { OutboxModule } from '@konzeptwerkstatt/platform-outbox';
import { QueueModule } from '@konzeptwerkstatt/platform-queue';
import { contextGraphqlModules, contextModules } from './context-modules.registry.js';

/** What the API is made of. */
export interface ApiOptions {
  readonly config: AppConfig;
  readonly databaseUrl: string;
  readonly logger: Logger;
  /** Whether the schema can be asked for; on in development and in tests only. */
  readonly allowsIntrospection: boolean;
  /** Modules of further parts that share the process. */
  readonly parts?: NonNullable<ModuleMetadata['imports']>;
}

/** Platform, all contexts and their schema. */
@Module({})
export class ApiModule {
  static register({ config, databaseUrl, logger, allowsIntrospection, parts = [] }: ApiOptions): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        ConfigModule.forRoot(config), LoggingModule.forRoot(logger), DatabaseModule.forRoot({ databaseUrl }), QueueModule.forRoot(), OutboxModule.forRoot(), FilesModule.forRoot(),
        FilesHttpModule, MailModule, ...contextModules, ...contextGraphqlModules, ...parts,
        GraphqlPlatformModule.forRoot({ allowsIntrospection, clientAddress: clientAddressReader(config.trustedProxies) }),
      ],
    };
  }
}
