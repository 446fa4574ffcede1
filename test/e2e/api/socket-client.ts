import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { ApiUnderTest } from './api-harness.js';

/** What a socket answers to one operation, until it is complete or failed. */
export interface SocketAnswer {
  readonly data: unknown;
  readonly errors: readonly { readonly message: string; readonly extensions: { readonly code: string; readonly correlationId: string } }[];
}

interface Frame {
  readonly type: string;
  readonly id?: string;
  readonly payload?: { readonly data?: unknown; readonly errors?: SocketAnswer['errors'] } | SocketAnswer['errors'];
}

/** Opens a socket without initialising it; rejects with the HTTP status of a refused upgrade. */
export async function open({ origin }: ApiUnderTest, headers: Record<string, string>, path = '/graphql'): Promise<WebSocket> {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}${path}`, 'graphql-transport-ws', { headers, perMessageDeflate: true });
  const refused = new Promise<never>((_, reject) => {
    socket.once('unexpected-response', (request, response) => {
      request.destroy();
      reject(new Error(String(response.statusCode)));
    });
    socket.once('error', reject);
  });
  await Promise.race([once(socket, 'open'), refused]);
  // A socket that the server cuts off later is what some specs wait for.
  socket.on('error', () => undefined);
  return socket;
}

/** Opens and initialises a socket. */
export async function connect(api: ApiUnderTest, headers: Record<string, string>): Promise<WebSocket> {
  const socket = await open(api, headers);
  socket.send(JSON.stringify({ type: 'connection_init' }));
  await once(socket, 'message');
  return socket;
}

/** Runs one operation and waits for its first answer. */
export async function runOnSocket(socket: WebSocket, query: string, variables?: object): Promise<SocketAnswer> {
  const id = String(Math.random());
  return new Promise((resolve, reject) => {
    socket.once('close', (code) => reject(new Error(`closed with ${code}`)));
    socket.on('message', (raw) => {
      const frame = JSON.parse(String(raw)) as Frame;
      if (frame.id !== id) return;
      if (frame.type === 'error') resolve({ data: null, errors: frame.payload as SocketAnswer['errors'] });
      if (frame.type === 'next') resolve({ data: null, errors: [], ...(frame.payload as object) });
    });
    socket.send(JSON.stringify({ id, type: 'subscribe', payload: { query, variables } }));
  });
}

/** Code and reason with which a socket is closed. */
export async function closed(socket: WebSocket): Promise<number> {
  const [code] = (await once(socket, 'close')) as [number];
  return code;
}
