/** Units of shares; everything else counts something. */
export const RATE_UNITS: readonly string[] = ['percent', 'percentage_points'];

/** Whether a value is possible in a unit: a share lies between 0 and 100 % unless the indicator says otherwise, and nobody is counted below zero. */
export function isPossible(value: number, unit: string, mayExceedHundred: boolean): boolean {
  if (unit === 'percent') return mayExceedHundred || (value >= 0 && value <= 100);
  return unit !== 'persons' || value >= 0;
}
