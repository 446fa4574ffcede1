import { escapeHtml as text } from '@konzeptwerkstatt/concept';
import type { OwnWord } from '@konzeptwerkstatt/kernel';
import { publicPageCss } from './public-page.css.js';
import { languageNames, PUBLIC_LANGUAGES } from './public-language.js';
import type { PublicLanguage } from './public-language.js';
import { wordsOf } from './public-words.js';

/** Who answers for a public page. */
export interface PublicPlace {
  readonly id: string;
  readonly name: string;
  /** `#rrggbb`; null: the look of the product. */
  readonly accentColour: string | null;
  readonly logoFileId: string | null;
  /** What it calls otherwise, in German. */
  readonly ownWords: readonly OwnWord[];
  /** Address of the list of all that is published. */
  readonly path: string;
}

/** A page around its content. */
export interface FramedPage {
  readonly place: PublicPlace | null;
  readonly title: string;
  /** HTML in which every word is escaped. */
  readonly main: string;
  readonly language?: PublicLanguage;
  /** Its own address, where it is there in several languages. */
  readonly path?: string;
  /** The same as data. */
  readonly alternates?: readonly { readonly path: string; readonly mediaType: string }[];
}

/** The one style element of a page; its hash stands in the content security policy. */
export function styleOf(accentColour: string | null): string {
  return `${publicPageCss}${accentColour !== null && /^#[0-9a-f]{6}$/i.test(accentColour) ? `:root { --accent: ${accentColour}; }\n` : ''}`;
}

/** An address of a page in a language; German needs no mark. */
export const inLanguage = (path: string, language: PublicLanguage): string => (language === 'de' ? path : `${path}?lang=${language}`);

function languageLinks(path: string, current: PublicLanguage): string {
  const links = PUBLIC_LANGUAGES.map((language) => `<li><a href="${text(inLanguage(path, language))}" hreflang="${language}" lang="${language}"${language === current ? ' aria-current="true"' : ''}>${languageNames[language]}</a></li>`);
  return `<nav class="languages" aria-label="${wordsOf(current).language}"><ul>${links.join('')}</ul></nav>`;
}

/** A whole page: head, content, who answers for it. */
export function framed({ place, title, main, language = 'de', path, alternates = [] }: FramedPage): string {
  const words = wordsOf(language);
  const logo = place?.logoFileId ? `<img src="/files/${place.logoFileId}" alt="">` : '';
  const head = place === null ? '' : `<header class="head"><div>${logo}<span lang="de">${text(place.name)}</span>${path === undefined ? '' : languageLinks(path, language)}</div></header>`;
  const legalPages = Object.entries(words.legalPages).map(([page, label]) => `<li><a href="/${page}?kommune=${place?.id ?? ''}">${label}</a></li>`).join('');
  const legal = place === null ? '' : `<nav aria-label="${words.legal}"><ul>${legalPages}</ul></nav>`;
  const links = [
    ...alternates.map((alternate) => `<link rel="alternate" type="${alternate.mediaType}" href="${text(alternate.path)}">`),
    ...(path === undefined ? [] : PUBLIC_LANGUAGES.map((other) => `<link rel="alternate" hreflang="${other}" href="${text(inLanguage(path, other))}">`)),
  ].join('');
  return `<!doctype html>
<html lang="${language}"${language === 'ar' ? ' dir="rtl"' : ''}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${text(title)}</title>${links}<style>${styleOf(place?.accentColour ?? null)}</style></head>
<body><a class="skip" href="#inhalt">${words.skip}</a>${head}<main id="inhalt">${main}</main><footer class="foot"><div>${legal}<p class="note">${words.madeWith}</p></div></footer></body></html>
`;
}
