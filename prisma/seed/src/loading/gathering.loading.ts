import { newId } from '@konzeptwerkstatt/kernel';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import type { GatheringContent } from '../content/city-content.js';

/** Where a workshop belongs, with the ids its content names by title and key. */
export interface GatheringPlace {
  readonly municipalityId: string;
  readonly processId: string;
  readonly editionId: string;
  readonly sections: ReadonlyMap<string, string>;
  readonly organisations: ReadonlyMap<string, string>;
}

/** Writes a workshop that is over, with the cards on its wall. Nobody comes into it any more, so it needs no door. */
export async function loadGathering(tx: Transaction, content: GatheringContent, { municipalityId, processId, editionId, sections, organisations }: GatheringPlace): Promise<void> {
  const { title, summary, place, startsAt, endsAt, languages, interpretation, agenda, minutes, results } = content;
  const gatheringId = newId();
  await tx.gathering.create({
    data: { id: gatheringId, municipalityId, processId, kind: 'workshop', title, summary, place, startsAt, endsAt, languages: [...languages], interpretation, agenda: agenda.map((entry) => ({ ...entry })), minutes, results, isExample: true },
  });
  const tables = content.tables.map((table, index) => ({ id: newId(), municipalityId, gatheringId, number: index + 1, title: table.title, question: table.question, sectionId: sections.get(table.section) ?? '' }));
  await tx.gatheringTable.createMany({ data: tables });
  await tx.attendance.createMany({ data: content.attendances.map(({ organisation, people }) => ({ municipalityId, gatheringId, organisationId: organisations.get(organisation) ?? '', state: 'attended' as const, people })) });
  const [table] = tables;
  if (table === undefined) return;
  for (const [index, card] of content.cards.entries()) {
    const id = newId();
    await tx.contribution.create({ data: { id, municipalityId, editionId, sectionId: table.sectionId, target: 'section', ...card, state: 'submitted', createdAt: startsAt, submittedAt: startsAt } });
    await tx.card.create({ data: { id, municipalityId, gatheringId, tableId: table.id, place: 'wall', position: index + 1 } });
  }
}
