import { Module } from '@nestjs/common';
import { SectionDocumentAccess } from '@konzeptwerkstatt/concept';
import { DOCUMENT_ACCESS } from '@konzeptwerkstatt/contracts';

/** Joins the rooms with the context that owns their documents; neither knows the other. */
@Module({ providers: [{ provide: DOCUMENT_ACCESS, useExisting: SectionDocumentAccess }], exports: [DOCUMENT_ACCESS] })
export class DocumentAccessModule {}
