import { Inject, Injectable } from '@nestjs/common';
import { IdentityReader } from '@konzeptwerkstatt/identity';
import type { DocumentText, NameOf } from '@konzeptwerkstatt/document-model';
import { INDICATOR_DIRECTORY } from '../concept.ports.js';
import type { IndicatorDirectory } from '../concept.ports.js';

const namers = /^(?:lead|partner\/|indicator\/)/;

/** Names of the organisations and indicators that texts refer to. */
@Injectable()
export class TextNamesReader {
  constructor(
    @Inject(IdentityReader) private readonly identity: IdentityReader,
    @Inject(INDICATOR_DIRECTORY) private readonly indicators: IndicatorDirectory,
  ) {}

  /** Two statements, whatever the number of texts; what does not exist in the municipality has no name. */
  async find(municipalityId: string, texts: readonly DocumentText[]): Promise<NameOf> {
    const entries = texts.flatMap(({ values }) => Object.values(values)).flatMap((values) => Object.entries(values)).filter(([key]) => namers.test(key));
    const ids = [...new Set(entries.map(([key, value]) => (key === 'lead' ? String(value) : key.slice(key.indexOf('/') + 1))))];
    const [organisations, indicators] = await Promise.all([this.identity.organisationsByIds(municipalityId, ids), this.indicators.names(municipalityId, ids)]);
    const names = new Map([...organisations.map(({ id, name }) => [id, name] as const), ...indicators]);
    return (id) => names.get(id) ?? null;
  }
}
