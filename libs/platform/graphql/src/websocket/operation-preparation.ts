import { getOperationAST, GraphQLError, NoSchemaIntrospectionCustomRule, parse, specifiedRules, validate, type DocumentNode, type ExecutionArgs, type GraphQLSchema } from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import { documentLimitsRule } from '../limits/document-limits.rule.js';
import { isValueDeeperThan } from '../limits/json-depth.js';
import { LIMITS } from '../limits/limits.js';
import { operationErrors } from '../limits/operation-cost.js';

const badInput = (message: string): GraphQLError => new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });

function parseWithinLimits(query: string): DocumentNode | GraphQLError {
  try {
    return parse(query, { maxTokens: LIMITS.tokens });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return new GraphQLError(message, { extensions: { code: 'GRAPHQL_PARSE_FAILED' } });
  }
}

/** Rules beyond the standard's; over HTTP Apollo Server adds the introspection rule by itself. */
export function webSocketRules(allowsIntrospection: boolean): typeof specifiedRules[number][] {
  return [...specifiedRules, documentLimitsRule, ...(allowsIntrospection ? [] : [NoSchemaIntrospectionCustomRule])];
}

/**
 * Everything that is checked before an operation from a socket runs: the same rules as over HTTP.
 * @returns arguments for the execution (without a context), or the errors for the client
 */
export function prepareOperation(schema: GraphQLSchema, payload: SubscribePayload, allowsIntrospection: boolean): Omit<ExecutionArgs, 'contextValue'> | readonly GraphQLError[] {
  const variables = payload.variables ?? {};
  if (isValueDeeperThan(variables, LIMITS.jsonDepth)) return [badInput(`Die Anfrage ist tiefer verschachtelt als ${LIMITS.jsonDepth} Ebenen.`)];
  const document = parseWithinLimits(payload.query);
  if (document instanceof GraphQLError) return [document];
  const invalid = validate(schema, document, webSocketRules(allowsIntrospection), { maxErrors: 20 });
  if (invalid.length > 0) return invalid;
  const operation = getOperationAST(document, payload.operationName);
  if (!operation) return [badInput('Das Dokument enthält diese Operation nicht.')];
  const errors = operationErrors({ schema, document, operation, variables });
  if (errors.length > 0) return errors;
  return { schema, document, operationName: payload.operationName, variableValues: variables };
}
