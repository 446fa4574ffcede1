import { Inject, Injectable } from '@nestjs/common';
import { ConceptReader } from '@konzeptwerkstatt/concept';
import type { FundingEnd } from '@konzeptwerkstatt/concept';
import { NOTIFIER, notifyFundingEndsJob } from '@konzeptwerkstatt/contracts';
import type { JobProcessor, Notifier } from '@konzeptwerkstatt/contracts';
import { AccessPolicy, IdentityReader } from '@konzeptwerkstatt/identity';
import { municipalClock, runEach } from '@konzeptwerkstatt/kernel';
import { acrossMunicipalities, PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { dayAfter, municipalInstant } from '../domain/municipal-time.policy.js';

/** So many days before the money ends people are told. */
const DAYS_BEFORE = 60;

/**
 * Tells the people of the organisation in charge who may read the measure that its funding ends soon: of one that has said yes, and of the municipality's own offices unless they have said no.
 * The day is the occasion and the measure through all its editions the subject, so that one notice comes however often this runs and the text is copied, and another one when the day is moved.
 */
@Injectable()
export class NotifyFundingEndsProcessor implements JobProcessor<Record<string, never>> {
  readonly job = notifyFundingEndsJob;

  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(ConceptReader) private readonly concepts: ConceptReader,
    @Inject(IdentityReader) private readonly identity: IdentityReader,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
    @Inject(NOTIFIER) private readonly notifier: Notifier,
  ) {}

  async process(_data: Record<string, never>, signal: AbortSignal): Promise<void> {
    const { client } = this.database;
    const [clock] = await client.$queryRaw<{ now: Date }[]>`SELECT now() AS now`;
    const { day } = municipalClock(clock?.now ?? new Date());
    const ends = await acrossMunicipalities('funding ends in every municipality', () => this.concepts.fundingEnds(client, day, dayAfter(day, DAYS_BEFORE)));
    await runEach(ends, signal, (end) => this.tell(end));
  }

  private async tell({ lineageId, municipalityId, processId, editionId, isPublished, sectionId, blockId, title, leadOrganisationId, leadState, fundingUntil }: FundingEnd): Promise<void> {
    const [lead] = leadState === 'declined' ? [] : await this.identity.organisationsByIds(municipalityId, [leadOrganisationId]);
    if (lead === undefined || (leadState === 'proposed' && lead.kind !== 'administration')) return;
    await this.database.runInTransaction(async (tx) => {
      const members = (await this.identity.membersOf(tx, municipalityId, leadOrganisationId)).map(({ personId }) => personId);
      const readers = await this.policy.peopleWho(tx, 'section.read', { municipalityId, processId, editionId, sectionId, isPublished }, members);
      const subject = { id: lineageId, personIds: [...readers], title, path: `/konzepte/${editionId}/abschnitte/${sectionId}?block=${blockId}` };
      await this.notifier.tell(tx, { municipalityId, kind: 'funding_ends', occasion: fundingUntil, subjects: [subject], dueAt: municipalInstant(fundingUntil, 0, '23:59', 'later') });
    });
  }
}
