import { Readable } from 'node:stream';
import { DeleteObjectCommand, GetObjectCommand, HeadBucketCommand, PutObjectCommand, S3Client, S3ServiceException } from '@aws-sdk/client-s3';

const DEFAULT_REGION = 'us-east-1';
/** How long one answer of the store may take, in milliseconds. */
const REQUEST_TIMEOUT_MS = 30_000;
const CONNECTION_TIMEOUT_MS = 5_000;

/** One bucket of a store that speaks Amazon's S3 protocol (MinIO, Ceph, Garage …). */
export class ObjectBucket {
  private readonly client: S3Client;
  private readonly bucket: string;

  /** @param address `https://key:secret@host/bucket`, with `?region=` where the store wants one */
  constructor(address: string) {
    const { protocol, host, username, password, pathname, searchParams } = new URL(address);
    this.bucket = pathname.slice(1);
    this.client = new S3Client({
      endpoint: `${protocol}//${host}`,
      region: searchParams.get('region') ?? DEFAULT_REGION,
      credentials: { accessKeyId: decodeURIComponent(username), secretAccessKey: decodeURIComponent(password) },
      // A bucket as a part of the host name needs a certificate and a name of its own; few town halls have that.
      forcePathStyle: true,
      // Stores other than Amazon's know neither its newer checksums nor its way of sending them; our own hash stands in the database.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: { connectionTimeout: CONNECTION_TIMEOUT_MS, requestTimeout: REQUEST_TIMEOUT_MS },
    });
  }

  /** Whether the store answers and lets us use the bucket; `refused` when it answers and does not. */
  async probe(): Promise<'usable' | 'refused' | 'silent'> {
    try {
      await this.client.send(new HeadBucketCommand({ Bucket: this.bucket }));
      return 'usable';
    } catch (error) {
      const status = error instanceof S3ServiceException ? (error.$metadata.httpStatusCode ?? 0) : 0;
      return status >= 300 && status < 500 ? 'refused' : 'silent';
    }
  }

  /** Writes an object, over an earlier one of that name. */
  async put(name: string, content: Buffer): Promise<void> {
    await this.client.send(new PutObjectCommand({ Bucket: this.bucket, Key: name, Body: content, ContentLength: content.length, ContentType: 'application/octet-stream' }));
  }

  /** An object piece by piece. @throws Error of the store's client when there is none */
  async *get(name: string): AsyncGenerator<Buffer> {
    const { Body: body } = await this.client.send(new GetObjectCommand({ Bucket: this.bucket, Key: name }));
    if (body instanceof Readable) yield* body as AsyncIterable<Buffer>;
  }

  /** Removes an object; one that is not there does no harm. */
  async remove(name: string): Promise<void> {
    await this.client.send(new DeleteObjectCommand({ Bucket: this.bucket, Key: name }));
  }

  close(): void {
    this.client.destroy();
  }
}
