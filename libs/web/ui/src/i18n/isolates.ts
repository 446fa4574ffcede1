import { isolatedIn, type Direction } from '@konzeptwerkstatt/kernel';

/** The values of a message; what it prints as it is and what has words of the other direction is isolated. A value that only chooses a form stays. */
export function isolatedValues(message: string, values: Readonly<Record<string, unknown>>, direction: Direction): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value === 'string' && message.includes(`{${name}}`) ? isolatedIn(direction, value) : value]));
}
