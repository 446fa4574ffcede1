import type { ApplicationUnderTest, GraphqlVisitor } from '@konzeptwerkstatt/test-support';
import { joinAsGuest, type World } from './world.js';

/** Everybody who asks, for the concept of one municipality. */
export const VISITORS = ['anonymous', 'contributor', 'reviewer', 'office', 'foreign', 'ended'] as const;
export type VisitorName = (typeof VISITORS)[number];

/** The same in words, for the titles of the tests. */
export const visitorInWords: Readonly<Record<VisitorName, string>> = {
  anonymous: 'somebody who is not signed in',
  contributor: 'a contributor of the own municipality',
  reviewer: 'a reviewer of the own municipality',
  office: 'the integration office',
  foreign: 'the integration office of another municipality',
  ended: 'a session that has ended',
};

const SIGN_OUT = 'mutation { signOut(input: { idempotencyKey: "matrix" }) { errors { code } } }';

/** Visitors with a session each for the suite, and with another one where a row ends it. */
export class Visitors {
  private ended: Promise<GraphqlVisitor> | undefined;
  private known: Promise<GraphqlVisitor> | undefined;

  constructor(private readonly application: ApplicationUnderTest) {}

  /** @param isFresh whether the session must be nobody else's */
  get(name: VisitorName, isFresh = false): Promise<GraphqlVisitor> {
    if (name === 'anonymous') return Promise.resolve(this.application.nobody());
    if (name === 'ended') return (this.ended ??= this.signOut());
    // The mightiest of the other municipality: what she may not, nobody else there may.
    const account = name === 'foreign' ? 'foreignOffice' : name;
    return isFresh ? this.application.signIn(account) : this.application.as(account);
  }

  /** Somebody at another workshop. @param isFresh whether she must be nobody else */
  guest(world: World, isFresh = false): Promise<GraphqlVisitor> {
    const join = async (): Promise<GraphqlVisitor> => (await joinAsGuest(world.office, await world.otherGathering())).guest;
    return isFresh ? join() : (this.known ??= join());
  }

  private async signOut(): Promise<GraphqlVisitor> {
    const visitor = await this.application.signIn('contributor');
    await visitor.get(SIGN_OUT);
    return visitor;
  }
}
