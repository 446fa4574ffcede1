import { Injectable } from '@nestjs/common';
import type { FilePurpose } from './stored-file.js';

/** Every use of stored files. Contexts register theirs in `onModuleInit`. */
@Injectable()
export class FilePurposeRegistry {
  private readonly purposes = new Map<string, FilePurpose>();

  /** @throws Error when the name is taken */
  register(purpose: FilePurpose): void {
    if (this.purposes.has(purpose.name)) throw new Error(`File purpose ${purpose.name} is registered twice`);
    this.purposes.set(purpose.name, purpose);
  }

  find(name: string): FilePurpose | null {
    return this.purposes.get(name) ?? null;
  }

  /** @throws Error when no context has registered it */
  get(name: string): FilePurpose {
    const purpose = this.find(name);
    if (!purpose) throw new Error(`File purpose ${name} is not registered`);
    return purpose;
  }
}
