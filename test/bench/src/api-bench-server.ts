import 'reflect-metadata';
import { Controller, Inject, Module, Post, Req, Res } from '@nestjs/common';
import { createApiApplication, listen } from '@konzeptwerkstatt/app-api';
import { decodeCursor, RequestContextFactory } from '@konzeptwerkstatt/platform-graphql';
import { loadConfig } from '@konzeptwerkstatt/platform-config';
import { PG_POOL } from '@konzeptwerkstatt/platform-database';
import { createLogger } from '@konzeptwerkstatt/platform-logging';
import type { Request, Response } from 'express';
import pg from 'pg';
import { statements } from './concept-page.statement.js';

/** Statements that went to the database since they were last asked for. */
let sent: string[] = [];

function recordStatements(): void {
  const original = pg.Client.prototype.query as (...args: unknown[]) => unknown;
  const recording = function (this: unknown, ...args: unknown[]): unknown {
    const [query] = args;
    sent.push(typeof query === 'string' ? query : ((query as { text?: string } | undefined)?.text ?? ''));
    return original.apply(this, args);
  };
  pg.Client.prototype.query = recording as typeof pg.Client.prototype.query;
}

interface Body {
  readonly operationName: string;
  readonly variables: { readonly uuid: string; readonly after?: string };
}

/** Answers the page by one statement: the same server, body limits, headers and authentication as the API around it. */
@Controller('graphql/by-hand')
class ByHandController {
  constructor(@Inject(PG_POOL) private readonly pool: pg.Pool, @Inject(RequestContextFactory) private readonly contexts: RequestContextFactory) {}

  @Post()
  async answer(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { operationName, variables } = request.body as Body;
    const visitor = await this.contexts.authenticate(request);
    const offset = variables.after === undefined ? 0 : Number(decodeCursor(variables.after, 1)[0]) + 1;
    const { personId = null, organisationId = null, municipalityId = null } = visitor?.actor ?? {};
    // Named, so that the database plans it once for each connection.
    const { rows } = await this.pool.query<{ body: string }>({ name: operationName, text: statements[operationName] ?? '', values: [variables.uuid, personId, organisationId, municipalityId, offset] });
    response.type('application/json').send(rows[0]?.body);
  }
}

@Module({ controllers: [ByHandController] })
class ByHandModule {}

async function main(databaseUrl: string): Promise<void> {
  recordStatements();
  const config = loadConfig({ PORT: '0', DATABASE_URL: databaseUrl, LOG_LEVEL: 'error' });
  const { app, server } = await createApiApplication({ config, databaseUrl, logger: createLogger({ level: 'error' }), allowsIntrospection: false, parts: [ByHandModule] });
  const port = await listen(server, 0, '127.0.0.1');
  process.on('message', (wish) => {
    if (wish === 'end') return void app.close().then(() => process.exit(0));
    process.send?.(sent);
    sent = [];
  });
  // Whoever started it may break off.
  process.once('disconnect', () => process.exit(1));
  process.send?.(port);
}

await main(process.argv[2] ?? '');
