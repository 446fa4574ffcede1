import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse, print, visit, type DefinitionNode } from 'graphql';
import { checkout } from './bench-database.js';

/** A measure as the client's table shows it, with the indicators and latest values that the client's list of indicators shows. */
const measureList = `measures(first: 100, after: $after) {
  totalCount
  edges { cursor node { ...MeasureRow indicators(first: 10) { edges { cursor node { ...IndicatorHead latestObservation { ...ObservationFacts } } } } } }
  pageInfo { hasNextPage endCursor }
}`;

const operations = `
query ConceptPage($uuid: String!, $after: String) {
  edition(uuid: $uuid) {
    ...EditionHead
    mayEdit
    sections(first: 100) {
      edges { cursor node { id uuid kind title position isExample mayWrite goals(first: 100) { edges { cursor node { id blockId kind title } } } } }
    }
    ${measureList}
  }
}
query ConceptPageMeasures($uuid: String!, $after: String) { edition(uuid: $uuid) { id ${measureList} } }`;

/** Every operation and fragment of the web client, as its feature libraries write them. */
function clientDefinitions(): Map<string, DefinitionNode> {
  const files = globSync('libs/web/*/src/operations/*.graphql', { cwd: checkout });
  const definitions = files.flatMap((file) => parse(readFileSync(join(checkout, file), 'utf8')).definitions);
  return new Map(definitions.map((definition) => ['name' in definition ? (definition.name?.value ?? '') : '', definition]));
}

/** An operation and the fragments it spreads, directly or not. */
function withFragments(operation: DefinitionNode, known: ReadonlyMap<string, DefinitionNode>): string {
  const used = new Map<string, DefinitionNode>();
  const collect = (definition: DefinitionNode): void => {
    visit(definition, {
      FragmentSpread({ name: { value } }) {
        const fragment = known.get(value);
        if (!fragment) throw new Error(`The client has no fragment ${value}`);
        if (used.has(value)) return;
        used.set(value, fragment);
        collect(fragment);
      },
    });
  };
  collect(operation);
  return [operation, ...used.values()].map(print).join('\n');
}

/** Texts of operations by name. */
export function operationTexts(): ReadonlyMap<string, string> {
  const client = clientDefinitions();
  const all = [...client.values(), ...parse(operations).definitions];
  return new Map(all.flatMap((definition) => (definition.kind === Kind.OPERATION_DEFINITION && definition.name ? [[definition.name.value, withFragments(definition, client)] as const] : [])));
}
