import { Global, Module } from '@nestjs/common';
import { ApplyFileImportProcessor } from './apply-file-import.processor.js';
import { FileImportRegistry } from './file-import.registry.js';
import { ReadFileImportProcessor } from './read-file-import.processor.js';
import { ReadingThreads } from './reading-threads.js';
import { FileImportStart } from './start-file-import.js';
import { SheetFileReading } from '../sheets/sheet-file.reading.js';
import { SweepFileImportsProcessor } from './sweep-file-imports.processor.js';

/** What runs the imports. */
export const fileImportProcessors = [ReadFileImportProcessor, ApplyFileImportProcessor, SweepFileImportsProcessor];

/** Files that become something else, for every context that takes such files: it imports this module. Needs the global FilesModule and JOB_QUEUE. */
@Global()
@Module({
  providers: [FileImportRegistry, FileImportStart, ReadingThreads, SheetFileReading, ...fileImportProcessors],
  exports: [FileImportRegistry, FileImportStart, ReadingThreads, SheetFileReading, ...fileImportProcessors],
})
export class FileImportsModule {}
