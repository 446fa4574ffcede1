/** Fields whose values are keys of a closed list. */
const listedFields: ReadonlySet<string> = new Set(['type', 'status', 'decisionState', 'kind', 'targetGroup', 'priority', 'fundingState']);

/** A stored value as the API writes it: keys of closed lists as the names of their enum. */
export function apiValue(field: string, value: string | null): string | null {
  return value !== null && listedFields.has(field) ? value.toUpperCase() : value;
}
