import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

type Id = readonly [client: number, clock: number];

/** One struct as it stands in an update, V1. */
export interface RawStruct {
  /** What the item claims to be: 4 text, 6 format, 7 type, 8 values; 0 a collected run. */
  readonly content: number;
  readonly origin?: Id;
  readonly rightOrigin?: Id;
  readonly parent?: string | Id;
  /** Claims that it is an attribute. */
  readonly key?: string;
  readonly write: (encoder: encoding.Encoder) => void;
}

/** An update of one client's structs, byte by byte: also such as Yjs would never write. */
export function rawUpdate(client: number, clock: number, structs: readonly RawStruct[]): Uint8Array {
  return encoding.encode((encoder) => {
    for (const number of [1, structs.length, client, clock]) encoding.writeVarUint(encoder, number);
    structs.forEach((struct) => writeStruct(encoder, struct));
    encoding.writeVarUint(encoder, 0);
  });
}

function writeStruct(encoder: encoding.Encoder, { content, origin, rightOrigin, parent, key, write }: RawStruct): void {
  encoding.writeUint8(encoder, content | (origin ? 128 : 0) | (rightOrigin ? 64 : 0) | (key === undefined ? 0 : 32));
  for (const id of [origin, rightOrigin]) if (id) writeId(encoder, id);
  if (parent !== undefined && !origin && !rightOrigin) {
    encoding.writeVarUint(encoder, typeof parent === 'string' ? 1 : 0);
    if (typeof parent === 'string') encoding.writeVarString(encoder, parent);
    else writeId(encoder, parent);
    if (key !== undefined) encoding.writeVarString(encoder, key);
  }
  write(encoder);
}

function writeId(encoder: encoding.Encoder, id: Id): void {
  id.forEach((number) => encoding.writeVarUint(encoder, number));
}

/** A collected run: a length and nothing else. */
export const collectedRun = (length: number): RawStruct => ({ content: 0, write: (encoder) => encoding.writeVarUint(encoder, length) });

export const text = (words: string): Pick<RawStruct, 'content' | 'write'> => ({ content: 4, write: (encoder) => encoding.writeVarString(encoder, words) });

export const element = (name: string): Pick<RawStruct, 'content' | 'write'> => ({
  content: 7,
  write: (encoder) => {
    encoding.writeVarUint(encoder, 3);
    encoding.writeVarString(encoder, name);
  },
});

export const value = (any: string | number): Pick<RawStruct, 'content' | 'write'> => ({
  content: 8,
  write: (encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeAny(encoder, any);
  },
});

/** The update that makes a change in a fresh document. */
export function updateOf(edit: (doc: Y.Doc) => void, clientId?: number): Uint8Array {
  const doc = new Y.Doc();
  if (clientId !== undefined) doc.clientID = clientId;
  edit(doc);
  return Y.encodeStateAsUpdate(doc);
}

/** A paragraph with text in it, put into a document by hand. */
export function paragraph(words: string, attributes: Record<string, string> = {}): Y.XmlElement {
  const block = new Y.XmlElement('block');
  Object.entries(attributes).forEach(([key, attribute]) => block.setAttribute(key, attribute));
  block.insert(0, [new Y.XmlText(words)]);
  return block;
}

export const bodyOf = (doc: Y.Doc): Y.XmlFragment => doc.getXmlFragment('body');
