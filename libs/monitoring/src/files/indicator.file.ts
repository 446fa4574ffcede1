import { Inject, Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { FileRegistry } from '@konzeptwerkstatt/platform-graphql';
import type { FileProvider, ServedFile } from '@konzeptwerkstatt/platform-graphql';
import { parseIndicatorFileId } from '../queries/indicator-file-id.js';
import { IndicatorReader } from '../queries/indicator.reader.js';
import { ObservationReader } from '../queries/observation.reader.js';
import { writeIndicatorCsv } from './indicator-table.csv.js';
import { writeIndicatorWorkbook } from './indicator-workbook.writer.js';

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const names = { germanLong: 'werte.csv', germanWide: 'reihen.csv', machineLong: 'werte.maschinenlesbar.csv', machineWide: 'reihen.maschinenlesbar.csv', workbook: 'werte.xlsx' } as const;

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
    const content = asked.form === 'workbook' ? await writeIndicatorWorkbook(table) : writeIndicatorCsv(asked.form, table);
    return { name: `${indicator.key}.${names[asked.form]}`, mediaType: asked.form === 'workbook' ? WORKBOOK : 'text/csv; charset=utf-8', content };
  }
}
