/** Gives the current instant; a parameter wherever a rule depends on the time, so that it can be tested. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
