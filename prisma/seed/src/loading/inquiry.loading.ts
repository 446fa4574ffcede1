import { SYSTEM_ACTOR } from '@konzeptwerkstatt/kernel';
import type { CreateInquiryCommand, InquiryPlanReader } from '@konzeptwerkstatt/participation';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import type { Unit } from '@konzeptwerkstatt/platform-outbox';
import type { CityContent } from '../content/city-content.js';

/** So many days from the day of loading the example can be answered. */
const DAYS = 60;

interface InquiryFrame {
  readonly municipalityId: string;
  readonly editionId: string;
  /** Ids by the keys of the content. */
  readonly organisations: ReadonlyMap<string, string>;
}

/** Asks the organisations with an account that lead measures how far those are, as an example for which no mails go out. Whoever leads none is not asked; a city where nobody does has no inquiry. */
export async function loadInquiry(unit: Unit<Transaction>, { planInquiry, createInquiry }: { readonly planInquiry: InquiryPlanReader; readonly createInquiry: CreateInquiryCommand }, { people }: CityContent, { municipalityId, editionId, organisations }: InquiryFrame): Promise<void> {
  const measures = await unit.tx.measure.findMany({ where: { municipalityId, editionId, removedAt: null }, select: { id: true, leadOrganisationId: true } });
  const leads = new Set(measures.map(({ leadOrganisationId }) => leadOrganisationId));
  const asked = [...new Set(people.flatMap(({ organisation }) => organisations.get(organisation) ?? []))].filter((id) => leads.has(id));
  if (asked.length === 0) return;
  const closesOn = new Date(Date.now() + DAYS * 86_400_000).toISOString().slice(0, 10);
  const plan = await planInquiry.plan(SYSTEM_ACTOR, {
    editionId, kind: 'progress', title: 'Wie weit sind Ihre Maßnahmen? (Beispiel)', introduction: 'Ein Beispiel: So fragt das Amt einmal im Jahr, wie weit die Maßnahmen sind. E-Mails gehen dafür keine hinaus.', closesOn, remindDays: 7,
    organisationIds: asked, measureIds: measures.map(({ id }) => id), ownQuestions: [], isExample: true,
  });
  await createInquiry.begin(unit, SYSTEM_ACTOR, plan);
}
