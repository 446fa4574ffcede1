import type { EventContract, JobContract, JobProcessor, Subscriber } from '@konzeptwerkstatt/contracts';

/** Everything that must fit together before a worker starts. */
export interface Wiring {
  /** All declared jobs. */
  readonly jobs: readonly Pick<JobContract, 'name'>[];
  readonly processors: readonly { readonly job: Pick<JobProcessor['job'], 'name'> }[];
  /** All declared events. */
  readonly events: readonly Pick<EventContract, 'name'>[];
  readonly subscribers: readonly { readonly name: Subscriber['name']; readonly event: Pick<EventContract, 'name'> }[];
  readonly publishers: readonly { readonly context: string; readonly publishes: readonly Pick<EventContract, 'name'>[] }[];
}

/** The process must not start; each line says what is wrong and which file to edit. */
export class WiringError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`Jobs and events are not wired:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
    this.name = 'WiringError';
  }
}

const folderOf = (name: string): string => {
  const context = name.split('.')[0] ?? '';
  return ['outbox', 'queue', 'files', 'mail'].includes(context) ? `libs/platform/${context}` : `libs/${context}`;
};
const registry = 'apps/worker/src/worker-parts.registry.ts';

/** @returns a sentence for each mistake; empty when all is well */
export function checkWiring(wiring: Wiring): string[] {
  return [...jobProblems(wiring), ...subscriberProblems(wiring), ...publisherProblems(wiring)];
}

/** @throws WiringError */
export function assertWiring(wiring: Wiring): void {
  const problems = checkWiring(wiring);
  if (problems.length > 0) throw new WiringError(problems);
}

function* jobProblems({ jobs, processors }: Wiring): Generator<string> {
  const counts = countBy(processors.map(({ job }) => job.name));
  const declared = new Set(jobs.map(({ name }) => name));
  for (const { name } of jobs) {
    const count = counts.get(name) ?? 0;
    if (count === 0) yield `Job ${name} has no processor: write one in ${folderOf(name)}/src/jobs and list it in the context's WorkerParts (its index.ts; all of them are joined in ${registry}).`;
    if (count > 1) yield `Job ${name} has ${count} processors: take ${count - 1} out of the WorkerParts in ${folderOf(name)}/src.`;
  }
  for (const name of counts.keys()) {
    if (!declared.has(name)) yield `A processor runs job ${name}, which nobody declares: declare it in libs/contracts/src/jobs and export it in libs/contracts/src/index.ts.`;
  }
}

function* subscriberProblems({ events, subscribers }: Wiring): Generator<string> {
  const declared = new Set(events.map(({ name }) => name));
  for (const { name, event } of subscribers) {
    if (!declared.has(event.name)) yield `Subscriber ${name} listens to ${event.name}, which nobody declares: declare it in libs/contracts/src/events and export it in libs/contracts/src/index.ts, or mend ${name}.subscriber.ts.`;
    if (!/^[a-z]+(-[a-z]+)+$/.test(name)) yield `Subscriber ${name} is not called effect-when-cause in lower case with hyphens: rename it in its .subscriber.ts.`;
  }
  for (const [name, count] of countBy(subscribers.map((subscriber) => subscriber.name))) {
    if (count > 1) yield `${count} subscribers are called ${name}: rename one in its ${name}.subscriber.ts, the name is what keeps its effects single.`;
  }
}

function* publisherProblems({ events, publishers }: Wiring): Generator<string> {
  const declared = new Set(events.map(({ name }) => name));
  const published = new Set(publishers.flatMap(({ publishes }) => publishes.map(({ name }) => name)));
  for (const { name } of events) {
    if (!published.has(name)) yield `Event ${name} is declared but nothing publishes it: list it under "publishes" in the WorkerParts of ${folderOf(name)}/src, or delete its file in libs/contracts/src/events.`;
  }
  for (const { context, publishes } of publishers) {
    for (const { name } of publishes) if (!declared.has(name)) yield `${context} publishes ${name}, which nobody declares: declare it in libs/contracts/src/events and export it in libs/contracts/src/index.ts.`;
  }
}

function countBy(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
