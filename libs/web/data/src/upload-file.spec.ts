import { describe, expect, it } from '@jest/globals';
import { uploadFile } from './upload-file.js';

describe('an upload', () => {
  it('does not send what is larger than may be brought, and says so', async () => {
    const file = new File([new Uint8Array(3)], 'zahlen.csv');
    expect(await uploadFile(file, 'monitoring.statistics-file', { maxBytes: 2 })).toMatchObject({ problems: [{ code: 'FILE_TOO_LARGE', path: ['file'] }] });
  });
});
