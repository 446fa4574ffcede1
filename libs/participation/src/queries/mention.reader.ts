import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { IdentityReader } from '@konzeptwerkstatt/identity';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import type { Contribution } from '../domain/contribution.js';
import { MAX_MENTIONS, mayMention, mentionTargets, shownText } from '../domain/mention.policy.js';
import type { Mention, MentionKind, MentionNames, MentionTarget } from '../domain/mention.policy.js';
import { participationError } from '../domain/participation.errors.js';
import { MentionRepository } from '../persistence/mention.repository.js';
import { ContributionAccess } from './contribution.access.js';

/** Somebody who can be mentioned. */
export interface Mentionable extends MentionTarget {
  readonly name: string;
  /** One that a person belongs to. */
  readonly organisationName: string | null;
}

/** A mention with its name; null after erasure and where the municipality shows no persons. */
export interface NamedMention extends Mention {
  readonly kind: MentionKind;
  readonly name: string | null;
}

/** Offered at once; where there are more, whoever wants another types part of its name. The client knows the number. */
const MOST = 300;

/** Reads who can be mentioned, who is, and who of them may read it. */
@Injectable()
export class MentionReader {
  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(IdentityReader) private readonly identity: IdentityReader,
    @Inject(ContributionAccess) private readonly access: ContributionAccess,
    @Inject(MentionRepository) private readonly mentions: MentionRepository,
  ) {}

  /** Organisations, then persons where the municipality shows them, whose name contains the words; null unless the actor may say something there. */
  async choices(actor: Actor | null, { editionId, sectionId }: Pick<Contribution, 'editionId' | 'sectionId'>, search: string): Promise<Mentionable[] | null> {
    const place = await this.access.findPlace(editionId, sectionId);
    if (actor === null || place === null || !(await this.access.canAt(actor, 'contribution.submit', place))) return null;
    const words = search.trim().slice(0, 100);
    const organisations = (await this.identity.organisations(place.municipalityId)).filter(({ name, shortName }) => `${name} ${shortName ?? ''}`.toLowerCase().includes(words.toLowerCase()));
    const persons = (await this.showsPersons(place.municipalityId)) ? await this.identity.membersNamed(place.municipalityId, words, MOST + 1) : [];
    const found: Mentionable[] = [
      ...organisations.map(({ id, name }): Mentionable => ({ kind: 'organisation', targetId: id, name, organisationName: null })),
      ...persons.filter(({ id }) => id !== actor.personId).map(({ id, displayName, organisationName }): Mentionable => ({ kind: 'person', targetId: id, name: displayName, organisationName })),
    ];
    return found.toSorted((one, other) => one.name.localeCompare(other.name, 'de')).slice(0, MOST);
  }

  /** Whom a text that was sent mentions. @throws ValidationError TOO_MANY_MENTIONS, MENTION_UNKNOWN: somebody who is not of this municipality, or a person where it shows none */
  async targetsIn(municipalityId: string, text: string): Promise<MentionTarget[]> {
    const targets = mentionTargets(text);
    if (targets.length === 0) return targets;
    if (targets.length > MAX_MENTIONS) throw participationError('TOO_MANY_MENTIONS', ['text']);
    const [organisationIds, personIds] = [idsOf(targets, 'organisation'), idsOf(targets, 'person')];
    const organisations = await this.identity.organisationsByIds(municipalityId, organisationIds);
    const isPersonKnown = personIds.length === 0 || ((await this.showsPersons(municipalityId)) && (await this.identity.membersAmong(municipalityId, personIds)).size === personIds.length);
    if (organisations.length < organisationIds.length || !isPersonKnown) throw participationError('MENTION_UNKNOWN', ['text']);
    return targets;
  }

  /** Those whom a text that was sent mentions and who may not read it, so that nobody tells them: persons, and organisations of which nobody may. */
  async unreached(contribution: Contribution, text: string): Promise<Mentionable[]> {
    const { municipalityId } = contribution;
    const targets = mentionTargets(text);
    if (targets.length === 0) return [];
    const { client } = this.database;
    const people = new Map<string, readonly string[]>();
    for (const { kind, targetId } of targets) people.set(targetId, kind === 'person' ? [targetId] : (await this.identity.membersOf(client, municipalityId, targetId)).map(({ personId }) => personId));
    const readers = await this.access.readersAmong(client, contribution, [...people.values()].flat());
    const left = targets.filter(({ targetId }) => !(people.get(targetId) ?? []).some((id) => readers.has(id)));
    const names = new Map([
      ...(await this.identity.organisationsByIds(municipalityId, idsOf(left, 'organisation'))).map(({ id, name }) => [id, name] as const),
      ...(await this.identity.personNames(idsOf(left, 'person'))),
    ]);
    return left.map((target) => ({ ...target, name: names.get(target.targetId) ?? '', organisationName: null }));
  }

  /**
   * Whom to tell of a contribution and of each reply to it, by the reply's id (null: the contribution itself): who is mentioned, or belongs to an organisation that is, and may
   * read it, but for who wrote it and for the contributor. Asked in the caller's transaction. @param onlyReplyId null: all of it
   */
  async peopleToTell(tx: Transaction, contribution: Contribution, onlyReplyId: string | null): Promise<ReadonlyMap<string | null, readonly string[]>> {
    const { municipalityId, contributorId, enteredById } = contribution;
    const people = new Map<string | null, Set<string>>();
    for (const { replyId, personId, organisationId, replierId } of await this.mentions.findMany(tx, municipalityId, [contribution.id])) {
      if (onlyReplyId !== null && replyId !== onlyReplyId) continue;
      const members = organisationId === null ? [] : (await this.identity.membersOf(tx, municipalityId, organisationId)).map((member) => member.personId);
      const writerId = replyId === null ? enteredById : replierId;
      const mentioned = [...(personId === null ? [] : [personId]), ...members].filter((id) => id !== contributorId && id !== writerId);
      people.set(replyId, new Set([...(people.get(replyId) ?? []), ...mentioned]));
    }
    const readers = await this.access.readersAmong(tx, contribution, [...people.values()].flatMap((ids) => [...ids]));
    return new Map([...people].map(([replyId, ids]) => [replyId, [...ids].filter((id) => readers.has(id))]));
  }

  /** The mentions of contributions of one municipality and of what is said below them. */
  async named(municipalityId: string, contributionIds: readonly string[]): Promise<NamedMention[]> {
    const rows = await this.mentions.findMany(this.database.client, municipalityId, contributionIds);
    if (rows.length === 0) return [];
    const organisations = new Map((await this.identity.organisationsBehindRows(rows.flatMap(({ organisationId }) => organisationId ?? []))).map(({ id, name }) => [id, name]));
    const personIds = rows.flatMap(({ personId }) => personId ?? []);
    const persons = personIds.length > 0 && (await this.showsPersons(municipalityId)) ? await this.identity.personNames(personIds) : new Map<string, string>();
    return rows.map((row) => (row.organisationId === null
      ? { ...row, kind: 'person', name: persons.get(row.personId ?? '') ?? null }
      : { ...row, kind: 'organisation', name: organisations.get(row.organisationId) ?? null }));
  }

  /** Contributions of one municipality with the names of whom they mention in their texts. */
  async shown<Row extends Contribution>(rows: readonly Row[]): Promise<Row[]> {
    const mentioning = rows.filter(mayMention);
    const names = mentioning.length === 0 ? [] : await this.named(mentioning[0]?.municipalityId ?? '', mentioning.map(({ id }) => id));
    return rows.map((row) => (mayMention(row) ? { ...row, text: shownText(row.text, namesOf(names.filter(({ contributionId }) => contributionId === row.id))) } : row));
  }

  private async showsPersons(municipalityId: string): Promise<boolean> {
    return (await this.identity.municipality(municipalityId))?.showsAuthorshipDetail === true;
  }
}

/** Names by the ids of the mentions. */
export const namesOf = (mentions: readonly NamedMention[]): MentionNames => new Map(mentions.map(({ id, name }) => [id, name]));

const idsOf = (targets: readonly MentionTarget[], kind: MentionKind): string[] => targets.flatMap((target) => (target.kind === kind ? [target.targetId] : []));
