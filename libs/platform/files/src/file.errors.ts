import { ValidationError } from '@konzeptwerkstatt/kernel';

const problem = (code: string, message: string, params?: Readonly<Record<string, number>>): ValidationError =>
  new ValidationError([{ code, message, path: ['file'], ...(params ? { params } : {}) }]);

export const fileEmpty = (): ValidationError => problem('FILE_EMPTY', 'Die Datei ist leer.');
export const fileTooLarge = (maxBytes: number): ValidationError =>
  problem('FILE_TOO_LARGE', `Die Datei ist zu groß. Erlaubt sind höchstens ${Math.floor(maxBytes / 1024)} KB.`, { maxKilobytes: Math.floor(maxBytes / 1024) });
export const fileTypeRefused = (): ValidationError => problem('FILE_TYPE_REFUSED', 'Diese Art von Datei wird hier nicht angenommen.');
export const fileSvgRefused = (): ValidationError =>
  problem('FILE_SVG_REFUSED', 'SVG-Dateien können Programme enthalten und werden deshalb nicht angenommen. Bitte speichern Sie das Bild als PNG.');
export const fileBroken = (code: string): ValidationError => problem(code, 'Die Datei ist beschädigt.');
export const fileQuotaExceeded = (): ValidationError =>
  problem('FILE_QUOTA_EXCEEDED', 'Der Speicherplatz Ihrer Kommune ist voll. Bitte wenden Sie sich an die Verwaltung.');
