import { Router } from 'express';
import type { Pool } from 'pg';

const ANSWER_MS = 3_000;
const RETRY_SECONDS = 5;

async function canAnswer(pool: Pick<Pool, 'query'>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => (timer = setTimeout(() => resolve(false), ANSWER_MS)));
  const asked = pool.query('SELECT 1').then(() => true, () => false);
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}

/** `/health/live`: the process answers. `/health/ready`: so does the database, asked anew each time. */
export function healthRouter(pool: Pick<Pool, 'query'>): Router {
  const router = Router();
  router.get('/live', (_request, response) => void response.set('Cache-Control', 'no-store').json({ status: 'ok' }));
  router.get('/ready', async (_request, response) => {
    const isReady = await canAnswer(pool);
    if (!isReady) response.set('Retry-After', String(RETRY_SECONDS));
    response.set('Cache-Control', 'no-store').status(isReady ? 200 : 503).json({ status: isReady ? 'ok' : 'unavailable', database: isReady });
  });
  return router;
}
