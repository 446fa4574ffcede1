/** Connections without the object mapper. */
export { createPgPool, type PgPoolOptions } from './pg-pool.js';
export { queryPrepared, type PreparedStatement } from './prepared-query.js';
export { PgListener, type NotificationHandler, type PgListenerOptions } from './pg-listener.js';
