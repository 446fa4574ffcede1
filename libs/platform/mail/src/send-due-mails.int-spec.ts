import 'reflect-metadata';
import { createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createLogger } from '@konzeptwerkstatt/platform-logging';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import { MailOutbox, type NewMail } from './mail-outbox.js';
import { MailRepository } from './mail.repository.js';
import { MailTransport } from './mail-transport.js';
import { SendDueMailsProcessor } from './send-due-mails.processor.js';

const database = useTestDatabase();

/** A mail server that keeps what it gets and answers recipients as told. */
class SmallMailServer {
  readonly taken: string[] = [];
  /** Answer to RCPT TO, by recipient. */
  readonly answers = new Map<string, string>();
  port = 0;
  private readonly server: Server = createServer((socket) => this.talk(socket));

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.port = (this.server.address() as { port: number }).port;
  }

  stop(): void {
    this.server.close();
  }

  private talk(socket: Socket): void {
    let data: string | null = null;
    const reply = (line: string): void => void socket.write(`${line}\r\n`);
    socket.setEncoding('utf8');
    socket.on('error', () => undefined);
    reply('220 mail.example.org');
    socket.on('data', (chunk: string) => {
      if (data !== null) {
        data += chunk;
        if (!data.endsWith('\r\n.\r\n')) return;
        this.taken.push(data);
        data = null;
        return reply('250 2.0.0 taken');
      }
      const command = chunk.trim();
      if (/^(EHLO|HELO)/i.test(command)) return reply('250 mail.example.org');
      if (/^RCPT/i.test(command)) return reply([...this.answers].find(([recipient]) => command.includes(recipient))?.[1] ?? '250 2.1.5 ok');
      if (/^DATA/i.test(command)) {
        data = '';
        return reply('354 go on');
      }
      if (/^QUIT/i.test(command)) return void socket.end('221 bye\r\n');
      return reply('250 ok');
    });
  }
}

const server = new SmallMailServer();
const lines: string[] = [];
const logger = createLogger({ level: 'trace', destination: { write: (line: string) => void lines.push(line) } });

function parts(withServer = true): { outbox: MailOutbox; processor: SendDueMailsProcessor } {
  const transport = new MailTransport({ smtpUrl: withServer ? `smtp://127.0.0.1:${server.port}` : undefined, mailFrom: withServer ? 'konzept@stadt.example' : undefined });
  return { outbox: new MailOutbox(transport), processor: new SendDueMailsProcessor(new MailRepository(database().prisma), transport, logger) };
}

async function put(outbox: MailOutbox, recipient: string): Promise<string> {
  const mail: NewMail = { municipalityId: null, recipient, kind: 'identity.invitation', language: 'de', subject: 'Einladung: Grüße', text: 'Öffnen Sie https://stadt.example/einladung#geheim\n' };
  return database().prisma.runInTransaction((tx) => outbox.put({ tx, jobs: { enqueueAfterCommit: () => undefined } }, mail));
}

const stored = async (id: string) => (await database().prisma.client.$queryRaw<{ state: string; text: string | null; failure: string | null; attempts: number; minutes: number }[]>`
  SELECT state::text, text, failure, attempts, round(extract(epoch FROM next_attempt_at - now()) / 60)::int AS minutes FROM mails WHERE id = ${id}::uuid`)[0];
const run = (processor: SendDueMailsProcessor): Promise<void> => processor.process({}, new AbortController().signal);

beforeAll(() => server.start());
afterAll(() => server.stop());
beforeEach(() => {
  server.taken.length = 0;
  server.answers.clear();
  lines.length = 0;
});

describe('with a mail server, a mail', () => {
  it('is handed over once, as text, in its language, and its text is forgotten', async () => {
    const { outbox, processor } = parts();
    const id = await put(outbox, 'erika@example.org');
    await run(processor);
    await run(processor);
    expect(server.taken).toHaveLength(1);
    expect(server.taken[0]).toMatch(/^To: erika@example\.org\r$/m);
    expect(server.taken[0]).toMatch(/^Content-Type: text\/plain; charset=utf-8\r$/m);
    expect(server.taken[0]).toMatch(/^Content-Language: de\r$/m);
    expect(server.taken[0]).toContain(`<${id}@stadt.example>`);
    expect(await stored(id)).toMatchObject({ state: 'sent', text: null, failure: null, attempts: 1 });
  });

  it('that is refused for good is not tried again, and says why without the address', async () => {
    const { outbox, processor } = parts();
    server.answers.set('niemand@example.org', '550 5.1.1 <niemand@example.org> unknown');
    const id = await put(outbox, 'niemand@example.org');
    await run(processor);
    expect(await stored(id)).toMatchObject({ state: 'refused', failure: '550 5.1.1', text: null });
    expect(lines.join('')).toContain('550 5.1.1');
    expect(lines.join('')).not.toContain('niemand');
  });

  it('that is put off waits longer each time, keeps its text, and is sent at last', async () => {
    const { outbox, processor } = parts();
    server.answers.set('spaeter@example.org', '451 4.7.1 later');
    const id = await put(outbox, 'spaeter@example.org');
    await run(processor);
    expect(await stored(id)).toMatchObject({ state: 'waiting', failure: '451 4.7.1', attempts: 1, minutes: 1 });
    await run(processor);
    expect(await stored(id)).toMatchObject({ attempts: 1 });
    server.answers.clear();
    await database().prisma.client.$executeRaw`UPDATE mails SET next_attempt_at = now() WHERE id = ${id}::uuid`;
    await run(processor);
    expect(await stored(id)).toMatchObject({ state: 'sent', attempts: 2 });
    expect(server.taken[0]).toContain('geheim');
  });

  it('whose worker died while sending is taken up by another one', async () => {
    const { outbox, processor } = parts();
    const id = await put(outbox, 'erika@example.org');
    await database().prisma.client.$executeRaw`UPDATE mails SET state = 'sending', claimed_at = now() - interval '11 minutes' WHERE id = ${id}::uuid`;
    await run(processor);
    expect(await stored(id)).toMatchObject({ state: 'sent' });
  });

  it('is given to one worker only, however many look for it', async () => {
    const { outbox, processor } = parts();
    const ids = await Promise.all(['a', 'b', 'c', 'd'].map((name) => put(outbox, `${name}@example.org`)));
    await Promise.all([run(processor), run(processor), run(processor)]);
    expect(server.taken).toHaveLength(ids.length);
  });
});

describe('without a mail server, a mail', () => {
  it('is kept with its text, also one that was waiting for the server', async () => {
    const waiting = await put(parts().outbox, 'erika@example.org');
    const { outbox, processor } = parts(false);
    const id = await put(outbox, 'erika@example.org');
    await run(processor);
    for (const each of [waiting, id]) expect(await stored(each)).toMatchObject({ state: 'kept' });
    expect((await stored(id))?.text).toContain('geheim');
    expect(server.taken).toEqual([]);
  });
});
