import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';

/** Hands a resolver's error to the one formatter as it is; Nest would log every expected failure as an error of the program. */
@Catch()
export class SilentGraphqlFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): unknown {
    if (host.getType<string>() !== 'graphql') throw error;
    return error;
  }
}
