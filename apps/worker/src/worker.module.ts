import { Module, type DynamicModule, type ModuleMetadata } from '@nestjs/common';
import { ConfigModule, type AppConfig } from '@konzeptwerkstatt/platform-config';
import { DatabaseModule } from '@konzeptwerkstatt/platform-database';
import { FilesModule } from '@konzeptwerkstatt/platform-files';
import { LoggingModule, type Logger } from '@konzeptwerkstatt/platform-logging';
import { MailModule } from '@konzeptwerkstatt/platform-mail';
import { OutboxModule } from '@konzeptwerkstatt/platform-outbox';
import { QueueModule } from '@konzeptwerkstatt/platform-queue';

/** What a worker of its own is made of. */
export interface WorkerModuleOptions {
  readonly config: AppConfig;
  readonly databaseUrl: string;
  readonly logger: Logger;
  /** The modules of the contexts whose parts the worker runs. */
  readonly contexts: NonNullable<ModuleMetadata['imports']>;
}

/** The worker as a process of its own: the platform and all contexts, without their GraphQL. */
@Module({})
export class WorkerModule {
  static register({ config, databaseUrl, logger, contexts }: WorkerModuleOptions): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        ConfigModule.forRoot(config), LoggingModule.forRoot(logger), DatabaseModule.forRoot({ databaseUrl }), QueueModule.forRoot(), OutboxModule.forRoot(), FilesModule.forRoot(), MailModule,
        ...contexts,
      ],
    };
  }
}
