import { Catch, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import { currentCorrelationId } from '../context/correlation.js';
import { ErrorFormatter } from '../errors/error-formatter.js';
import { sendFailure } from '../http/http-errors.js';

/**
 * Hands a resolver's error to the one formatter as it is (Nest would log every expected failure as an error of the program),
 * and answers what is thrown behind the router in the one shape.
 */
@Catch()
export class OneShapeFilter implements ExceptionFilter {
  constructor(@Inject(ErrorFormatter) private readonly formatter: ErrorFormatter) {}

  catch(error: unknown, host: ArgumentsHost): unknown {
    if (host.getType<string>() === 'graphql') return error;
    const correlationId = currentCorrelationId();
    sendFailure(host.switchToHttp().getResponse<Response>(), this.formatter.describe(error, correlationId), correlationId);
    return undefined;
  }
}
