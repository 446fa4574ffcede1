/** Token of the pool that carries the update log and nothing else. */
export const COLLABORATION_LOG_POOL = Symbol('CollaborationLogPool');
