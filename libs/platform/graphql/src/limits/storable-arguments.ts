import { defaultFieldResolver, isObjectType, type GraphQLFieldConfigArgumentMap, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import { ApplicationError, isStorableText, ValidationError, type UserErrorDetail } from '@konzeptwerkstatt/kernel';
import { userErrorsFrom } from '../errors/settle.js';

type Resolver = GraphQLFieldResolver<unknown, unknown>;

const message = 'Der Text enthält Zeichen, die nicht gespeichert werden können.';

/** The path of the first text that PostgreSQL could not keep as it is; null when all can. */
export function unstorablePath(value: unknown, path: readonly string[] = []): readonly string[] | null {
  if (typeof value === 'string') return isStorableText(value) ? null : path;
  if (typeof value !== 'object' || value === null || value instanceof Date) return null;
  for (const [key, entry] of Object.entries(value)) {
    const found = unstorablePath(entry, [...path, key]);
    if (found) return found;
  }
  return null;
}

function inputErrors(args: Record<string, unknown>): UserErrorDetail[] {
  const path = unstorablePath(args['input'] ?? args);
  if (path) return [{ code: 'TEXT_NOT_STORABLE', message, path }];
  const key = (args['input'] as { readonly idempotencyKey?: unknown } | undefined)?.idempotencyKey;
  if (typeof key !== 'string' || (key.length > 0 && key.length <= 200)) return [];
  return [{ code: 'IDEMPOTENCY_KEY_INVALID', message: 'Der Schlüssel der Anfrage hat 1 bis 200 Zeichen.', path: ['idempotencyKey'] }];
}

/** Mutations answer with payload errors, so that a form can show them at the field. */
function checkedMutation(resolve: Resolver): Resolver {
  return (source, args, context, info) => {
    const details = inputErrors(args);
    if (details.length > 0) return { errors: userErrorsFrom(new ValidationError(details)) };
    return resolve(source, args, context, info);
  };
}

function checkedField(resolve: Resolver): Resolver {
  return (source, args, context, info) => {
    const path = unstorablePath(args);
    if (path) throw new ApplicationError('BAD_USER_INPUT', `${message} (${path.join('.')})`);
    return resolve(source, args, context, info);
  };
}

const hasArguments = (args: GraphQLFieldConfigArgumentMap | readonly unknown[]): boolean => Object.keys(args).length > 0;

/**
 * Refuses NUL and lone surrogates in every argument of every field, before any resolver sees them: PostgreSQL refuses the
 * first and changes the second. Changes the schema in place.
 */
export function refuseUnstorableArguments(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      if (!hasArguments(field.args)) continue;
      if (type === schema.getMutationType()) field.resolve = checkedMutation(field.resolve ?? defaultFieldResolver);
      else if (type === schema.getSubscriptionType()) field.subscribe = field.subscribe && checkedField(field.subscribe);
      else field.resolve = checkedField(field.resolve ?? defaultFieldResolver);
    }
  }
  return schema;
}
