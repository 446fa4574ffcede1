/** How many rows of a list, from where. */
export interface Window {
  readonly offset: number;
  readonly limit: number;
}
