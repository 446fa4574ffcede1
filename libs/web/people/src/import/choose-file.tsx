import { FileButton, Notice, Section, Spinner, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { readList } from './read-list.js';
import { FileProblemError, MAX_FILE_BYTES, type FileProblem, type Table } from './table.js';

/** Asks for a file and reads it here, in the browser. */
export function ChooseFile({ onRead }: { onRead: (table: Table, name: string) => void }) {
  const t = useText();
  const [problem, setProblem] = useState<FileProblem | null>(null);
  const [isReading, setIsReading] = useState(false);
  const read = async (file: File) => {
    setProblem(null);
    setIsReading(true);
    try {
      if (file.size > MAX_FILE_BYTES) throw new FileProblemError('too-large');
      onRead(await readList(new Uint8Array(await file.arrayBuffer())), file.name);
    } catch (error) {
      setProblem(error instanceof FileProblemError ? error.problem : 'not-a-list');
    } finally {
      setIsReading(false);
    }
  };
  return (
    <Section title={t('people.import.file')} description={t('people.import.file-hint')}>
      <div className="kw-stack">
        {problem ? <Notice tone="danger" live title={t('people.import.unreadable')}>{t(`people.file.${problem}`)}</Notice> : null}
        <div className="kw-button-group">
          <FileButton variant="primary" icon="document" accept={['.xlsx', '.csv', '.txt']} onChoose={(file) => void read(file)}>{t('people.import.choose')}</FileButton>
          {isReading ? <Spinner text={t('people.import.reading')} /> : null}
        </div>
      </div>
    </Section>
  );
}
