import { Inject, Injectable } from '@nestjs/common';
import { municipalityRemoved } from '@konzeptwerkstatt/contracts';
import { notFound } from '@konzeptwerkstatt/kernel';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { FileStore } from '@konzeptwerkstatt/platform-files';
import { sendWakeUp, UnitOfWork, type CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { confirmationWrong, notAnExample } from '../domain/identity.errors.js';
import { ExampleRepository } from '../persistence/example.repository.js';
import { SignInProviderRepository } from '../persistence/sign-in-provider.repository.js';
import { AccessPolicy } from '../queries/access-policy.reader.js';
import { actingPerson } from './acting-person.js';

/** Removes an example municipality: what identity has of it at once, what other contexts have by event. */
@Injectable()
export class RemoveExampleCommand {
  constructor(
    @Inject(ExampleRepository) private readonly examples: ExampleRepository,
    @Inject(SignInProviderRepository) private readonly providers: SignInProviderRepository,
    @Inject(FileStore) private readonly files: FileStore,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
    @Inject(UnitOfWork) private readonly work: UnitOfWork<Transaction>,
  ) {}

  /**
   * @param confirmation the municipality's name, typed
   * @returns the municipality's id
   * @throws ApplicationError FORBIDDEN, NOT_FOUND; ValidationError NOT_AN_EXAMPLE, CONFIRMATION_WRONG
   */
  async execute(context: CommandContext, { municipalityId, confirmation }: { readonly municipalityId: string; readonly confirmation: string }): Promise<string> {
    const { municipalityId: own } = actingPerson(context.actor);
    await this.policy.require(context.actor, 'installation.administer', { municipalityId: own });
    return this.work.run(context, async ({ tx, events }) => {
      const found = await this.examples.lock(tx, municipalityId);
      if (!found) throw notFound();
      if (!found.isExample || municipalityId === own) throw notAnExample();
      if (confirmation.trim() !== found.name) throw confirmationWrong();
      // Nobody signs in by its provider from here on.
      await this.providers.lockOf(tx, municipalityId);
      await this.examples.remove(tx, municipalityId);
      await this.files.removeAllOf(tx, municipalityId);
      events.record(municipalityRemoved, { municipalityId, aggregateType: 'municipality', aggregateId: municipalityId, editionId: null, payload: { municipalityId } });
      await sendWakeUp(tx, { kind: 'access', personId: null, municipalityId });
      return municipalityId;
    });
  }
}
