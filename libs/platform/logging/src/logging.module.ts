import { Module, type DynamicModule } from '@nestjs/common';
import type { Logger } from './logger.js';

/** Token under which the logger is injected: `@Inject(LOGGER) logger: Logger`. */
export const LOGGER = Symbol('Logger');

/** Makes one logger available to every module. */
@Module({})
export class LoggingModule {
  static forRoot(logger: Logger): DynamicModule {
    return { module: LoggingModule, global: true, providers: [{ provide: LOGGER, useValue: logger }], exports: [LOGGER] };
  }
}
