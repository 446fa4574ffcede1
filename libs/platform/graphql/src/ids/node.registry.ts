import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../context/request-context.js';
import { readGlobalId } from './global-id.js';

/** Finds one entity by its raw uuid, as the visitor may see it; null when it does not exist or is none of hers. */
export type NodeFinder = (uuid: string, context: RequestContext) => Promise<object | null>;

/** Which context finds which type behind the query `node`. Contexts register in `onModuleInit`. */
@Injectable()
export class NodeRegistry {
  private readonly finders = new Map<string, NodeFinder>();

  /** @throws Error when two contexts claim the same type */
  register(type: string, finder: NodeFinder): void {
    if (this.finders.has(type)) throw new Error(`Node type ${type} is registered twice`);
    this.finders.set(type, finder);
  }

  /** The entity behind an opaque id; null when there is none for this visitor, or the id is malformed. */
  async find(id: string, context: RequestContext): Promise<object | null> {
    const parsed = readGlobalId(id);
    const found = parsed ? await this.finders.get(parsed.type)?.(parsed.uuid, context) : null;
    if (!parsed || !found) return null;
    return Object.assign(Object.create(Object.getPrototypeOf(found) as object) as object, found, { __typename: parsed.type });
  }
}
