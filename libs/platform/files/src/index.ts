export { FileContents } from './file-contents.js';
export { FilePurposeRegistry } from './file-purpose.registry.js';
export { FileStore, type KeptFile, type NewFile } from './file-store.js';
export { FilesHttpModule, FilesModule, filesWorkerParts } from './files.module.js';
export { detectMediaType, type DetectedType } from './media-type.detector.js';
export { PostgresFileContents } from './postgres-file-contents.js';
export { RemoveLooseFilesProcessor } from './remove-loose-files.processor.js';
export { MEDIA_TYPES, type FilePurpose, type MediaType, type StoredFile } from './stored-file.js';
export { UploadFileCommand } from './upload-file.command.js';
