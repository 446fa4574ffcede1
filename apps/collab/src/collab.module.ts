import { Module, type DynamicModule, type ModuleMetadata } from '@nestjs/common';
import { CollaborationServerModule } from '@konzeptwerkstatt/collaboration';
import { ConfigModule, type AppConfig } from '@konzeptwerkstatt/platform-config';
import { DatabaseModule } from '@konzeptwerkstatt/platform-database';
import { FilesModule } from '@konzeptwerkstatt/platform-files';
import { LoggingModule, type Logger } from '@konzeptwerkstatt/platform-logging';
import { MailModule } from '@konzeptwerkstatt/platform-mail';
import { OutboxModule } from '@konzeptwerkstatt/platform-outbox';
import { QueueModule } from '@konzeptwerkstatt/platform-queue';

/** What a process of rooms is made of. */
export interface CollabModuleOptions {
  readonly config: AppConfig;
  readonly databaseUrl: string;
  readonly logger: Logger;
  /** Modules that say who is there and who may: they export VISITOR_AUTHENTICATION and DOCUMENT_ACCESS. */
  readonly contexts: NonNullable<ModuleMetadata['imports']>;
}

/** The collaboration server as a process of its own. */
@Module({})
export class CollabModule {
  static register({ config, databaseUrl, logger, contexts }: CollabModuleOptions): DynamicModule {
    return {
      module: CollabModule,
      imports: [
        ConfigModule.forRoot(config), LoggingModule.forRoot(logger), DatabaseModule.forRoot({ databaseUrl }), QueueModule.forRoot(), OutboxModule.forRoot(), FilesModule.forRoot(),
        MailModule, CollaborationServerModule.register(contexts),
      ],
    };
  }
}
