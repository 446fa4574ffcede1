import { Injectable } from '@nestjs/common';
import type { FileImportKind } from './file-import.js';

/** Every kind of import. Contexts register theirs in `onModuleInit`. */
@Injectable()
export class FileImportRegistry {
  private readonly kinds = new Map<string, FileImportKind>();

  /** @throws Error when the name is taken */
  register(kind: FileImportKind): void {
    if (this.kinds.has(kind.name)) throw new Error(`File import ${kind.name} is registered twice`);
    this.kinds.set(kind.name, kind);
  }

  /** @throws Error when no context has registered it */
  get(name: string): FileImportKind {
    const kind = this.kinds.get(name);
    if (kind === undefined) throw new Error(`File import ${name} is not registered`);
    return kind;
  }

  all(): FileImportKind[] {
    return [...this.kinds.values()];
  }
}
