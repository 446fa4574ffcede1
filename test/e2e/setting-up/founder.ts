import { randomUUID } from 'node:crypto';
import type { GraphqlVisitor, StartedServer } from '@konzeptwerkstatt/test-support';

/** Codes of a mutation's payload. */
export type Codes = readonly string[];

export const password = 'vier Wörter ohne Zusammenhang';
export const founder = { displayName: 'Eine Beispielperson', email: 'leitung@stadt.example.org', password, passwordConfirmation: password };
export const town = { municipalityName: 'Musterstadt', ags: '01059999', kind: 'INDEPENDENT_CITY', officeName: 'Integrationsbüro' };

/** The token of the link that the server printed at its start; null when it printed none. */
export function printedToken(server: StartedServer): string | null {
  return /\/einrichten#([\w-]+)/.exec(server.output())?.[1] ?? null;
}

/** Runs a mutation with a key of its own. @returns the payload and its codes */
export async function change<Payload extends object = Record<string, unknown>>(visitor: GraphqlVisitor, name: string, input: object, selection = ''): Promise<{ payload: Payload; codes: Codes }> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const data = await visitor.get<Record<string, Payload & { errors: { code: string }[] }>>(
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} errors { code } } }`, { input: { ...input, idempotencyKey: randomUUID() } });
  const payload = data[name];
  if (!payload) throw new Error(`${name} gave nothing`);
  return { payload, codes: payload.errors.map(({ code }) => code) };
}

/** Bytes to `POST /files`, as a page of the application or of another origin would send them. */
export async function upload(visitor: GraphqlVisitor, content: Uint8Array<ArrayBuffer> | string, { origin = visitor.origin, purpose = 'identity.logo' } = {}): Promise<{ status: number; id: string | null; codes: Codes }> {
  const response = await fetch(`${visitor.origin}/files?purpose=${purpose}&name=logo.png`, {
    method: 'POST', headers: { ...visitor.headers, Origin: origin, 'Content-Type': 'application/octet-stream' }, body: content,
  });
  const body = (await response.json()) as { file?: { id: string } | null; errors: { code?: string }[] };
  return { status: response.status, id: body.file?.id ?? null, codes: body.errors.flatMap(({ code }) => (code ? [code] : [])) };
}
