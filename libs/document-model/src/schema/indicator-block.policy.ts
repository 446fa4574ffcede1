import { isBlockId, isUuid } from './block-id.policy.js';

/** The indicator that a block of a text shows; null when there is none (any more). What it is called and how it stands is looked up when the text is read. */
export function toIndicatorId(raw: Readonly<Record<string, unknown>>): string | null {
  const { indicatorId } = raw;
  return isUuid(indicatorId) ? indicatorId : null;
}

const checks: Readonly<Record<string, (value: unknown) => boolean>> = {
  id: (value) => value === null || isBlockId(value),
  indicatorId: (value) => value === null || isUuid(value),
};

/** Whether a value may be stored under that key of an indicator's block. */
export function isIndicatorBlockValue(key: string, value: unknown): boolean {
  return checks[key]?.(value) ?? false;
}
