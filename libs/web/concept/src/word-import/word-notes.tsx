import type { WordImportProgressQuery } from '@konzeptwerkstatt/web-data';
import { Section, useText } from '@konzeptwerkstatt/web-ui';

type Notes = NonNullable<WordImportProgressQuery['wordImport']>['notes'];

/** What of the document comes in another form than it had, or not at all, in whole sentences. */
export function WordNotes({ notes }: { notes: Notes }) {
  const t = useText();
  return (
    <Section title={t('concept.word.notes')}>
      {notes.length === 0
        ? <p>{t('concept.word.no-notes')}</p>
        : <ul className="kw-word-notes">{notes.map(({ kind, count }) => <li key={kind}>{t(`concept.word.note.${kind}`, { count })}</li>)}</ul>}
    </Section>
  );
}
