/** Number of the advisory lock that makes the relay the only one. */
export const RELAY_LOCK = 7_203_412;
