import { Inject, Injectable } from '@nestjs/common';
import { municipalitySettingChanged } from '@konzeptwerkstatt/contracts';
import { ValidationError, type OpenLicenceKey, type UserErrorDetail } from '@konzeptwerkstatt/kernel';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { FileStore } from '@konzeptwerkstatt/platform-files';
import { UnitOfWork, type CommandContext, type Unit } from '@konzeptwerkstatt/platform-outbox';
import { colourErrors } from '../domain/colour.policy.js';
import { agsTaken, fileUnknown, staleLegalPage } from '../domain/identity.errors.js';
import { legalPageErrors, tidyLegalText, type LegalPageKind } from '../domain/legal-page.policy.js';
import { municipalityErrors, tidyAgs, type GenderStyle, type MunicipalityFacts, type SetupStep } from '../domain/municipality.policy.js';
import { plannedConceptErrors, type PlannedConcept } from '../domain/planned-concept.policy.js';
import { labelsToStore, termsToStore, wordingErrors, type InstrumentLabel, type Term } from '../domain/wording.policy.js';
import { LOGO_PURPOSE } from '../files/logo.purpose.js';
import { LegalPageRepository } from '../persistence/legal-page.repository.js';
import { MunicipalityRepository } from '../persistence/municipality.repository.js';
import { AccessPolicy } from '../queries/access-policy.reader.js';
import { actingPerson } from './acting-person.js';
import { CountyMembers } from './county-members.js';
import { requireCounty } from './create-municipality.command.js';

type Setting = 'facts' | 'logo' | 'colour' | 'wording' | 'measure_status' | 'measure_licence' | LegalPageKind;

const refuse = (errors: readonly UserErrorDetail[]): void => {
  if (errors.length > 0) throw new ValidationError(errors);
};

/** What an administrator sets for her own municipality; each method is one intention and one unit of work. */
@Injectable()
export class MunicipalitySettingsCommand {
  constructor(
    @Inject(MunicipalityRepository) private readonly municipalities: MunicipalityRepository,
    @Inject(LegalPageRepository) private readonly pages: LegalPageRepository,
    @Inject(FileStore) private readonly files: FileStore,
    @Inject(CountyMembers) private readonly members: CountyMembers,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
    @Inject(UnitOfWork) private readonly work: UnitOfWork<Transaction>,
  ) {}

  /** @throws ValidationError NAME_…, AGS_FORMAT, AGS_LAND, AGS_TAKEN, COUNTY_UNKNOWN, COUNTY_MISMATCH */
  describe(context: CommandContext, input: MunicipalityFacts & { readonly countyId: string | null }): Promise<string> {
    return this.change(context, 'facts', async (unit, municipalityId) => {
      const { tx } = unit;
      refuse(municipalityErrors(input));
      const facts = { ...input, name: input.name.trim(), ags: tidyAgs(input.ags), countyId: input.kind === 'county_member' ? input.countyId : null };
      await requireCounty(tx, this.municipalities, facts);
      const nameBefore = await this.municipalities.lockName(tx, municipalityId);
      if (!(await this.municipalities.setFacts(tx, municipalityId, facts))) throw agsTaken();
      await this.members.follow(unit, { ...facts, id: municipalityId, nameBefore });
    });
  }

  /** @param fileId an uploaded picture of the purpose `identity.logo`; null takes the logo away @throws ValidationError FILE_UNKNOWN */
  setLogo(context: CommandContext, fileId: string | null): Promise<string> {
    return this.change(context, 'logo', async ({ tx }, municipalityId) => {
      const { personId } = actingPerson(context.actor);
      const kept = fileId === null ? null : await this.files.keep(tx, { id: fileId, municipalityId, purpose: LOGO_PURPOSE, uploadedBy: personId, keptBy: `identity.municipality/${municipalityId}` });
      if (fileId !== null && kept === null) throw fileUnknown();
      const before = await this.municipalities.setLogo(tx, municipalityId, fileId);
      if (before !== null && before !== fileId) await this.files.release(tx, municipalityId, [before]);
    });
  }

  /** @param colour `#rrggbb`; null for the look of the product @throws ValidationError COLOUR_FORMAT, COLOUR_CONTRAST */
  setColour(context: CommandContext, colour: string | null): Promise<string> {
    const tidy = colour?.trim().toLowerCase() ?? null;
    return this.change(context, 'colour', ({ tx }, municipalityId) => {
      refuse(tidy === null ? [] : colourErrors(tidy));
      return this.municipalities.setColour(tx, municipalityId, tidy);
    });
  }

  /** @throws ValidationError WORD_TOO_LONG, TERM_INCOMPLETE */
  setWording(context: CommandContext, wording: { readonly genderStyle: GenderStyle | null; readonly terms: readonly Term[]; readonly labels: readonly InstrumentLabel[] }): Promise<string> {
    return this.change(context, 'wording', ({ tx }, municipalityId) => {
      refuse(wordingErrors(wording.terms, wording.labels));
      return this.municipalities.setWording(tx, municipalityId, { genderStyle: wording.genderStyle, terms: termsToStore(wording.terms), labels: labelsToStore(wording.labels) });
    });
  }

  /** Whether public pages and open data say how far measures are today. */
  setMeasureStatusPublic(context: CommandContext, isPublic: boolean): Promise<string> {
    return this.change(context, 'measure_status', ({ tx }, municipalityId) => this.municipalities.setMeasureStatusPublic(tx, municipalityId, isPublic));
  }

  /** @param licence under which everybody may use the measures as data; null for none */
  setMeasureLicence(context: CommandContext, licence: OpenLicenceKey | null): Promise<string> {
    return this.change(context, 'measure_licence', ({ tx }, municipalityId) => this.municipalities.setMeasureLicence(tx, municipalityId, licence));
  }

  /** Notes what the first concept is to be, so that one can leave and go on later. @throws ValidationError TITLE_TOO_LONG, TOO_MANY_FIELDS */
  planConcept(context: CommandContext, planned: PlannedConcept): Promise<string> {
    return this.change(context, null, ({ tx }, municipalityId) => {
      refuse(plannedConceptErrors(planned));
      return this.municipalities.setPlannedConcept(tx, municipalityId, planned);
    });
  }

  /** Goes to a step of setting up. */
  goToStep(context: CommandContext, step: SetupStep): Promise<string> {
    return this.change(context, null, ({ tx }, municipalityId) => this.municipalities.setSetupStep(tx, municipalityId, step));
  }

  /** @param expectedVersion the version that was seen, 0 for none @throws ValidationError STALE_VALUE, TEXT_…, PLACEHOLDERS_LEFT */
  setLegalPage(context: CommandContext, page: { readonly kind: LegalPageKind; readonly text: string; readonly isPublished: boolean; readonly expectedVersion: number }): Promise<string> {
    return this.change(context, page.kind, async ({ tx }, municipalityId) => {
      const text = tidyLegalText(page.text);
      refuse(legalPageErrors(text, page.isPublished));
      if ((await this.pages.save(tx, municipalityId, { ...page, text }, page.expectedVersion)) === null) throw staleLegalPage();
    });
  }

  /** @returns the municipality's id @throws ApplicationError FORBIDDEN for everybody but its administrators */
  private async change(context: CommandContext, setting: Setting | null, apply: (unit: Unit<Transaction>, municipalityId: string) => Promise<void>): Promise<string> {
    const { municipalityId } = actingPerson(context.actor);
    await this.policy.require(context.actor, 'municipality.administer', { municipalityId });
    return this.work.run(context, async (unit) => {
      await apply(unit, municipalityId);
      if (setting !== null) {
        unit.events.record(municipalitySettingChanged, { municipalityId, aggregateType: 'municipality', aggregateId: municipalityId, editionId: null, payload: { municipalityId, setting } });
      }
      return municipalityId;
    });
  }
}
