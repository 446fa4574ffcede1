import { adviceGiven, adviceRequested, adviceRequestWithdrawn } from '@konzeptwerkstatt/contracts';
import type { EventContract } from '@konzeptwerkstatt/contracts';
import { AskAdviceCommand } from './commands/advice/ask-advice.command.js';
import { GiveAdviceCommand } from './commands/advice/give-advice.command.js';
import { AdviceMutationResolver, AdviceOrganisationsResolver, ContributionAdvicesResolver } from './graphql/advice/advice.resolver.js';
import { AdviceRepository } from './persistence/advice/advice.repository.js';
import { AdviceReader } from './queries/advice/advice.reader.js';
import { AdviceDataSource } from './queries/personal-data.sources.js';
import { NotifyOfficeWhenAdviceGiven } from './subscribers/notify-office-when-advice-given.subscriber.js';
import { NotifyOrganisationWhenAdviceRequested } from './subscribers/notify-organisation-when-advice-requested.subscriber.js';

/** Everything that asking for advice on contributions adds to this context. */
export const adviceProviders = [AdviceRepository, AdviceReader, AdviceDataSource, AskAdviceCommand, GiveAdviceCommand];
export const adviceSubscribers = [NotifyOrganisationWhenAdviceRequested, NotifyOfficeWhenAdviceGiven];
export const adviceResolvers = [ContributionAdvicesResolver, AdviceOrganisationsResolver, AdviceMutationResolver];
export const adviceEvents = [adviceRequested, adviceGiven, adviceRequestWithdrawn] as readonly EventContract[];
