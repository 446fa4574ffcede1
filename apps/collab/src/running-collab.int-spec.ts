import 'reflect-metadata';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DOCUMENT_ACCESS, DOCUMENT_WRITER, VISITOR_AUTHENTICATION, type DocumentWriter } from '@konzeptwerkstatt/contracts';
import { newId, newRandomId } from '@konzeptwerkstatt/kernel';
import { loadConfig } from '@konzeptwerkstatt/platform-config';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { createLogger } from '@konzeptwerkstatt/platform-logging';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import { WebSocket } from 'ws';
import { CollabModule } from './collab.module.js';
import { contextModules } from './context-modules.registry.js';
import { startCollab, type RunningCollab } from './running-collab.js';

const visitor = {
  actor: { kind: 'person', personId: newId(), guestId: null, organisationId: newId(), gatheringId: null, municipalityId: newId() },
  credentialId: newId(), personName: 'Anna', organisationName: 'Verein',
};

/** Everybody is Anna, and may everything. */
@Module({
  providers: [
    { provide: VISITOR_AUTHENTICATION, useValue: { authenticate: async () => visitor } },
    { provide: DOCUMENT_ACCESS, useValue: { rights: async () => ({ canRead: true, canWrite: true }) } },
  ],
  exports: [VISITOR_AUTHENTICATION, DOCUMENT_ACCESS],
})
class OpenDoorModule {}

describe('the process of the rooms', () => {
  const database = useTestDatabase();
  let collab: RunningCollab | null = null;
  afterEach(() => collab?.stop());

  it('turns strangers away with the contexts that the product runs with', async () => {
    const config = loadConfig({ PORT: '0', DATABASE_URL: database().url });
    const module = CollabModule.register({ config, databaseUrl: database().url, logger: createLogger({ level: 'silent' }), contexts: contextModules });
    collab = await startCollab(await NestFactory.createApplicationContext(module, { logger: false, abortOnError: false }), config);
    const socket = new WebSocket(`ws://127.0.0.1:${collab.port}/collab/${newRandomId()}`);
    expect(await new Promise((resolve) => socket.once('close', resolve))).toBe(4401);
  }, 30_000);

  it('answers on its health addresses, opens rooms, and sends everybody away with 1012 when it stops', async () => {
    const config = loadConfig({ PORT: '0', DATABASE_URL: database().url });
    const module = CollabModule.register({ config, databaseUrl: database().url, logger: createLogger({ level: 'silent' }), contexts: [OpenDoorModule] });
    const app = await NestFactory.createApplicationContext(module, { logger: false });
    collab = await startCollab(app, config);
    const health = await Promise.all(['live', 'ready', 'other'].map((path) => fetch(`http://127.0.0.1:${collab!.port}/health/${path}`)));
    expect(health.map(({ status }) => status)).toEqual([200, 200, 404]);
    const documentId = newRandomId();
    await app.get(PrismaDatabase).runInTransaction((tx) => app.get<DocumentWriter>(DOCUMENT_WRITER).create(tx, documentId, visitor.actor.municipalityId));
    const socket = new WebSocket(`ws://127.0.0.1:${collab.port}/collab/${documentId}`, { headers: { authorization: 'Bearer anna' } });
    await new Promise((resolve) => socket.once('message', resolve));
    const closed = new Promise<number>((resolve) => socket.once('close', resolve));
    await collab.stop();
    collab = null;
    expect(await closed).toBe(1012);
  }, 30_000);
});
