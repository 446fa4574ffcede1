/**
 * A key for one intention of a person. Make it when the form opens or the button is pressed and keep it for every retry, so
 * that a lost answer never doubles the effect.
 */
export function newIdempotencyKey(): string {
  return crypto.randomUUID();
}
