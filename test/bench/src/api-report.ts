import { writeMeasured } from './measured-page.js';
import { print } from './print.js';
import { median, percentile } from './statistics.js';

/** What was measured at one size; times in milliseconds, one per request. */
export interface Case {
  readonly measures: number;
  /** Measures that came over all requests. */
  readonly rows: number;
  /** Requests for all of them. */
  readonly requests: number;
  /** SQL statements of the dearest request. */
  readonly statements: number;
  readonly api: readonly number[];
  readonly byHand: readonly number[];
  /** Median of the API by median of the statement, of each round. */
  readonly ratios: readonly number[];
}

/** An operation of the web client and its statements at each size. */
export interface ClientOperation {
  readonly name: string;
  readonly statements: readonly number[];
}

const MOST_STATEMENTS = 12;
const MOST_TIMES = 3;

const milliseconds = (values: readonly number[]): string => `${median(values).toFixed(1)} / ${percentile(values, 0.95).toFixed(1)}`;
const verdict = ({ statements, ratios }: Case): string => (statements <= MOST_STATEMENTS && median(ratios) <= MOST_TIMES ? 'met' : 'missed');

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

function tables(cases: readonly Case[], operations: readonly ClientOperation[]): string {
  const lines = cases.map((one) => row([
    one.measures, one.rows, one.requests, milliseconds(one.api), milliseconds(one.byHand),
    `${median(one.ratios).toFixed(2)} (${Math.min(...one.ratios).toFixed(2)}–${Math.max(...one.ratios).toFixed(2)})`, one.statements, verdict(one),
  ]));
  return [
    row(['N', 'rows', 'requests', 'GraphQL p50 / p95 ms', 'SQL p50 / p95 ms', 'ratio (rounds)', 'statements of a request', `goal: ≤ ${MOST_TIMES} ×, ≤ ${MOST_STATEMENTS}`]), row(['--:', '--:', '--:', '--:', '--:', '--:', '--:', '---']), ...lines, '',
    row(['operation of the client', ...cases.map(({ measures }) => `statements at ${measures}`)]), row(['---', ...cases.map(() => '--:')]), ...operations.map(({ name, statements }) => row([name, ...statements])),
  ].join('\n');
}

/** Prints the tables and puts them into docs/benchmarks.md, between its two marks. */
export function writeReport(cases: readonly Case[], operations: readonly ClientOperation[]): void {
  const text = tables(cases, operations);
  print(text);
  if (!process.argv.includes('--print-only')) writeMeasured('bench:api', text);
}
