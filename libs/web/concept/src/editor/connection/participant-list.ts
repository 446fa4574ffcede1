import type { Awareness } from 'y-protocols/awareness';
import type { RemoteUser } from '../extensions/remote-cursor.js';

/** Somebody else in the text; the same person in two windows counts once. */
export interface Participant extends RemoteUser {
  readonly key: string;
  readonly name: string;
}

/** People come and go in bunches, and their cursors change the same state all the time. In milliseconds. */
const atMostEvery = 300;

function read(awareness: Awareness): Participant[] {
  const found = new Map<string, Participant>();
  for (const [clientId, state] of awareness.getStates()) {
    const user = state['user'] as RemoteUser | undefined;
    if (clientId === awareness.clientID || user?.name === undefined) continue;
    const key = JSON.stringify([user.name, user.organisation, user.colour]);
    found.set(key, { ...user, name: user.name, key });
  }
  return [...found.values()].sort((one, other) => (one.key < other.key ? -1 : 1));
}

/** Who else is there. Tells its listeners only when people come or go, whatever their cursors do. */
export class ParticipantList {
  private people: readonly Participant[];
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly awareness: Awareness) {
    this.people = read(awareness);
  }

  readonly getPeople = (): readonly Participant[] => this.people;

  readonly subscribe = (listener: () => void): (() => void) => {
    const look = () => {
      this.timer = undefined;
      const people = read(this.awareness);
      if (people.length === this.people.length && people.every(({ key }, index) => key === this.people[index]?.key)) return;
      this.people = people;
      listener();
    };
    const onChange = () => { this.timer ??= setTimeout(look, atMostEvery); };
    this.awareness.on('change', onChange);
    look();
    return () => {
      clearTimeout(this.timer);
      this.timer = undefined;
      this.awareness.off('change', onChange);
    };
  };
}

/** People by the organisation they act for, in the order of its name. */
export function byOrganisation(people: readonly Participant[]): [organisation: string, members: Participant[]][] {
  const groups = new Map<string, Participant[]>();
  for (const person of people) {
    const organisation = person.organisation ?? '';
    groups.set(organisation, [...(groups.get(organisation) ?? []), person]);
  }
  return [...groups].sort(([one], [other]) => one.localeCompare(other, 'de'));
}
