import { Inject, Injectable } from '@nestjs/common';
import { IdentityReader } from '@konzeptwerkstatt/identity';
import type { DocumentLanguage, DocumentText, NameOf } from '@konzeptwerkstatt/document-model';
import { INDICATOR_DIRECTORY } from '../concept.ports.js';
import type { IndicatorDirectory } from '../concept.ports.js';
import { shownIndicators } from '../domain/shown-indicator.policy.js';

const namers = /^(?:lead|partner\/|indicator\/)/;

/** What texts refer to, in words. */
export interface TextNames {
  readonly nameOf: NameOf;
  /** How the indicators stand that have a block of their own. */
  readonly standingOf: NameOf;
}

/** Names of the organisations and indicators that texts refer to. */
@Injectable()
export class TextNamesReader {
  constructor(
    @Inject(IdentityReader) private readonly identity: IdentityReader,
    @Inject(INDICATOR_DIRECTORY) private readonly indicators: IndicatorDirectory,
  ) {}

  /** A few statements, whatever the number of texts; what does not exist in the municipality has no name. */
  async find(municipalityId: string, texts: readonly DocumentText[], language: DocumentLanguage): Promise<TextNames> {
    const entries = texts.flatMap(({ values }) => Object.values(values)).flatMap((values) => Object.entries(values)).filter(([key]) => namers.test(key));
    const shown = [...new Set(texts.flatMap(({ tree }) => shownIndicators(tree.content).map(({ indicatorId }) => indicatorId)))];
    const ids = [...new Set([...entries.map(([key, value]) => (key === 'lead' ? String(value) : key.slice(key.indexOf('/') + 1))), ...shown])];
    const [organisations, indicators, standing] = await Promise.all([this.identity.organisationsByIds(municipalityId, ids), this.indicators.names(municipalityId, ids), this.indicators.standing(municipalityId, shown, language)]);
    const names = new Map([...organisations.map(({ id, name }) => [id, name] as const), ...indicators]);
    return { nameOf: (id) => names.get(id) ?? null, standingOf: (id) => standing.get(id) ?? null };
  }
}
