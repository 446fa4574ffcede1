import { contributionLinkCreated, contributionLinkEnded, contributionReceived, senderForgotten, shortVersionSaved } from '@konzeptwerkstatt/contracts';
import type { EventContract } from '@konzeptwerkstatt/contracts';
import { AnswerByLinkCommand } from './commands/link/answer-by-link.command.js';
import { ManageLinksCommand } from './commands/link/manage-links.command.js';
import { SaveShortVersionCommand } from './commands/link/save-short-version.command.js';
import { AnswerByLinkResolver, LinkedConceptResolver, LinkedFieldResolver } from './graphql/link/answer-by-link.resolver.js';
import { ContributionLinkResolver, ShortVersionResolver } from './graphql/link/manage-links.resolver.js';
import { ContributionLinkRepository } from './persistence/link/contribution-link.repository.js';
import { ShortVersionRepository } from './persistence/link/short-version.repository.js';
import { LinkReader } from './queries/link/link.reader.js';
import { LinkDataSource, ShortVersionDataSource } from './queries/link/personal-data.sources.js';
import { ShortVersionReader } from './queries/link/short-version.reader.js';

/** Everything that short versions and links for people without an account add to this context. */
export const linkProviders = [ShortVersionRepository, ContributionLinkRepository, ShortVersionReader, LinkReader, LinkDataSource, ShortVersionDataSource, SaveShortVersionCommand, ManageLinksCommand, AnswerByLinkCommand];
export const linkResolvers = [ShortVersionResolver, ContributionLinkResolver, LinkedConceptResolver, LinkedFieldResolver, AnswerByLinkResolver];
export const linkEvents = [shortVersionSaved, contributionLinkCreated, contributionLinkEnded, contributionReceived, senderForgotten] as readonly EventContract[];
