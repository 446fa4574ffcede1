import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { FilePurposeRegistry } from '@konzeptwerkstatt/platform-files';
import type { FilePurpose } from '@konzeptwerkstatt/platform-files';
import { IndicatorGate } from '../commands/indicator.gate.js';
import { STATISTICS_FILE_PURPOSE } from '../domain/observation-import.js';

/** Statistics files, brought by who may record values, read by the job only. */
@Injectable()
export class StatisticsFilePurpose implements FilePurpose, OnModuleInit {
  readonly name = STATISTICS_FILE_PURPOSE;
  readonly mediaTypes = ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'text/csv', 'text/plain'] as const;
  readonly maxBytes = 20 * 1024 * 1024;

  constructor(
    private readonly purposes: FilePurposeRegistry,
    private readonly gate: IndicatorGate,
  ) {}

  onModuleInit(): void {
    this.purposes.register(this);
  }

  mayUpload(actor: Actor): Promise<boolean> {
    return actor.municipalityId === null ? Promise.resolve(false) : this.gate.mayRecord(actor, actor.municipalityId);
  }

  mayRead(): Promise<boolean> {
    return Promise.resolve(false);
  }
}
