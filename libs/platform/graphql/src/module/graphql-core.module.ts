import { Global, Module, type DynamicModule } from '@nestjs/common';
import { LOGGER, type Logger } from '@konzeptwerkstatt/platform-logging';
import { RequestContextFactory } from '../context/request-context.factory.js';
import { ErrorFormatter } from '../errors/error-formatter.js';
import { FileRegistry } from '../files/file.registry.js';
import { NodeRegistry } from '../ids/node.registry.js';
import { GRAPHQL_PLATFORM_OPTIONS, type GraphqlPlatformOptions } from './graphql-platform.options.js';

function createFormatter(options: GraphqlPlatformOptions, logger: Logger): ErrorFormatter {
  return new ErrorFormatter({
    hidesSchema: !options.allowsIntrospection,
    report: (error, correlationId) => logger.error({ err: error, correlationId }, 'unexpected error'),
  });
}

/** What contexts and the endpoint share: registries, request contexts, the one error formatter. */
@Global()
@Module({})
export class GraphqlCoreModule {
  static forRoot(options: GraphqlPlatformOptions): DynamicModule {
    const formatter = { provide: ErrorFormatter, inject: [GRAPHQL_PLATFORM_OPTIONS, LOGGER], useFactory: createFormatter };
    return {
      module: GraphqlCoreModule,
      providers: [{ provide: GRAPHQL_PLATFORM_OPTIONS, useValue: options }, formatter, NodeRegistry, FileRegistry, RequestContextFactory],
      exports: [GRAPHQL_PLATFORM_OPTIONS, ErrorFormatter, NodeRegistry, FileRegistry, RequestContextFactory],
    };
  }
}
