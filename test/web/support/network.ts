import { afterAll, beforeAll } from '@jest/globals';
import { TcpProxy, type DemonstrationAccount } from '@konzeptwerkstatt/test-support';
import type { BrowserContextOptions } from 'playwright-core';
import type { Person } from './person.js';
import type { Stage } from './stage.js';
import { lostConnection } from './watch.js';

/** What a connection that is taken away brings with it, besides what a lost one does. */
const cutConnection: readonly RegExp[] = [...lostConnection, /ERR_CONNECTION_CLOSED/, /ERR_NETWORK_CHANGED/, /ERR_TIMED_OUT/, /ERR_SOCKET_NOT_CONNECTED/];

/** A network of a suite's own between its browsers and the server, and people behind it. */
export class Network {
  private proxy: TcpProxy | undefined;
  /** Port of the server; known once somebody came. */
  port = 0;

  async start(): Promise<void> {
    this.proxy = await TcpProxy.start(() => this.port);
  }

  async end(): Promise<void> {
    await this.proxy?.close();
  }

  get line(): TcpProxy {
    if (!this.proxy) throw new Error('the network exists only inside tests and hooks');
    return this.proxy;
  }

  /** Somebody signed in whose every byte goes through this network. */
  async person(stage: Stage, account: DemonstrationAccount, options: BrowserContextOptions = {}): Promise<Person> {
    this.port = stage.application.server.port;
    this.line.restore();
    const person = await stage.person(account, options, this.line.origin);
    person.watch.tolerate(...cutConnection);
    return person;
  }
}

/** A network for the suite that calls this at its top level. */
export function useNetwork(): Network {
  const network = new Network();
  beforeAll(() => network.start());
  afterAll(() => network.end());
  return network;
}
