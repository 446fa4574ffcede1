/** What this suite uses of the test helper that Yjs ships without types. */
declare module 'yjs/testHelper' {
  import type { PRNG } from 'lib0/prng';
  import type { Doc } from 'yjs';

  /** One user: a document that hands its messages to a connector. */
  export class TestYInstance extends Doc {
    constructor(connector: TestConnector, userId: number);
    userID: number;
    tc: TestConnector;
    receiving: Map<object, Uint8Array[]>;
    updates: Uint8Array[];
    connect(): void;
    disconnect(): void;
    _receive(message: Uint8Array, from: object): void;
  }

  /** Decides which message is read when. */
  export class TestConnector {
    constructor(random: PRNG);
    allConns: Set<TestYInstance>;
    onlineConns: Set<TestYInstance>;
    prng: PRNG;
    createY(userId: number): TestYInstance;
    flushRandomMessage(): boolean;
    flushAllMessages(): boolean;
    reconnectAll(): void;
    disconnectRandom(): boolean;
    reconnectRandom(): boolean;
  }

  /** Throws when documents differ in content, structs, deletions or clocks; destroys them. */
  export function compare(users: readonly (TestYInstance | Doc)[]): void;
}
