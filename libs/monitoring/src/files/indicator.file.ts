import { Inject, Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import type { DocumentLanguage } from '@konzeptwerkstatt/document-model';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { FileRegistry } from '@konzeptwerkstatt/platform-graphql';
import type { FileProvider, ServedFile } from '@konzeptwerkstatt/platform-graphql';
import { indicatorTableWords } from '../domain/indicator-table.words.js';
import { parseIndicatorFileId } from '../queries/indicator-file-id.js';
import type { IndicatorFileForm } from '../queries/indicator-file-id.js';
import { IndicatorReader } from '../queries/indicator.reader.js';
import { ObservationReader } from '../queries/observation.reader.js';
import { writeIndicatorCsv } from './indicator-table.csv.js';
import { writeIndicatorWorkbook } from './indicator-workbook.writer.js';

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What a file is called behind the key of the indicator. */
function nameOf(form: IndicatorFileForm, language: DocumentLanguage): string {
  const { values, series } = indicatorTableWords[language].files;
  return { germanLong: `${values}.csv`, germanWide: `${series}.csv`, machineLong: `${values}.maschinenlesbar.csv`, machineWide: `${series}.maschinenlesbar.csv`, workbook: `${values}.xlsx` }[form];
}

/** The values of an indicator as files at fixed addresses, for spreadsheets and for programs. What is withheld is withheld here too. */
@Injectable()
export class IndicatorFile implements FileProvider, OnModuleInit {
  constructor(
    @Inject(IndicatorReader) private readonly indicators: IndicatorReader,
    @Inject(ObservationReader) private readonly observations: ObservationReader,
    @Inject(FileRegistry) private readonly files: FileRegistry,
  ) {}

  onModuleInit(): void {
    this.files.register(this);
  }

  matches(id: string): boolean {
    return parseIndicatorFileId(id) !== null;
  }

  async open(id: string, actor: Actor | null): Promise<ServedFile | null> {
    const asked = parseIndicatorFileId(id);
    const indicator = asked === null ? null : await this.indicators.find(actor, asked.indicatorId);
    if (asked === null || indicator === null) return null;
    const { municipalityId } = indicator;
    const [definitions, values] = await Promise.all([this.indicators.findVersions(municipalityId, [indicator.id]), this.observations.findAll(municipalityId, indicator.id)]);
    const table = { indicator, definitions, values };
    const { form, language } = asked;
    const content = form === 'workbook' ? await writeIndicatorWorkbook(table, language) : writeIndicatorCsv(form, table, language);
    return { name: `${indicator.key}.${nameOf(form, language)}`, mediaType: form === 'workbook' ? WORKBOOK : 'text/csv; charset=utf-8', content };
  }
}
