import { createHash } from 'node:crypto';
import { renderPublicNotice } from './public-page.renderer.js';
import { styleOf } from './public-frame.js';

/** A page as it goes out. */
export interface PublicPage {
  /** 410: was published and is withdrawn; 429: asked too often. */
  readonly status: 200 | 404 | 410 | 429;
  readonly html: string;
  /** SHA-256 of its style element, base64, for the content security policy. */
  readonly styleHash: string;
}

/** Open data as it goes out. */
export interface PublicData {
  readonly mediaType: string;
  readonly content: Buffer | string;
  /** What it is called when it is kept; null: it is read where it is. */
  readonly name: string | null;
  /** Address of what describes it. */
  readonly describedBy: string | null;
}

/** A page of a municipality. */
export function asPage(status: PublicPage['status'], html: string, accentColour: string | null = null): PublicPage {
  return { status, html, styleHash: createHash('sha256').update(styleOf(accentColour)).digest('base64') };
}

/** What was never published looks like what does not exist. */
export const nothingPublic = (): PublicPage => asPage(404, renderPublicNotice('Diese Seite gibt es nicht', 'Unter dieser Adresse ist nichts veröffentlicht. Bitte prüfen Sie, ob sie vollständig ist.'));

/** For an address that asks too often. */
export const tooManyRequests = (): PublicPage => asPage(429, renderPublicNotice('Gerade sind es zu viele Anfragen', 'Von Ihrem Anschluss aus wurde in kurzer Zeit sehr oft nachgefragt. Bitte warten Sie eine Minute und laden Sie die Seite dann neu.'));
