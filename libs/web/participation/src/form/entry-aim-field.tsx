import { useQuery } from '@apollo/client/react';
import { GoalChoicesDocument, MeasureChoicesDocument, SectionChoicesDocument, useAllPages } from '@konzeptwerkstatt/web-data';
import { ComboBox, useText } from '@konzeptwerkstatt/web-ui';
import type { EntryAim } from './kept-draft.js';

interface Choice {
  readonly id: string;
  readonly label: string;
  readonly aim: EntryAim;
}

/** Chapters and fields of action, measures and goals of a concept, as far as they are loaded. */
function useChoices(edition: string): readonly Choice[] {
  const t = useText();
  const variables = { edition };
  const sections = useQuery(SectionChoicesDocument, { variables }).data?.edition?.sections;
  const { data: measured, fetchMore: moreMeasures } = useQuery(MeasureChoicesDocument, { variables });
  const { data: aimed, fetchMore: moreGoals } = useQuery(GoalChoicesDocument, { variables });
  const [measures, goals] = [measured?.edition?.measures, aimed?.edition?.goals];
  useAllPages(measures?.pageInfo, (after) => moreMeasures({ variables: { after } }));
  useAllPages(goals?.pageInfo, (after) => moreGoals({ variables: { after } }));
  return [
    ...(sections?.edges.map(({ node: { id, number, title } }) => ({ id, label: `${number} ${title}`.trim(), aim: { sectionId: id, goalId: null, measureId: null } })) ?? []),
    ...(measures?.edges.map(({ node: { id, number, title, section } }) => ({ id, label: t('participation.about.measure', { number, title }), aim: { sectionId: section.id, goalId: null, measureId: id } })) ?? []),
    ...(goals?.edges.map(({ node: { id, number, title, section } }) => ({ id, label: t('participation.about.goal', { number, title }), aim: { sectionId: section.id, goalId: id, measureId: null } })) ?? []),
  ];
}

interface Props {
  editionUuid: string;
  aim: EntryAim | null;
  onChange: (aim: EntryAim | null) => void;
  error: string | null;
}

/** What is entered is about: a chapter or field of action, a goal or a measure; nothing chosen: the whole concept. */
export function EntryAimField({ editionUuid, aim, onChange, error }: Props) {
  const t = useText();
  const choices = useChoices(editionUuid);
  // Choices come page by page; the field shows what is chosen once it is there.
  return (
    <ComboBox key={choices.length} label={t('participation.entry.about')} optional placeholder={t('participation.about.edition')} options={choices} value={aim?.measureId ?? aim?.goalId ?? aim?.sectionId ?? null}
      onChange={(chosen) => onChange(choices.find(({ id }) => id === chosen)?.aim ?? null)} error={error} />
  );
}
