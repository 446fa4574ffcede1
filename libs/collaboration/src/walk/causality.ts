import type { Knowledge } from './knowledge.js';
import type { ClientSection, UpdateOutline } from './update-outline.js';

/**
 * - `complete`: with what is known, everything in the update finds its place.
 * - `gap`: something is missing that somebody else may still bring.
 * - `impossible`: its parts wait for each other, whatever comes.
 */
export type Causality = 'complete' | 'gap' | 'impossible';

interface Progress {
  readonly section: ClientSection;
  /** Needs of structs below this clock were met when those became known. */
  readonly known: number;
  /** Up to this clock the structs are placed. */
  clock: number;
  /** Next need to look at. */
  next: number;
}

/** Whether an update can take effect on top of what is known. Linear in its structs. */
export function causalityOf(outline: UpdateOutline, known: Knowledge): Causality {
  const [only] = outline.sections;
  // One writer who builds on what is known: nearly every keystroke.
  if (only !== undefined && outline.sections.length === 1 && outline.deletes.length === 0) {
    const clock = known.clock(only.client);
    if (!hasGap(only, clock) && only.needs.every((need) => need.at < clock || need.clock < known.clock(need.client))) return 'complete';
  }
  return generalCausality(outline, known);
}

function generalCausality({ sections, deletes }: UpdateOutline, known: Knowledge): Causality {
  const progress = new Map(sections.map((section) => [section.client, startOf(section, known.clock(section.client))]));
  for (const { section, clock } of progress.values()) if (hasGap(section, clock)) return 'gap';
  const reached = (client: number): number => progress.get(client)?.clock ?? known.clock(client);
  const willReach = (client: number): number => Math.max(progress.get(client)?.section.to ?? 0, known.clock(client));
  if (sections.some(({ client, needs }) => needs.some((need) => need.at >= known.clock(client) && need.clock >= willReach(need.client)))) return 'gap';
  if (deletes.some(({ client, to }) => to > willReach(client))) return 'gap';
  return placeAll(progress, reached) ? 'complete' : 'impossible';
}

function startOf(section: ClientSection, known: number): Progress {
  return { section, known, clock: known, next: 0 };
}

/** Whether clocks are missing between what is known and what the section holds. */
function hasGap(section: ClientSection, clock: number): boolean {
  return section.from > clock || section.skips.some(({ to }) => to > clock);
}

function placeAll(progress: ReadonlyMap<number, Progress>, reached: (client: number) => number): boolean {
  const waiting = new Map<number, Progress[]>();
  const ready = [...progress.values()];
  let left = ready.length;
  for (let one = ready.pop(); one !== undefined; one = ready.pop()) {
    const before = one.clock;
    const blocker = advance(one, reached);
    if (blocker === null) left--;
    else append(waiting, blocker, one);
    const woken = waiting.get(one.section.client);
    // Without progress nobody is woken, or two that wait for each other would wake each other for ever.
    if (woken !== undefined && one.clock > before) {
      waiting.delete(one.section.client);
      // Not as arguments of one call: there may be more than a call takes.
      for (const other of woken) ready.push(other);
    }
  }
  return left === 0;
}

function append(waiting: Map<number, Progress[]>, blocker: number, one: Progress): void {
  const others = waiting.get(blocker);
  if (others === undefined) waiting.set(blocker, [one]);
  else others.push(one);
}

/** Places structs until one needs what is not placed yet. @returns the client it waits for, null when all are placed */
function advance(one: Progress, reached: (client: number) => number): number | null {
  const { needs } = one.section;
  for (let need = needs[one.next]; need !== undefined; need = needs[++one.next]) {
    if (need.at < one.known || need.clock < reached(need.client)) continue;
    one.clock = Math.max(one.clock, need.at);
    return need.client;
  }
  one.clock = Math.max(one.clock, one.section.to);
  return null;
}
