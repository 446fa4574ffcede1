import { createServer } from 'node:http';
import { ExpressAdapter } from '@nestjs/platform-express';

/** Slow senders are cut off: headers within 10 s, the whole request within 30 s, checked every second. */
const LIMITS = { headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 1_000, maxHeaderSize: 16_384, keepAliveTimeout: 65_000 };

/** Express on a Node server with limits. */
export class LimitedHttpAdapter extends ExpressAdapter {
  override initHttpServer(): void {
    this.httpServer = createServer(LIMITS, this.getInstance());
  }
}
