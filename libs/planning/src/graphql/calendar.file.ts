import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { FileRegistry, type FileProvider, type ServedFile } from '@konzeptwerkstatt/platform-graphql';
import { CalendarReader } from '../queries/calendar.reader.js';

const form = /^kalender-([\w-]{43})\.ics$/;

/** `/files/kalender-<secret>.ics`: the dates of a process for a calendar, which knows no session; the address alone opens it. */
@Injectable()
export class CalendarFile implements FileProvider, OnModuleInit {
  constructor(
    @Inject(FileRegistry) private readonly files: FileRegistry,
    @Inject(CalendarReader) private readonly calendars: CalendarReader,
  ) {}

  onModuleInit(): void {
    this.files.register(this);
  }

  matches(id: string): boolean {
    return form.test(id);
  }

  async open(id: string): Promise<ServedFile | null> {
    const content = await this.calendars.read(form.exec(id)?.[1] ?? '');
    return content === null ? null : { name: 'kalender.ics', mediaType: 'text/calendar; charset=utf-8', content };
  }
}
