import { SYSTEM_ACTOR } from '@konzeptwerkstatt/kernel';
import type { AddSectionCommand, ContinueSectionCommand, CreateEditionCommand, FillSectionCommand } from '@konzeptwerkstatt/concept';
import type { LoadIndicatorsCommand } from '@konzeptwerkstatt/monitoring';
import type { CreateInquiryCommand, InquiryPlanReader, LoadContributionsCommand } from '@konzeptwerkstatt/participation';
import type { AssignProcessRoleCommand, BeginProcessCommand } from '@konzeptwerkstatt/planning';
import type { PrismaDatabase, Transaction } from '@konzeptwerkstatt/platform-database';
import type { Unit, UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CityContent, EarlierEditionContent, GatheringContent, SectionContentSource } from '../content/city-content.js';
import { indicatorsOf } from '../facts/indicators-of-city.js';
import { processFactsOf } from '../facts/process-fact.js';
import { loadContributions } from './contributions.loading.js';
import { adoptEarlierEdition, measureBlocks } from './earlier-edition.loading.js';
import type { AdoptingCommands } from './earlier-edition.loading.js';
import { loadGathering } from './gathering.loading.js';
import { loadIdentity } from './identity.loading.js';
import { loadInquiry } from './inquiry.loading.js';
import { indicatorIds, organisationIds, stateOf } from './loading-state.js';
import type { CityState } from './loading-state.js';
import { loadRoles } from './roles.loading.js';
import { blocksOf } from './section-blocks.js';

/** What loading works with: the same commands as everybody's. */
export interface LoadingCommands extends AdoptingCommands {
  readonly database: PrismaDatabase;
  readonly unitOfWork: UnitOfWork<Transaction>;
  readonly beginProcess: BeginProcessCommand;
  readonly assignRole: AssignProcessRoleCommand;
  readonly loadIndicators: LoadIndicatorsCommand;
  readonly createEdition: CreateEditionCommand;
  readonly addSection: AddSectionCommand;
  readonly fillSection: FillSectionCommand;
  readonly continueSection: ContinueSectionCommand;
  readonly loadContributions: LoadContributionsCommand;
  readonly planInquiry: InquiryPlanReader;
  readonly createInquiry: CreateInquiryCommand;
}

/** One step done, or found done. */
export type StepDone = (city: CityContent) => void;

/** Only one process loads at a time; the others wait here and then find the step done. */
const LOADING_LOCK = 7_203_415;

type Step = (unit: Unit<Transaction>, state: CityState) => Promise<void>;

function required<Value>(value: Value | null, what: string): Value {
  if (value === null) throw new Error(`Loading the demonstration: ${what} is missing`);
  return value;
}

/** How many steps a city takes, for the progress that is shown. */
export function stepCount({ sections, gathering, earlier }: CityContent): number {
  return sections.length + (gathering === undefined ? 5 : 6) + (earlier === undefined ? 0 : earlier.sections.length + 1);
}

/** Loads one city in steps. Each is one transaction and looks first whether it was done before, so that a crash costs one step. */
export class CityLoader {
  constructor(
    private readonly commands: LoadingCommands,
    private readonly city: CityContent,
    private readonly passwordHash: string,
  ) {}

  async run(done: StepDone): Promise<void> {
    const { city } = this;
    if ((await stateOf(this.commands.database.client, city)).isComplete) return;
    const steps: Step[] = [
      async ({ tx }, state) => { if (state.municipalityId === null) await loadIdentity(tx, city, this.passwordHash); },
      async (unit, state) => { if (state.processId === null) await this.loadFrame(unit, state); },
      ...(city.earlier === undefined ? [] : this.earlierSteps(city.earlier)),
      ...city.sections.map((section): Step => async (unit, state) => { if (!state.sections.has(section.title)) await this.loadSection(unit, state, section); }),
      async (unit, state) => { if (!state.hasContributions) await this.loadContributions(unit, state); },
      async (unit, state) => { if (!state.hasInquiry) await this.loadInquiry(unit, state); },
      ...(city.gathering === undefined ? [] : [async ({ tx }: Unit<Transaction>, state: CityState) => { if (!state.hasGathering) await this.loadGathering(tx, state, city.gathering as GatheringContent); }]),
      async (unit, state) => { if (!state.isComplete) await this.loadRoles(unit, state); },
    ];
    for (const step of steps) {
      await this.commands.unitOfWork.run({ actor: SYSTEM_ACTOR }, async (unit) => {
        await unit.tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOADING_LOCK})`;
        await step(unit, await stateOf(unit.tx, city));
      });
      done(city);
    }
  }

  /** Process, indicators and the edition without its sections. */
  private async loadFrame(unit: Unit<Transaction>, state: CityState): Promise<void> {
    const { city, commands } = this;
    const municipalityId = required(state.municipalityId, 'the municipality');
    const processId = await commands.beginProcess.run(unit, { municipalityId, ...city.process, isExample: true, ...processFactsOf(city.key) });
    await commands.loadIndicators.run(unit, indicatorsOf(city, municipalityId));
    const common = { municipalityId, processId, instrument: { kind: 'concept' as const, title: city.instrumentTitle }, isExample: true };
    const follows = city.earlier === undefined ? null : await commands.createEdition.run(unit, { ...common, ...city.earlier.edition }, SYSTEM_ACTOR);
    await commands.createEdition.run(unit, { ...common, ...city.edition, follows }, SYSTEM_ACTOR);
  }

  /** The edition that was adopted before comes first: sections go on from its sections. */
  private earlierSteps(earlier: EarlierEditionContent): Step[] {
    return [
      ...earlier.sections.map((section): Step => async (unit, state) => {
        const { editionId, sections } = required(state.earlier, 'the earlier edition');
        if (!sections.has(section.title)) await this.loadSection(unit, { ...state, editionId }, section);
      }),
      async (unit, state) => {
        const { editionId, isAdopted } = required(state.earlier, 'the earlier edition');
        if (!isAdopted) await adoptEarlierEdition(unit, this.commands, earlier, { municipalityId: required(state.municipalityId, 'the municipality'), editionId });
      },
    ];
  }

  private async loadSection(unit: Unit<Transaction>, state: CityState, section: SectionContentSource): Promise<void> {
    const { commands } = this;
    const municipalityId = required(state.municipalityId, 'the municipality');
    const edition = { municipalityId, editionId: required(state.editionId, 'the edition') };
    const { kind, title, sourceNote, continues } = section;
    const sourceId = continues === undefined ? null : required(state.earlier?.sections.get(continues) ?? null, continues);
    const continued = sourceId === null ? new Map<string, string>() : await measureBlocks(unit.tx, municipalityId, sourceId);
    const known = { organisations: await organisationIds(unit.tx, municipalityId, this.city), indicators: await indicatorIds(unit.tx, municipalityId), continued };
    const sectionId = await commands.addSection.add(unit, edition, { editionId: edition.editionId, kind, title, sourceNote, isExample: true }, SYSTEM_ACTOR);
    await commands.fillSection.run(unit, sectionId, blocksOf(section, sectionId, known), SYSTEM_ACTOR);
    if (sourceId !== null) await commands.continueSection.run(unit.tx, { municipalityId, sourceId, sectionId });
  }

  private async loadContributions({ tx }: Unit<Transaction>, { municipalityId, editionId, sections }: CityState): Promise<void> {
    const place = { municipalityId: required(municipalityId, 'the municipality'), editionId: required(editionId, 'the edition') };
    const known = { organisations: await organisationIds(tx, place.municipalityId, this.city), indicators: await indicatorIds(tx, place.municipalityId) };
    await loadContributions(tx, this.commands.loadContributions, this.city, { ...place, sections, known });
  }

  private async loadInquiry(unit: Unit<Transaction>, state: CityState): Promise<void> {
    const municipalityId = required(state.municipalityId, 'the municipality');
    const organisations = await organisationIds(unit.tx, municipalityId, this.city);
    await loadInquiry(unit, this.commands, this.city, { municipalityId, editionId: required(state.editionId, 'the edition'), organisations });
  }

  private async loadGathering(tx: Transaction, state: CityState, gathering: GatheringContent): Promise<void> {
    const municipalityId = required(state.municipalityId, 'the municipality');
    await loadGathering(tx, gathering, {
      municipalityId, processId: required(state.processId, 'the process'), editionId: required(state.editionId, 'the edition'), sections: state.sections, organisations: await organisationIds(tx, municipalityId, this.city),
    });
  }

  private async loadRoles(unit: Unit<Transaction>, state: CityState): Promise<void> {
    const municipalityId = required(state.municipalityId, 'the municipality');
    const organisations = await organisationIds(unit.tx, municipalityId, this.city);
    await loadRoles(unit, this.commands.assignRole, this.city.roles, { municipalityId, processId: required(state.processId, 'the process'), organisations, sections: state.sections });
  }
}
