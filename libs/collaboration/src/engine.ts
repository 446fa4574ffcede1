/** The rooms without the application around them: for processes that need nothing else, and for benchmarks. */
export { openRooms, type CollaborationRuntime, type RoomsDeps } from './server/collaboration.runtime.js';
export { DEFAULT_LIMITS, type CollaborationLimits } from './collaboration.limits.js';
export { createStructureGate, OPEN_GATE, type StructureGate, type StructureRules } from './walk/structure-gate.js';
export { DecoderPool } from './decoding/decoder-pool.js';
export { compactDocument } from './documents/compaction.js';
