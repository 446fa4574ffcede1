import { GraphQLError, Kind, visit, type ASTVisitor, type DocumentNode, type FragmentDefinitionNode, type SelectionSetNode, type ValidationContext } from 'graphql';
import { LIMITS, ONCE_PER_DOCUMENT } from './limits.js';

const tooComplex = (message: string): GraphQLError => new GraphQLError(message, { extensions: { code: 'QUERY_TOO_COMPLEX' } });

/** The deepest nesting of fields, fragments followed. Each fragment is measured once, and a cycle counts as nothing here. */
export function documentDepth(document: DocumentNode): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const measured = new Map<string, number>();
  const fragmentDepth = (name: string): number => {
    const known = measured.get(name);
    if (known !== undefined) return known;
    measured.set(name, 0);
    const depth = selectionDepth(fragments.get(name)?.selectionSet);
    measured.set(name, depth);
    return depth;
  };
  const selectionDepth = (set: SelectionSetNode | undefined): number => {
    let deepest = 0;
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.FIELD) deepest = Math.max(deepest, 1 + selectionDepth(selection.selectionSet));
      else if (selection.kind === Kind.INLINE_FRAGMENT) deepest = Math.max(deepest, selectionDepth(selection.selectionSet));
      else deepest = Math.max(deepest, fragmentDepth(selection.name.value));
    }
    return deepest;
  };
  return Math.max(0, ...document.definitions.map((definition) => ('selectionSet' in definition ? selectionDepth(definition.selectionSet) : 0)));
}

interface Counts {
  aliases: number;
  directives: number;
  readonly guarded: Map<string, number>;
}

function countUses(document: DocumentNode): Counts {
  const counts: Counts = { aliases: 0, directives: 0, guarded: new Map() };
  visit(document, {
    Directive: () => void (counts.directives += 1),
    Field: ({ alias, name }) => {
      if (alias) counts.aliases += 1;
      if (ONCE_PER_DOCUMENT.includes(name.value)) counts.guarded.set(name.value, (counts.guarded.get(name.value) ?? 0) + 1);
    },
  });
  return counts;
}

/** Everything that is too much in a document, as errors for the client. */
export function exceededLimits(document: DocumentNode): GraphQLError[] {
  const { aliases, directives, guarded } = countUses(document);
  const errors: GraphQLError[] = [];
  if (aliases > LIMITS.aliases) errors.push(tooComplex(`Höchstens ${LIMITS.aliases} Aliasnamen je Abfrage.`));
  if (directives > LIMITS.directives) errors.push(tooComplex(`Höchstens ${LIMITS.directives} Direktiven je Abfrage.`));
  if (documentDepth(document) > LIMITS.depth) errors.push(tooComplex(`Die Abfrage ist tiefer verschachtelt als ${LIMITS.depth} Ebenen.`));
  for (const [field, uses] of guarded) {
    if (uses > 1) errors.push(tooComplex(`„${field}“ darf in einem Dokument nur einmal stehen.`));
  }
  return errors;
}

/** Validation rule: depth, aliases, directives and fields that may stand once only. */
export function documentLimitsRule(context: ValidationContext): ASTVisitor {
  return { Document: (document) => exceededLimits(document).forEach((error) => context.reportError(error)) };
}
