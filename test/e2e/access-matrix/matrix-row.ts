import type { GraphqlVisitor } from '@konzeptwerkstatt/test-support';
import type { Expectation, Expectations } from './expectation.js';
import type { World } from './world.js';

/** What a row may use to build what it asks for. */
export interface Scene {
  /** The municipality whose things are asked for. */
  readonly world: World;
  /** The contributor of that municipality, whose own things some operations are about. */
  readonly contributor: GraphqlVisitor;
  /** Opens another session of the contributor. */
  readonly signInAgain: () => Promise<GraphqlVisitor>;
}

/** One operation of the schema, and what everybody gets for it. */
export interface MatrixRow {
  /** `Query.edition`, `Mutation.addMeasure`; `Query.node` has a row for each type: `Query.node(Measure)`. */
  readonly operation: string;
  /** Selection of the field; without one everything directly below. */
  readonly selection?: string;
  /** Variables without idempotency key; made anew for each visitor. */
  readonly variables: (scene: Scene) => object | Promise<object>;
  readonly expected: Expectations;
  /** What a guest of a gathering gets, where that is not what somebody gets who is not signed in. */
  readonly guest?: Expectation;
  /** Whether the operation ends the session it runs in. */
  readonly endsSession?: boolean;
}
