import { Inject, Injectable } from '@nestjs/common';
import { municipalityCreated } from '@konzeptwerkstatt/contracts';
import { newId, notFound, ValidationError } from '@konzeptwerkstatt/kernel';
import { PrismaDatabase, type Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork, type CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { administratorThere, agsTaken, countyMismatch, countyUnknown } from '../domain/identity.errors.js';
import { belongsTo, municipalityErrors, tidyAgs, type MunicipalityFacts } from '../domain/municipality.policy.js';
import { AdministratorRepository } from '../persistence/administrator.repository.js';
import { MunicipalityRepository } from '../persistence/municipality.repository.js';
import { OneTimeLinkRepository } from '../persistence/one-time-link.repository.js';
import { AccessPolicy } from '../queries/access-policy.reader.js';
import { actingPerson } from './acting-person.js';
import { CountyMembers } from './county-members.js';

/** A municipality to be set up, perhaps as a member of a county that is here too. */
export interface NewMunicipality extends MunicipalityFacts {
  readonly countyId: string | null;
}

/** A municipality with the link for its first administrator; the link's text is given out once. */
export interface OpenedMunicipality {
  readonly municipalityId: string;
  /** Null when the call was repeated. */
  readonly token: string | null;
}

/** Begins another municipality in this installation, and invites its first administrator by a link. */
@Injectable()
export class CreateMunicipalityCommand {
  constructor(
    @Inject(MunicipalityRepository) private readonly municipalities: MunicipalityRepository,
    @Inject(AdministratorRepository) private readonly administrators: AdministratorRepository,
    @Inject(OneTimeLinkRepository) private readonly links: OneTimeLinkRepository,
    @Inject(CountyMembers) private readonly members: CountyMembers,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(UnitOfWork) private readonly work: UnitOfWork<Transaction>,
  ) {}

  /** @throws ApplicationError FORBIDDEN; ValidationError NAME_…, AGS_…, AGS_TAKEN, COUNTY_UNKNOWN, COUNTY_MISMATCH */
  async execute(context: CommandContext, input: NewMunicipality): Promise<OpenedMunicipality> {
    const { personId, municipalityId: own } = actingPerson(context.actor);
    await this.policy.require(context.actor, 'installation.administer', { municipalityId: own });
    const errors = municipalityErrors(input);
    if (errors.length > 0) throw new ValidationError(errors);
    let token: string | null = null;
    const municipalityId = await this.work.run(context, async (unit) => {
      const { tx, events } = unit;
      const id = newId();
      const facts = { ...input, name: input.name.trim(), ags: tidyAgs(input.ags) };
      await requireCounty(tx, this.municipalities, facts);
      if (!(await this.municipalities.insert(tx, id, facts))) throw agsTaken();
      await this.members.follow(unit, { ...facts, id, nameBefore: null });
      events.record(municipalityCreated, { municipalityId: id, aggregateType: 'municipality', aggregateId: id, editionId: null, payload: { municipalityId: id } });
      token = await this.links.create(tx, { purpose: 'municipality-setup', payload: { municipalityId: id }, municipalityId: id, createdBy: personId });
      return id;
    });
    return { municipalityId, token };
  }

  /** A new link for a municipality that nobody has taken over yet; the one before stops working. @throws ValidationError ADMINISTRATOR_THERE */
  async renewLink(context: CommandContext, municipalityId: string): Promise<OpenedMunicipality> {
    const { personId, municipalityId: own } = actingPerson(context.actor);
    await this.policy.require(context.actor, 'installation.administer', { municipalityId: own });
    const known = await this.database.client.municipality.findUnique({ where: { id: municipalityId }, select: { id: true } });
    if (!known) throw notFound();
    let token: string | null = null;
    await this.work.run(context, async ({ tx }) => {
      if (await this.administrators.isThere(tx, municipalityId)) throw administratorThere();
      await this.links.revoke(tx, 'municipality-setup', { municipalityId });
      token = await this.links.create(tx, { purpose: 'municipality-setup', payload: { municipalityId }, municipalityId, createdBy: personId });
      return municipalityId;
    });
    return { municipalityId, token };
  }
}

/** @throws ValidationError COUNTY_UNKNOWN, COUNTY_MISMATCH */
export async function requireCounty(tx: Transaction, municipalities: MunicipalityRepository, { ags, countyId }: { readonly ags: string; readonly countyId: string | null }): Promise<void> {
  if (countyId === null) return;
  const countyAgs = await municipalities.findCountyAgs(tx, countyId);
  if (countyAgs === undefined) throw countyUnknown();
  if (!belongsTo(ags, countyAgs)) throw countyMismatch();
}
