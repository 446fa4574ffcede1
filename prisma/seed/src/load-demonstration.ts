import { AddSectionCommand, ContinueSectionCommand, CreateEditionCommand, FillSectionCommand, FreezeEditionCommand, PublishEditionCommand } from '@konzeptwerkstatt/concept';
import { RecordResolutionCommand } from '@konzeptwerkstatt/decision';
import { LoadIndicatorsCommand } from '@konzeptwerkstatt/monitoring';
import { CreateInquiryCommand, InquiryPlanReader, LoadContributionsCommand } from '@konzeptwerkstatt/participation';
import { AssignProcessRoleCommand, BeginProcessCommand } from '@konzeptwerkstatt/planning';
import { PasswordHasher } from '@konzeptwerkstatt/platform-auth';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import { leipzig } from './content/leipzig/leipzig.js';
import { rostock } from './content/rostock/rostock.js';
import { DEMONSTRATION_PASSWORD } from './demonstration-accounts.js';
import { CityLoader, stepCount } from './loading/city.loader.js';
import type { LoadingCommands } from './loading/city.loader.js';
import { isInUse, stateOf } from './loading/loading-state.js';

/** The part of a Nest application that loading needs: its context, or a ModuleRef. */
export interface Container {
  get<Instance>(type: abstract new (...args: never[]) => Instance, options: { readonly strict: false }): Instance;
}

/** How far loading has come. */
export interface LoadingProgress {
  /** Name of the city being loaded. */
  readonly city: string;
  readonly done: number;
  readonly total: number;
}

/** What became of loading: `skipped` means that the database is already in use for something else. */
export type LoadingOutcome = 'loaded' | 'already-loaded' | 'skipped';

/** The cities of the demonstration, in the order in which they are loaded. */
export const CITIES = [leipzig, rostock] as const;

function commandsIn(container: Container): LoadingCommands {
  const get = <Instance>(type: abstract new (...args: never[]) => Instance): Instance => container.get(type, { strict: false });
  return {
    database: get(PrismaDatabase),
    unitOfWork: get<UnitOfWork<Transaction>>(UnitOfWork),
    beginProcess: get(BeginProcessCommand),
    assignRole: get(AssignProcessRoleCommand),
    loadIndicators: get(LoadIndicatorsCommand),
    createEdition: get(CreateEditionCommand),
    addSection: get(AddSectionCommand),
    fillSection: get(FillSectionCommand),
    continueSection: get(ContinueSectionCommand),
    recordResolution: get(RecordResolutionCommand),
    freezeEdition: get(FreezeEditionCommand),
    publishEdition: get(PublishEditionCommand),
    loadContributions: get(LoadContributionsCommand),
    planInquiry: get(InquiryPlanReader),
    createInquiry: get(CreateInquiryCommand),
  };
}

/**
 * Loads the demonstration into an empty database. Run again it does nothing; after a crash it goes on where it stopped.
 * The application need not listen yet, and no worker has to run.
 * @param deps.container an application with the modules of identity, concept, planning, participation, monitoring, decision and collaboration
 * @param deps.onProgress called after each step
 */
export async function loadDemonstration({ container, onProgress }: { readonly container: Container; readonly onProgress?: (progress: LoadingProgress) => void }): Promise<LoadingOutcome> {
  const commands = commandsIn(container);
  const { client } = commands.database;
  if (await isInUse(client, CITIES)) return 'skipped';
  const states = await Promise.all(CITIES.map((city) => stateOf(client, city)));
  const waiting = CITIES.filter((_, index) => states[index]?.isComplete !== true);
  if (waiting.length === 0) return 'already-loaded';
  const passwordHash = await container.get(PasswordHasher, { strict: false }).hash(DEMONSTRATION_PASSWORD);
  const total = waiting.reduce((sum, city) => sum + stepCount(city), 0);
  let done = 0;
  for (const city of waiting) {
    await new CityLoader(commands, city, passwordHash).run(({ municipality }) => onProgress?.({ city: municipality.name, done: (done += 1), total }));
  }
  return 'loaded';
}
