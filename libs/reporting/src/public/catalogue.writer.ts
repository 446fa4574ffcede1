import { CATALOGUE_PREFIXES } from './data-catalogue.js';

/** The context stands in the document; nothing is ever asked of anybody else. */
const loadNothing = (url: string): Promise<never> => Promise.reject(new Error(`A catalogue asks for ${url}`));

/** A catalogue as Turtle, with the triples of its JSON-LD. */
export async function writeTurtle(catalogue: object): Promise<string> {
  // Large libraries that only this needs: read in for the first catalogue.
  const [{ default: jsonld }, { Parser, Writer }] = await Promise.all([import('jsonld'), import('n3')]);
  const triples = await jsonld.toRDF(catalogue, { format: 'application/n-quads', documentLoader: loadNothing });
  const writer = new Writer({ prefixes: { ...CATALOGUE_PREFIXES } });
  writer.addQuads(new Parser({ format: 'application/n-quads' }).parse(String(triples)));
  return new Promise((resolve, reject) => writer.end((error: Error | null, turtle: string) => (error === null || error === undefined ? resolve(turtle) : reject(error))));
}
