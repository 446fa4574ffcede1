import { once } from 'node:events';
import { createServer, request, type Server } from 'node:http';
import { afterAll, beforeAll } from '@jest/globals';
import type { DemonstrationAccount } from '@konzeptwerkstatt/test-support';
import type { BrowserContextOptions } from 'playwright-core';
import type { Person } from './person.js';
import type { Stage } from './stage.js';

/** A firewall as town halls have them: ordinary requests pass, every WebSocket is refused at the door. */
export class Firewall {
  private server: Server | undefined;
  private target = 0;
  /** How many WebSockets it has turned away. */
  refused = 0;

  async start(): Promise<void> {
    this.server = createServer((incoming, answer) => {
      const outgoing = request({ host: '127.0.0.1', port: this.target, method: incoming.method, path: incoming.url, headers: incoming.headers }, (response) => {
        answer.writeHead(response.statusCode ?? 502, response.headers);
        response.on('error', () => answer.destroy());
        response.pipe(answer);
      });
      // A browser that goes away in the middle is none of a firewall's business.
      for (const end of [outgoing, incoming, answer]) end.on('error', () => answer.destroy());
      incoming.pipe(outgoing);
    });
    this.server.on('upgrade', (_request, socket) => {
      this.refused += 1;
      socket.on('error', () => socket.destroy());
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
    });
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
  }

  async end(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }

  /** Somebody signed in who sits behind it. */
  async person(stage: Stage, account: DemonstrationAccount, options: BrowserContextOptions = {}): Promise<Person> {
    this.target = stage.application.server.port;
    const address = this.server?.address();
    if (typeof address !== 'object' || address === null) throw new Error('the firewall exists only inside tests and hooks');
    const person = await stage.person(account, options, `http://127.0.0.1:${address.port}`);
    person.watch.tolerate(/WebSocket connection to/);
    return person;
  }
}

/** A firewall for the suite that calls this at its top level. */
export function useFirewall(): Firewall {
  const firewall = new Firewall();
  beforeAll(() => firewall.start());
  afterAll(() => firewall.end());
  return firewall;
}
