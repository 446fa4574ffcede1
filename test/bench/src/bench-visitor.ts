import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import { join } from 'node:path';

/** The API as a process of its own, told and asked over the channel between parent and child. */
export class BenchServer {
  private constructor(private readonly child: ChildProcess, readonly port: number) {}

  /** @param execArgv options of Node, for example `--cpu-prof` */
  static async start(databaseUrl: string, execArgv: readonly string[]): Promise<BenchServer> {
    const child = fork(join(import.meta.dirname, 'api-bench-server.js'), [databaseUrl], { execArgv: [...execArgv] });
    const [port] = (await Promise.race([once(child, 'message'), once(child, 'exit').then(() => Promise.reject(new Error('The server did not start.')))])) as [number];
    return new BenchServer(child, port);
  }

  /** The statements since the last time. */
  async statements(): Promise<readonly string[]> {
    this.child.send('statements');
    const [sent] = (await once(this.child, 'message')) as [string[]];
    return sent;
  }

  async stop(): Promise<void> {
    this.child.send('end');
    await once(this.child, 'exit');
  }
}

/** One answer, and how long it took from the first byte sent to the last one received. */
export interface TimedAnswer {
  readonly body: string;
  readonly milliseconds: number;
}

/** Somebody signed in who posts over one connection that stays open. */
export class BenchVisitor {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 });
  private cookie = '';

  constructor(private readonly port: number) {}

  async signIn(email: string, password: string): Promise<void> {
    const query = 'mutation ($email: String!, $password: String!) { signIn(input: { email: $email, password: $password }) { errors { code } } }';
    const { headers } = await this.post('/graphql', JSON.stringify({ query, variables: { email, password } }));
    this.cookie = (headers['set-cookie'] ?? []).map((line) => line.split(';')[0]).join('; ');
    if (this.cookie === '') throw new Error(`${email} could not sign in`);
  }

  async ask(path: string, body: string): Promise<TimedAnswer> {
    const begin = performance.now();
    const response = await this.post(path, body);
    return { body: response.body, milliseconds: performance.now() - begin };
  }

  /** Lines with which a socket of hers is let in. */
  get socketHeaders(): readonly string[] {
    return [`Cookie: ${this.cookie}`, `Origin: http://127.0.0.1:${this.port}`];
  }

  leave(): void {
    this.agent.destroy();
  }

  private post(path: string, body: string): Promise<{ body: string; headers: IncomingMessage['headers'] }> {
    return new Promise((resolve, reject) => {
      const headers = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body), ...(this.cookie === '' ? {} : { Cookie: this.cookie }) };
      const sent = request({ port: this.port, host: '127.0.0.1', path, method: 'POST', agent: this.agent, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => resolve({ body: Buffer.concat(chunks).toString('utf8'), headers: response.headers })).on('error', reject);
      });
      sent.on('error', reject).end(body);
    });
  }
}
