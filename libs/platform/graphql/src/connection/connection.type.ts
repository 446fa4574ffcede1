import type { Type } from '@nestjs/common';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { Edge, Page } from './page.js';

/** Where a page lies in its list. */
@ObjectType('PageInfo', { description: 'Where a page lies in its list.' })
export class PageInfoType {
  @Field(() => Boolean, { description: 'Whether more follow.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether some came before.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first one of the page.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last one of the page; the next page comes after it.' })
  endCursor!: string | null;
}

const isClass = (reference: unknown): boolean => typeof reference === 'function' && reference.prototype !== undefined;

/**
 * The connection and edge types of an entity, named `<name>Connection` and `<name>Edge`.
 * @param node the entity's class, or an arrow function that gives it (where two types name each other)
 */
export function createConnection<Node extends object>(
  node: Type<Node> | (() => Type<Node>),
  name: string,
): { Connection: Type<Page<Node>>; Edge: Type<Edge<Node>> } {
  const nodeClass = (): Type<Node> => (isClass(node) ? (node as Type<Node>) : (node as () => Type<Node>)());

  @ObjectType(`${name}Edge`, { description: `One ${name} in a list.` })
  class EdgeType {
    @Field(() => String, { description: 'Its position in the list.' })
    cursor!: string;

    @Field(() => nodeClass(), { description: `The ${name} itself.` })
    node!: object;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })
  class ConnectionType {
    @Field(() => [EdgeType], { description: 'The page, in order.' })
    edges!: object[];

    @Field(() => PageInfoType, { description: 'Where the page lies in the list.' })
    pageInfo!: PageInfoType;

    @Field(() => Int, { nullable: true, description: 'How many there are in all; null where counting would cost too much.' })
    totalCount!: number | null;
  }
  return { Connection: ConnectionType as unknown as Type<Page<Node>>, Edge: EdgeType as unknown as Type<Edge<Node>> };
}
