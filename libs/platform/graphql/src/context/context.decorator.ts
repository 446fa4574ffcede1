import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { RequestContext } from './request-context.js';

const contextOf = (host: ExecutionContext): RequestContext => GqlExecutionContext.create(host).getContext<RequestContext>();

/** The signed-in actor; the field answers UNAUTHENTICATED when there is none. */
export const CurrentActor = createParamDecorator((_: unknown, host: ExecutionContext) => contextOf(host).requireActor());

/** The signed-in actor, or null. */
export const OptionalActor = createParamDecorator((_: unknown, host: ExecutionContext) => contextOf(host).actor);

/** The id that ties answer, log lines and events of one request together. */
export const Correlation = createParamDecorator((_: unknown, host: ExecutionContext) => contextOf(host).correlationId);

/** The whole request context, for loaders. */
export const Requested = createParamDecorator((_: unknown, host: ExecutionContext) => contextOf(host));
