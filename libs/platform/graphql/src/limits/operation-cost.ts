import {
  GraphQLError, isInterfaceType, isListType, isObjectType, getNamedType, getNullableType, isLeafType, Kind,
  type DocumentNode, type FieldNode, type FragmentDefinitionNode, type GraphQLField, type GraphQLNamedType, type GraphQLSchema, type OperationDefinitionNode, type SelectionSetNode,
} from 'graphql';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from '../connection/connection.args.js';
import { LIMITS } from './limits.js';

/** Objects assumed in a list without paging; such lists are short by the rules of the house. */
const SHORT_LIST = 10;

/** An operation with the values of its variables, as far as the client sent them. */
export interface RequestedOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** How many objects an operation may touch, counted before it runs. */
class CostCounter {
  readonly invalidPages: FieldNode[] = [];
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly fragmentCosts = new Map<string, number>();

  constructor(private readonly request: RequestedOperation) {
    for (const definition of request.document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(definition.name.value, definition);
    }
  }

  total(): number {
    const { schema, operation } = this.request;
    return this.selectionCost(operation.selectionSet, schema.getRootType(operation.operation) ?? undefined);
  }

  private selectionCost(set: SelectionSetNode | undefined, parent: GraphQLNamedType | undefined): number {
    let cost = 0;
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.FIELD) cost += this.fieldCost(selection, parent);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) cost += this.fragmentCost(selection.name.value);
      else cost += this.selectionCost(selection.selectionSet, this.typeNamed(selection.typeCondition?.name.value) ?? parent);
    }
    return cost;
  }

  private fragmentCost(name: string): number {
    const known = this.fragmentCosts.get(name);
    if (known !== undefined) return known;
    // A cycle ends here; validation refuses it anyway.
    this.fragmentCosts.set(name, 0);
    const fragment = this.fragments.get(name);
    const cost = this.selectionCost(fragment?.selectionSet, this.typeNamed(fragment?.typeCondition.name.value));
    this.fragmentCosts.set(name, cost);
    return cost;
  }

  private fieldCost(node: FieldNode, parent: GraphQLNamedType | undefined): number {
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
    if (!field) return 0;
    const type = getNamedType(field.type);
    const page = field.args.some((argument) => argument.name === 'first') ? this.pageSize(node, field) : null;
    const price = priceOf(field);
    if (isLeafType(type)) return price;
    const children = this.selectionCost(node.selectionSet, type);
    if (page !== null) return price + 1 + page * children;
    // Page size is counted at the connection; edges and page info cost nothing by themselves.
    if (parent?.name.endsWith('Connection')) return children;
    return price + (isListType(getNullableType(field.type)) ? SHORT_LIST : 1) * (1 + children);
  }

  private pageSize(node: FieldNode, field: GraphQLField<unknown, unknown>): number {
    const size = this.requestedPage(node, field);
    if (!Number.isInteger(size) || size < 1 || size > MAX_PAGE_SIZE) {
      this.invalidPages.push(node);
      return MAX_PAGE_SIZE;
    }
    return size;
  }

  private requestedPage(node: FieldNode, field: GraphQLField<unknown, unknown>): number {
    const value = node.arguments?.find((argument) => argument.name.value === 'first')?.value;
    const declared = Number(field.args.find((argument) => argument.name === 'first')?.defaultValue ?? DEFAULT_PAGE_SIZE);
    if (value?.kind === Kind.INT) return Number(value.value);
    if (value?.kind !== Kind.VARIABLE) return declared;
    const given = this.request.variables[value.name.value];
    if (given !== undefined && given !== null) return Number(given);
    const definition = this.request.operation.variableDefinitions?.find((variable) => variable.variable.name.value === value.name.value);
    return definition?.defaultValue?.kind === Kind.INT ? Number(definition.defaultValue.value) : declared;
  }

  private typeNamed(name: string | undefined): GraphQLNamedType | undefined {
    return name === undefined ? undefined : this.request.schema.getType(name);
  }
}

/** What a field costs that is not simply read: it may name it, `@Extensions({ cost: 250 })`, in objects that could be read instead. */
function priceOf({ extensions }: GraphQLField<unknown, unknown>): number {
  const price = extensions['cost'];
  return typeof price === 'number' ? price : 0;
}

/** Objects an operation may touch: 1 per object, times the page size of each list around it, and what fields cost that name a price. */
export function operationCost(request: RequestedOperation): number {
  return new CostCounter(request).total();
}

/** What is wrong with an operation's size, before it runs: pages outside 1 to 100, or too much in all. */
export function operationErrors(request: RequestedOperation): GraphQLError[] {
  const counter = new CostCounter(request);
  const cost = counter.total();
  if (counter.invalidPages.length > 0) {
    const message = `„first“ muss zwischen 1 und ${MAX_PAGE_SIZE} liegen.`;
    return [new GraphQLError(message, { nodes: counter.invalidPages, extensions: { code: 'BAD_USER_INPUT' } })];
  }
  if (cost <= LIMITS.cost) return [];
  const message = `Die Abfrage ist zu umfangreich (${cost} von höchstens ${LIMITS.cost}). Bitte fragen Sie kleinere Seiten ab.`;
  return [new GraphQLError(message, { extensions: { code: 'QUERY_TOO_COMPLEX' } })];
}
