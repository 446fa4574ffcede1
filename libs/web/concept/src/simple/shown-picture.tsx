import { pictureAddress, toPictureAttributes } from '@konzeptwerkstatt/document-model';
import type { TreeElement } from '@konzeptwerkstatt/document-model';
import { useText } from '@konzeptwerkstatt/web-ui';
import { useSimpleSection } from './simple-section.context.js';

/** A picture as readers see it. @param content the block as JSON of the document model */
export function ShownPicture({ content }: { readonly content: string }) {
  const t = useText();
  const { language } = useSimpleSection();
  const { fileId, alt, caption, decorative } = toPictureAttributes((JSON.parse(content) as TreeElement).attrs ?? {});
  return (
    <figure className="kw-simple-picture">
      {fileId === null ? <p className="kw-muted">{t('concept.picture.missing')}</p> : <img src={pictureAddress(fileId)} alt={decorative ? '' : alt} loading="lazy" />}
      {caption === '' ? null : <figcaption lang={language} dir="auto">{caption}</figcaption>}
    </figure>
  );
}
