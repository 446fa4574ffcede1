import { until, type GraphqlVisitor } from '@konzeptwerkstatt/test-support';
import {
  ExportNowDocument, MeasureTableImportNowDocument, RequestExportDocument, StartMeasureTableImportDocument, StartWordCorrectionsDocument, WordCorrectionsProgressDocument, WordDifferencesDocument,
  type ExportForm, type MeasureTableImportNowQuery, type WordCorrectionsProgressQuery,
} from '../../libs/web/data/src/generated/graphql.js';
import { uploadWordFile } from '../e2e/access-matrix/upload-word-file.js';
import { key } from '../e2e/journeys/desk.js';

const longestMs = 40_000;

/** What is taken out, and how. */
export interface Wanted {
  readonly editionId: string;
  readonly form: ExportForm;
  readonly sectionId?: string;
  readonly organisationId?: string;
  readonly hasContributions?: boolean;
}

/** A file at an address of the product. */
export async function download({ origin, headers }: GraphqlVisitor, address: string): Promise<Uint8Array> {
  const response = await fetch(new URL(address, origin), { headers });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** An edition, or a part of it, as the file that somebody downloads. */
export async function takenOut(visitor: GraphqlVisitor, wanted: Wanted): Promise<Uint8Array> {
  const { requestExport } = await visitor.get(RequestExportDocument, { input: { hasLineNumbers: false, hasMeasureTable: true, hasContributions: false, ...wanted, idempotencyKey: key() } });
  let address: string | null | undefined;
  await until(async () => Boolean((address = (await visitor.get(ExportNowDocument, { uuid: requestExport.documentExport?.uuid ?? '' })).documentExport?.fileUrl)), 'the export is finished', longestMs);
  return download(visitor, address ?? '/');
}

export interface Corrections {
  readonly reading: NonNullable<WordCorrectionsProgressQuery['wordCorrections']>;
  /** What is different: kind, words here, words there. */
  readonly differences: readonly (readonly [kind: string, here: string, there: string])[];
}

/** What the product makes of a document of ours that came back. */
export async function corrections(visitor: GraphqlVisitor, editionId: string, content: Uint8Array): Promise<Corrections> {
  const { startWordCorrections } = await visitor.get(StartWordCorrectionsDocument, { input: { editionId, fileId: await uploadWordFile(visitor, content), idempotencyKey: key() } });
  const uuid = startWordCorrections.wordCorrections?.uuid ?? '';
  let now: WordCorrectionsProgressQuery['wordCorrections'] | undefined;
  await until(async () => ['READY', 'FAILED'].includes((now = (await visitor.get(WordCorrectionsProgressDocument, { uuid })).wordCorrections)?.state ?? ''), 'the file is compared', longestMs);
  const { wordCorrections } = await visitor.get(WordDifferencesDocument, { uuid });
  return { reading: now!, differences: wordCorrections?.differences.edges.map(({ node }) => [node.kind, node.liveText, node.fileText] as const) ?? [] };
}

export type TableImport = NonNullable<MeasureTableImportNowQuery['measureTableImport']>;

/** What the product makes of a measure table that came back. */
export async function tableBack(visitor: GraphqlVisitor, editionId: string, workbook: Uint8Array): Promise<TableImport> {
  const uploaded = await fetch(`${visitor.origin}/files?purpose=concept.measure-table&name=tabelle.xlsx`, { method: 'POST', headers: { ...visitor.headers, origin: visitor.origin }, body: Buffer.from(workbook) });
  const { file } = (await uploaded.json()) as { file: { id: string } };
  const { startMeasureTableImport } = await visitor.get(StartMeasureTableImportDocument, { input: { editionId, fileId: file.id, idempotencyKey: key() } });
  let now: MeasureTableImportNowQuery['measureTableImport'] | undefined;
  await until(async () => ['READY', 'FAILED'].includes((now = (await visitor.get(MeasureTableImportNowDocument, { uuid: startMeasureTableImport.measureTableImport?.uuid ?? '' })).measureTableImport)?.state ?? ''), 'the table is read', longestMs);
  return now!;
}

/** Raw id and id of the concept of the demonstration. */
export async function conceptOf(visitor: GraphqlVisitor): Promise<{ readonly id: string; readonly uuid: string }> {
  const { editions } = await visitor.get<{ editions: { edges: { node: { id: string; uuid: string } }[] } }>('{ editions(first: 1) { edges { node { id uuid } } } }');
  const [first] = editions.edges;
  if (first === undefined) throw new Error('no concept');
  return first.node;
}
