import { describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { PhotonImage } from '@silvia-odwyer/photon-node';
import { until, useApplication, type GraphqlVisitor } from '@konzeptwerkstatt/test-support';
import { appendBlocks } from '@konzeptwerkstatt/document-model';
import { AddPictureDocument, ExportNowDocument, RequestExportDocument } from '../../../libs/web/data/src/generated/graphql.js';
import { key, newDesk, type Desk } from './desk.js';

const application = useApplication();
const square = (): Uint8Array => new PhotonImage(new Uint8Array(8 * 8 * 4).fill(200), 8, 8).get_bytes();

interface Answer {
  readonly status: number;
  readonly body: { readonly file: { readonly id: string } | null; readonly errors: readonly { readonly code: string }[] };
}

async function upload({ origin, headers }: GraphqlVisitor, content: Uint8Array, name = 'bild.png'): Promise<Answer> {
  const response = await fetch(`${origin}/files?${new URLSearchParams({ purpose: 'concept.picture', name }).toString()}`, { method: 'POST', headers: { ...headers, origin, 'content-type': 'image/png' }, body: new Uint8Array(content) });
  return { status: response.status, body: (await response.json()) as Answer['body'] };
}

async function addPicture(visitor: GraphqlVisitor, { sectionId }: Desk): Promise<string> {
  const { body } = await upload(visitor, square());
  const { addPicture: answer } = await visitor.get(AddPictureDocument, { input: { sectionId, fileId: body.file?.id ?? '', idempotencyKey: key() } });
  expect(answer.errors).toEqual([]);
  return answer.fileId ?? '';
}

const look = (visitor: GraphqlVisitor, id: string): Promise<Response> => fetch(`${visitor.origin}/files/${id}`, { headers: visitor.headers });

describe('a picture of a text', () => {
  it('is served to who may read the text, never runs, and stays with its reader', async () => {
    const contributor = await application().as('contributor');
    const id = await addPicture(contributor, await newDesk(application()));
    const response = await look(contributor, id);
    expect([response.status, response.headers.get('content-type'), response.headers.get('x-content-type-options')]).toEqual([200, 'image/png', 'nosniff']);
    expect(response.headers.get('content-security-policy')).toContain('sandbox');
    expect(response.headers.get('cache-control')).toBe('private, max-age=3600');
    for (const other of [await application().as('foreignOffice'), application().nobody()]) expect((await look(other, id)).status).toBe(404);
  });

  it('is refused when it is something else, from who may not write, and without anybody signed in', async () => {
    const contributor = await application().as('contributor');
    const codes = async (content: Uint8Array): Promise<unknown> => (await upload(contributor, content)).body.errors.map(({ code }) => code);
    expect(await codes(Buffer.from('<svg onload="alert(1)"/>'))).toEqual(['FILE_SVG_REFUSED']);
    expect(await codes(Buffer.from('<html><script>alert(1)</script></html>'))).toEqual(['FILE_TYPE_REFUSED']);
    expect((await upload(application().nobody(), square())).status).toBe(401);
    expect((await upload(await application().as('reviewer'), square())).status).toBe(403);
  });

  it('goes out in PDF and Word with its words; one that is not there leaves a line and is told', async () => {
    const contributor = await application().as('contributor');
    const desk = await newDesk(application());
    const fileId = await addPicture(contributor, desk);
    const room = await application().join(contributor, desk.documentId);
    appendBlocks(room.doc, [{ type: 'picture', fileId, alt: 'Eine helle Fläche' }, { type: 'picture', fileId: key(), alt: 'Verlorenes' }]);
    const { editionId, sectionId, sectionUuid } = desk;
    await until(async () => (await contributor.get<{ section: { readingHtml: string } }>('query ($uuid: String!) { section(uuid: $uuid) { readingHtml } }', { uuid: sectionUuid })).section.readingHtml.includes('Verlorenes'), 'the pictures are stored');
    room.leave();
    const made = await Promise.all((['PDF', 'DOCX'] as const).map(async (form) => {
      const { requestExport } = await contributor.get(RequestExportDocument, { input: { editionId, sectionId, form, hasLineNumbers: false, hasMeasureTable: false, idempotencyKey: key() } });
      const uuid = requestExport.documentExport?.uuid ?? '';
      let now = requestExport.documentExport;
      await until(async () => (now = (await contributor.get(ExportNowDocument, { uuid })).documentExport ?? null)?.state === 'READY', 'the export is ready', 20_000);
      return now;
    }));
    expect(made.map((file) => file?.missingPictureCount)).toEqual([1, 1]);
    const docx = unzipSync(new Uint8Array(await (await fetch(new URL(made[1]?.fileUrl ?? '', contributor.origin), { headers: contributor.headers })).arrayBuffer()));
    const text = strFromU8(docx['word/document.xml'] ?? new Uint8Array());
    expect(text).toContain('descr="Eine helle Fläche"');
    expect(text).toContain('[Bild fehlt: Verlorenes]');
    expect(Object.keys(docx).filter((name) => name.startsWith('word/media/'))).toHaveLength(1);
  });
});
