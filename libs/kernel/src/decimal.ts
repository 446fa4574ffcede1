/** The pattern of a non-negative decimal number with a point, e.g. decimalPattern(12, 2) for money. */
export function decimalPattern(integerDigits: number, fractionDigits: number): RegExp {
  return new RegExp(`^\\d{1,${integerDigits}}(\\.\\d{1,${fractionDigits}})?$`);
}
