import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { WakeUpHub } from '@konzeptwerkstatt/platform-outbox';
import { allowedScopes, isAllowed, isAllowedSomewhere, NO_RIGHTS, readActionOf, type Action, type Resource, type Rights, type ScopeFilter } from '../domain/access.policy.js';
import { forbidden, notFound, unauthenticated } from '../domain/identity.errors.js';
import { RightsRepository } from '../persistence/rights.repository.js';

/** Wake-ups may be lost; whoever keeps an actor for long gets changed rights after so many milliseconds all the same. */
const MAX_AGE_MS = 5_000;
const EVERYWHERE: ScopeFilter = { all: true, processIds: [], editionIds: [], sectionIds: [] };

interface CachedRights {
  readonly generation: number;
  /** Of the process's monotonic clock, milliseconds. */
  readonly loadedAt: number;
  readonly rights: Promise<Rights>;
}

/**
 * The one place that decides who may do what. Everybody asks it: guards, rooms, subscriptions, files and list filters.
 * Rights are loaded once per actor object, which lives as long as its request, and forgotten when a wake-up says they changed.
 */
@Injectable()
export class AccessPolicy implements OnApplicationBootstrap {
  private readonly cache = new WeakMap<Actor, CachedRights>();
  private generation = 0;
  /** When guests were told of lately, of the monotonic clock: one who comes or goes must not make everybody's rights be loaded again. */
  private readonly changedGuests = new Map<string, number>();

  constructor(
    @Inject(RightsRepository) private readonly repository: RightsRepository,
    @Inject(WakeUpHub) private readonly hub: WakeUpHub,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const forget = (): void => void (this.generation += 1);
    this.hub.on('access', ({ guestId }) => (guestId === undefined ? forget() : this.forgetGuest(guestId)), forget);
    await this.hub.start();
  }

  /** Whether the actor may do it. The system may do everything; nobody in particular may read what is published. */
  async can(actor: Actor | null, action: Action, resource: Resource): Promise<boolean> {
    if (actor?.kind === 'system') return true;
    return isAllowed(await this.rights(actor), action, resource);
  }

  /**
   * @throws ApplicationError NOT_FOUND when the resource is not even readable (or null: does not exist), UNAUTHENTICATED when
   * somebody who is not signed in could read it only, FORBIDDEN when the actor could read it only
   */
  async require(actor: Actor | null, action: Action, resource: Resource | null): Promise<void> {
    if (!resource) throw notFound();
    if (await this.can(actor, action, resource)) return;
    if (!(await this.can(actor, readActionOf(action), resource))) throw notFound();
    throw actor ? forbidden() : unauthenticated();
  }

  /** Those of some people who may do it, acting for any of their organisations; asked in the caller's transaction, by whoever tells people of something. */
  async peopleWho(tx: Transaction, action: Action, resource: Resource, personIds: readonly string[]): Promise<ReadonlySet<string>> {
    const members = personIds.length === 0 ? [] : await this.repository.findOfMembers(tx, resource.municipalityId, personIds);
    return new Set(members.filter(({ rights }) => isAllowed(rights, action, resource)).map(({ personId }) => personId));
  }

  /** Those of some people who may do it in the whole municipality or in any of its processes, acting for any of their organisations; asked as above. */
  async peopleWhoSomewhere(tx: Transaction, action: Action, municipalityId: string, personIds: readonly string[]): Promise<ReadonlySet<string>> {
    const members = personIds.length === 0 ? [] : await this.repository.findOfMembers(tx, municipalityId, personIds);
    return new Set(members.filter(({ rights }) => isAllowedSomewhere(allowedScopes(rights, action))).map(({ personId }) => personId));
  }

  /** Where in the actor's own municipality an action is allowed, for the filter of a list. What is published comes on top. */
  async scopeFilter(actor: Actor | null, action: Action): Promise<ScopeFilter> {
    if (actor?.kind === 'system') return EVERYWHERE;
    return allowedScopes(await this.rights(actor), action);
  }

  private forgetGuest(guestId: string): void {
    const now = performance.now();
    // What was loaded before that is too old by itself.
    for (const [id, changedAt] of this.changedGuests) if (now - changedAt >= MAX_AGE_MS) this.changedGuests.delete(id);
    this.changedGuests.set(guestId, now);
  }

  private rights(actor: Actor | null): Promise<Rights> {
    if (!actor) return Promise.resolve(NO_RIGHTS);
    const cached = this.cache.get(actor);
    const now = performance.now();
    const changedAt = this.changedGuests.get(actor.guestId ?? '') ?? 0;
    if (cached && cached.generation === this.generation && now - cached.loadedAt < MAX_AGE_MS && cached.loadedAt > changedAt) return cached.rights;
    const rights = this.repository.findOf(actor);
    this.cache.set(actor, { generation: this.generation, loadedAt: now, rights });
    // A failed load must not be the answer for the next question.
    rights.catch(() => this.cache.delete(actor));
    return rights;
  }
}
