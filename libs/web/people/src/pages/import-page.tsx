import { useApolloClient } from '@apollo/client/react';
import { ImportOrganisationsDocument, OrganisationImportPreviewDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionNotice, RequestFailureNotice } from '@konzeptwerkstatt/web-shell';
import { Button, Checkbox, LinkButton, Notice, PageHeader, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import '../catalogue.js';
import { ChooseFile } from '../import/choose-file.js';
import { guessReading, rowsOf, type ListReading } from '../import/columns.js';
import { MapColumns } from '../import/map-columns.js';
import { Preview, type PreviewRow } from '../import/preview.js';
import type { Table } from '../import/table.js';

interface Checked {
  readonly rows: readonly PreviewRow[];
  readonly failure: unknown;
  readonly isPending: boolean;
}

const unchecked: Checked = { rows: [], failure: null, isPending: false };
const countOf = (rows: readonly PreviewRow[], outcome: PreviewRow['outcome']): number => rows.filter((row) => row.outcome === outcome).length;

/** Columns, preview and the button that takes the list over; what is refused is left out only when somebody says so. */
function List({ table, onDone }: { table: Table; onDone: (text: string) => void }) {
  const t = useText();
  const client = useApolloClient();
  const action = useAction(ImportOrganisationsDocument, 'importOrganisations', ['OrganisationDirectory']);
  const [reading, setReading] = useState<ListReading>(() => guessReading(table));
  const [checked, setChecked] = useState(unchecked);
  const [leavesOut, setLeavesOut] = useState(false);
  const { rows, mergedLines } = rowsOf(table, reading);
  const change = (next: ListReading) => {
    setReading(next);
    setChecked(unchecked);
  };
  const check = async () => {
    setChecked({ ...unchecked, isPending: true });
    try {
      const { data } = await client.query({ query: OrganisationImportPreviewDocument, variables: { rows: [...rows] }, fetchPolicy: 'no-cache' });
      setChecked({ ...unchecked, rows: data?.organisationImportPreview ?? [] });
    } catch (failure) {
      setChecked({ ...unchecked, failure });
    }
  };
  const refused = countOf(checked.rows, 'REFUSED');
  const refusedLines = new Set(checked.rows.filter(({ outcome }) => outcome === 'REFUSED').map(({ line }) => line));
  const work = countOf(checked.rows, 'NEW') + countOf(checked.rows, 'CHANGED');
  const takeOver = async () => {
    const payload = await action.run({ rows: rows.filter(({ line }) => !refusedLines.has(line)) });
    if (payload) onDone(t('people.import.done-text', { added: payload.added ?? 0, changed: payload.changed ?? 0, unchanged: payload.unchanged ?? 0 }));
  };
  return (
    <div className="kw-stack">
      <MapColumns table={table} reading={reading} onChange={change} />
      {checked.failure ? <RequestFailureNotice error={checked.failure} onRetry={() => void check()} /> : null}
      <div className="kw-button-group">
        <Button variant={checked.rows.length > 0 ? 'secondary' : 'primary'} isDisabled={rows.length === 0 || reading.mapping.name === null} isPending={checked.isPending} pendingText={t('people.import.checking')} onPress={() => void check()}>{t('people.import.check', { count: rows.length })}</Button>
      </div>
      {reading.mapping.name === null ? <p>{t('people.import.name-needed')}</p> : null}
      {checked.rows.length > 0 ? (
        <>
          <p role="status">{t('people.import.summary', { added: countOf(checked.rows, 'NEW'), changed: countOf(checked.rows, 'CHANGED'), unchanged: countOf(checked.rows, 'UNCHANGED'), refused })}</p>
          <Preview rows={checked.rows} mergedLines={mergedLines} />
          {refused > 0 ? <Checkbox isSelected={leavesOut} onChange={setLeavesOut}>{t('people.import.leave-out', { count: refused })}</Checkbox> : null}
          <ActionNotice action={action} context="people" />
          <div className="kw-button-group">
            <Button variant="primary" isDisabled={work === 0 || (refused > 0 && !leavesOut)} isPending={action.isPending} pendingText={t('people.form.pending')} onPress={() => void takeOver()}>{t('people.import.take-over', { count: work })}</Button>
          </div>
          {work === 0 ? <p className="kw-muted">{t('people.import.nothing-to-do')}</p> : null}
        </>
      ) : null}
    </div>
  );
}

/** Takes over a list of organisations from a spreadsheet: read here, checked by the server, and written only when somebody has seen what it does. */
export default function ImportPage() {
  const t = useText();
  const [file, setFile] = useState<{ readonly table: Table; readonly name: string; readonly at: number } | null>(null);
  const [done, setDone] = useState<string | null>(null);
  return (
    <>
      <PageHeader title={t('people.import.title')} breadcrumbs={[{ label: t('people.organisation.all'), href: '/organisationen' }, { label: t('people.import.title') }]}>{t('people.import.lead')}</PageHeader>
      {done ? (
        <Notice tone="success" live title={t('people.import.done')} actions={<><LinkButton variant="primary" href="/organisationen">{t('people.import.to-list')}</LinkButton><Button onPress={() => { setDone(null); setFile(null); }}>{t('people.import.another')}</Button></>}>{done}</Notice>
      ) : (
        <div className="kw-stack">
          <ChooseFile onRead={(table, name) => setFile({ table, name, at: Date.now() })} />
          {file ? <><p role="status">{t('people.import.read', { name: file.name, count: file.table.rows.length })}</p><List key={file.at} table={file.table} onDone={setDone} /></> : null}
        </div>
      )}
    </>
  );
}
