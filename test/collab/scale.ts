const isNightly = process.env['COLLAB_RUNS'] === 'nightly';

/** How much is run: little enough for every `npm test`, or by `npm run test:faults` what a night has time for. */
export const scale = {
  ...(isNightly
    ? { seeds: 2000, steadyKills: 50, burstKills: 20, databaseKills: 20, flappingMs: 300_000 }
    : { seeds: 200, steadyKills: 10, burstKills: 5, databaseKills: 2, flappingMs: 10_000 }),
  /** Mutated frames; `COLLAB_FRAMES` names another number for a run of them alone. */
  frames: Number(process.env['COLLAB_FRAMES'] ?? (isNightly ? 1_000_000 : 20_000)),
};

/** Where random runs begin; printed with every failure, and given again to repeat it. */
export const firstSeed = Number(process.env['COLLAB_SEED'] ?? 1);
