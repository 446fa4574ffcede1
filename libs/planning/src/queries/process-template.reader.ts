import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { isUuid } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { AccessPolicy } from '@konzeptwerkstatt/identity';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { processPlanSchema } from '../domain/process-plan.js';
import type { ProcessPlan } from '../domain/process-plan.js';

/** A plan that a process can begin from. */
export interface ProcessTemplateRow {
  /** The key of one of the house's templates, or the raw id of one of the municipality's own. */
  readonly key: string;
  readonly isOwn: boolean;
  readonly plan: ProcessPlan;
}

/** The order in which the house offers its templates. */
const folder = join(import.meta.dirname, '..', '..', 'templates');
let ofTheHouse: readonly ProcessTemplateRow[] | null = null;

/** The templates that come with the application, one file each. @throws ZodError for a file that is no plan */
export function houseTemplates(): readonly ProcessTemplateRow[] {
  ofTheHouse ??= readdirSync(folder).filter((name) => name.endsWith('.json')).sort().map((name) => ({
    key: name.slice(0, -'.json'.length), isOwn: false, plan: processPlanSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))),
  }));
  return ofTheHouse;
}

/** Reads templates, the house's and the municipality's own; for whoever may begin a process. */
@Injectable()
export class ProcessTemplateReader {
  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
  ) {}

  /** Whether the actor may begin processes in her municipality. */
  mayStart(actor: Actor | null): Promise<boolean> {
    const municipalityId = actor?.municipalityId ?? null;
    return municipalityId === null ? Promise.resolve(false) : this.policy.can(actor, 'municipality.administer', { municipalityId });
  }

  /** All templates, the municipality's own first. @throws ApplicationError FORBIDDEN */
  async findAll(actor: Actor): Promise<ProcessTemplateRow[]> {
    const municipalityId = await this.requireStart(actor);
    const rows = await this.database.client.processTemplate.findMany({ where: { municipalityId }, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: 100 });
    return [...rows.flatMap(ownTemplate), ...houseTemplates()];
  }

  /** One template by its key or raw id; null when there is none. @throws ApplicationError FORBIDDEN */
  async find(actor: Actor, key: string): Promise<ProcessTemplateRow | null> {
    const municipalityId = await this.requireStart(actor);
    if (!isUuid(key)) return houseTemplates().find((template) => template.key === key) ?? null;
    const row = await this.database.client.processTemplate.findFirst({ where: { municipalityId, id: key } });
    return row === null ? null : ownTemplate(row)[0] ?? null;
  }

  private async requireStart(actor: Actor): Promise<string> {
    const municipalityId = actor.municipalityId ?? '';
    await this.policy.require(actor, 'municipality.administer', { municipalityId });
    return municipalityId;
  }
}

/** A stored plan of a format that is no longer known is not offered. */
function ownTemplate({ id, content }: { readonly id: string; readonly content: unknown }): ProcessTemplateRow[] {
  const result = processPlanSchema.safeParse(content);
  return result.success ? [{ key: id, isOwn: true, plan: result.data }] : [];
}
