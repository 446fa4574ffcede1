import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';

const invalid = (message: string): GraphQLError => new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });

function literal(node: ValueNode): unknown {
  return node.kind === Kind.STRING ? node.value : undefined;
}

function parseDay(value: unknown): string {
  const day = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00.000Z`) : null;
  if (!day || Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== value) throw invalid('Ein Datum hat die Form JJJJ-MM-TT.');
  return value;
}

/** A legal day, `YYYY-MM-DD`; resolvers give a string or a Date at midnight UTC and get a string. */
export const DateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'A day, YYYY-MM-DD.',
  serialize: (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : parseDay(value)),
  parseValue: parseDay,
  parseLiteral: (node) => parseDay(literal(node)),
});

function parseInstant(value: unknown): Date {
  const instant = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(value) ? new Date(value) : null;
  if (!instant || Number.isNaN(instant.getTime())) throw invalid('Ein Zeitpunkt hat die Form JJJJ-MM-TTThh:mm:ssZ.');
  return instant;
}

/** An instant, ISO 8601 in UTC; resolvers give a Date or an ISO string and get a Date. */
export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'An instant, ISO 8601 in UTC.',
  serialize: (value) => (value instanceof Date ? value : parseInstant(value)).toISOString(),
  parseValue: parseInstant,
  parseLiteral: (node) => parseInstant(literal(node)),
});

const decimal = /^-?\d{1,30}(\.\d{1,15})?$/;

function parseDecimal(value: unknown): string {
  if (typeof value !== 'string' || !decimal.test(value)) throw invalid('Eine Zahl wird als Text mit Punkt übergeben, zum Beispiel "1250.50".');
  return value;
}

/** Database decimals print themselves without an exponent through `toFixed()`. */
function printDecimal(value: unknown): string {
  const isDecimalObject = typeof value === 'object' && value !== null && 'toFixed' in value && typeof value.toFixed === 'function';
  return parseDecimal(isDecimalObject ? String((value.toFixed as () => unknown).call(value)) : value);
}

/** An exact number as text with a point and no grouping; resolvers give a string or a database decimal, never a float. */
export const DecimalScalar = new GraphQLScalarType<string, string>({
  name: 'Decimal',
  description: 'An exact number as text, with a point and without grouping.',
  serialize: printDecimal,
  parseValue: parseDecimal,
  parseLiteral: (node) => parseDecimal(literal(node)),
});
