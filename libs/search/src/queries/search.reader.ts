import { Inject, Injectable } from '@nestjs/common';
import { ApplicationError } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { AccessPolicy } from '@konzeptwerkstatt/identity';
import { excerptOf, markMatches, type MarkedText } from '../domain/marked-text.policy.js';
import type { SearchKind } from '../domain/search-entry.js';
import { askedWords, toTsquery, type SearchTerm } from '../domain/search-terms.policy.js';
import { SearchResultRepository, type FoundRow, type SearchScope, type SearchWindow } from '../persistence/search-result.repository.js';
import { VocabularyRepository } from '../persistence/vocabulary.repository.js';

/** Longer texts are no search. */
const MAX_LENGTH = 200;

/** Something found, as readers get it. */
export interface SearchHit {
  readonly objectId: string;
  readonly kind: SearchKind;
  readonly sectionId: string | null;
  readonly blockId: string | null;
  readonly title: readonly MarkedText[];
  readonly excerpt: readonly MarkedText[];
}

const toHit = ({ title, body, total: _total, ...row }: FoundRow, terms: readonly SearchTerm[]): SearchHit => ({ ...row, title: markMatches(title, terms), excerpt: excerptOf(body, terms) });

/** Finds what a visitor may see: in two statements, however many results. */
@Injectable()
export class SearchReader {
  constructor(
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
    private readonly vocabulary: VocabularyRepository,
    private readonly results: SearchResultRepository,
  ) {}

  /**
   * A page of what holds all words of the text (filling words do not count), the best first.
   * @throws ApplicationError BAD_USER_INPUT for more than 200 characters
   */
  async search(actor: Actor | null, text: string, window: SearchWindow): Promise<{ hits: SearchHit[]; total: number }> {
    if (text.length > MAX_LENGTH) throw new ApplicationError('BAD_USER_INPUT', `Bitte mit höchstens ${MAX_LENGTH} Zeichen suchen.`);
    const words = askedWords(text);
    const scope = await this.scopeOf(actor);
    const terms = words.length === 0 ? [] : await this.vocabulary.findTerms(words, scope.municipalityId);
    if (terms.length === 0) return { hits: [], total: 0 };
    const rows = await this.results.find({ all: toTsquery(terms, 'all'), any: toTsquery(terms, 'any') }, scope, window);
    return { hits: rows.map((row) => toHit(row, terms)), total: rows[0]?.total ?? 0 };
  }

  private async scopeOf(actor: Actor | null): Promise<SearchScope> {
    const municipalityId = actor?.municipalityId ?? null;
    const may = (action: 'organisation.read' | 'indicator.read'): Promise<boolean> =>
      municipalityId === null ? Promise.resolve(false) : this.policy.can(actor, action, { municipalityId });
    return { municipalityId, sections: await this.policy.scopeFilter(actor, 'section.read'), canSeeOrganisations: await may('organisation.read'), canSeeIndicators: await may('indicator.read') };
  }
}
