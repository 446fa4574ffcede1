import { Inject, Injectable } from '@nestjs/common';
import ical, { ICalCalendarMethod } from 'ical-generator';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { IdentityReader, mailLanguage } from '@konzeptwerkstatt/identity';
import { hashToken } from '@konzeptwerkstatt/platform-auth';
import { acrossMunicipalities, PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { dayAfter } from '../domain/municipal-time.policy.js';
import { GatheringReader } from './gathering.reader.js';
import type { GatheringRow } from './gathering.reader.js';
import { ProcessReader } from './process.reader.js';
import type { DatedStepRow, PhaseRow, ProcessRow } from './process.reader.js';

/** How often calendars are asked to look again. */
const REFRESH_SECONDS = 3_600;
const PRODUCT = { company: 'Konzeptwerkstatt', product: 'Prozesskalender', language: 'DE' } as const;

/** What stands before the title of a phase that takes longer than a day, in the languages of mails. */
const PHASE_WORDS = { de: { begins: 'Beginnt', ends: 'Endet' }, en: { begins: 'Begins', ends: 'Ends' }, ar: { begins: 'تبدأ', ends: 'تنتهي' } } as const;

const isoDay = (date: Date): string => date.toISOString().slice(0, 10);

/** What is planned in a process. */
export interface PlannedDates {
  readonly phases: readonly PhaseRow[];
  readonly steps: readonly DatedStepRow[];
  readonly gatherings: readonly GatheringRow[];
}

/** The calendar of a process as iCalendar text. Only what everybody in the process sees: titles and times, no names, no texts. @param language of whom it is for, BCP 47 */
export function calendarOf(process: Pick<ProcessRow, 'title' | 'id' | 'decisionDay' | 'decisionTitle'>, { phases, steps, gatherings }: PlannedDates, language: string): string {
  const words = PHASE_WORDS[mailLanguage(language)];
  const calendar = ical({ name: process.title, prodId: PRODUCT, method: ICalCalendarMethod.PUBLISH, ttl: REFRESH_SECONDS });
  for (const { id, title, opensAt, closesAt } of phases) {
    const isShort = closesAt !== null && closesAt.getTime() - opensAt.getTime() <= 24 * 3_600_000;
    if (isShort) calendar.createEvent({ id, summary: title, start: opensAt, end: closesAt });
    else {
      calendar.createEvent({ id: `${id}-beginn`, summary: `${words.begins}: ${title}`, start: opensAt, end: opensAt });
      if (closesAt !== null) calendar.createEvent({ id: `${id}-ende`, summary: `${words.ends}: ${title}`, start: closesAt, end: closesAt });
    }
  }
  for (const { id, title, place, startsAt, endsAt } of gatherings) calendar.createEvent({ id, summary: title, start: startsAt, end: endsAt, ...(place === '' ? {} : { location: place }) });
  for (const { id, title, dateFrom, datePrecision } of steps) {
    if (datePrecision === 'day' && dateFrom !== null) wholeDay(id, title, isoDay(dateFrom));
  }
  if (process.decisionDay !== null && process.decisionTitle !== null && !phases.some(({ kind }) => kind === 'council')) wholeDay(`${process.id}-beschluss`, process.decisionTitle, isoDay(process.decisionDay));
  return calendar.toString();

  function wholeDay(id: string, summary: string, day: string): void {
    calendar.createEvent({ id, summary, allDay: true, start: new Date(`${day}T00:00:00Z`), end: new Date(`${dayAfter(day, 1)}T00:00:00Z`), timezone: 'UTC' });
  }
}

/** Reads the calendar of a process under its secret address. */
@Injectable()
export class CalendarReader {
  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(ProcessReader) private readonly processes: ProcessReader,
    @Inject(GatheringReader) private readonly gatherings: GatheringReader,
    @Inject(IdentityReader) private readonly identity: IdentityReader,
  ) {}

  /** The calendar; null when the address was taken back, or whoever got it may no longer see the process. */
  async read(token: string): Promise<string | null> {
    const feed = await acrossMunicipalities('the address says whose it is', () => this.database.client.calendarFeed.findUnique({ where: { tokenHash: hashToken(token) } }));
    if (feed === null) return null;
    const { personId, organisationId, municipalityId, processId } = feed;
    const actor: Actor = { kind: 'person', personId, organisationId, municipalityId, guestId: null, gatheringId: null };
    const process = await this.processes.find(actor, processId);
    if (process === null) return null;
    const [phases, steps, gatherings, [owner]] = await Promise.all([
      this.processes.findPhases(municipalityId, [processId]), this.processes.findSteps(municipalityId, [processId]), this.gatherings.findMany(municipalityId, [processId]),
      this.identity.addressees(this.database.client, [personId]),
    ]);
    return calendarOf(process, { phases, steps, gatherings }, owner?.language ?? 'de');
  }

  /** Whether the actor has an address for the calendar of the process. */
  async hasFeed(actor: Actor | null, { municipalityId, processId }: { readonly municipalityId: string; readonly processId: string }): Promise<boolean> {
    const personId = actor?.personId ?? null;
    return personId !== null && (await this.database.client.calendarFeed.count({ where: { municipalityId, processId, personId } })) > 0;
  }
}
