import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSealedFile, sealFile } from './sealed-file';
import { SealBroken } from './sealed';

const CHUNK = 64 * 1024;
const SEALED_CHUNK = CHUNK + 16;
const HEAD = 40;
const key = { version: 3, secret: randomBytes(32) };

let directory: string;
let path: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'sealed-'));
  path = join(directory, 'file');
});
afterEach(() => rmSync(directory, { recursive: true }));

async function* pieces(plain: Buffer, size = 10_000): AsyncGenerator<Buffer> {
  for (let at = 0; at < plain.length; at += size) yield plain.subarray(at, at + size);
}

async function read(bytes: number, start = 0, end = bytes - 1, place = 'here', secret = key.secret): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of readSealedFile(path, place, secret, { bytes, start, end })) chunks.push(chunk);
  return Buffer.concat(chunks);
}

it.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 200_001])('gives back %d bytes as they were', async (bytes) => {
  const plain = randomBytes(bytes);
  const facts = await sealFile(path, 'here', key, pieces(plain));
  expect(facts.bytes).toBe(bytes);
  expect(await read(bytes)).toEqual(plain);
  expect(readdirSync(directory)).toEqual(['file']);
});

it.each([
  [0, 0],
  [CHUNK - 1, CHUNK],
  [CHUNK, 2 * CHUNK - 1],
  [100, 150_000],
  [199_999, 199_999],
])('gives the bytes %d to %d alone', async (start, end) => {
  const plain = randomBytes(200_000);
  await sealFile(path, 'here', key, pieces(plain));
  expect(await read(plain.length, start, end)).toEqual(plain.subarray(start, end + 1));
});

describe('a file that is not the one that was sealed', () => {
  const plain = randomBytes(3 * CHUNK + 5);
  beforeEach(() => sealFile(path, 'here', key, pieces(plain)));

  const rewrite = (change: (sealed: Buffer) => Buffer) => writeFileSync(path, change(readFileSync(path)));
  const chunk = (sealed: Buffer, number: number) =>
    sealed.subarray(HEAD + number * SEALED_CHUNK, HEAD + (number + 1) * SEALED_CHUNK);

  it.each([
    ['changed in a chunk', (sealed: Buffer) => flipped(sealed, HEAD + SEALED_CHUNK + 7)],
    ['changed in its last byte', (sealed: Buffer) => flipped(sealed, sealed.length - 1)],
    ['changed in its salt', (sealed: Buffer) => flipped(sealed, 20)],
    ['changed in its version', (sealed: Buffer) => flipped(sealed, 7)],
    ['of another kind', (sealed: Buffer) => flipped(sealed, 0)],
    ['cut by a byte', (sealed: Buffer) => sealed.subarray(0, -1)],
    ['cut by a chunk', (sealed: Buffer) => sealed.subarray(0, HEAD + 3 * SEALED_CHUNK)],
    ['empty', () => Buffer.alloc(0)],
    ['longer', (sealed: Buffer) => Buffer.concat([sealed, Buffer.alloc(1)])],
    ['with two chunks swapped', (sealed: Buffer) =>
      Buffer.concat([sealed.subarray(0, HEAD), chunk(sealed, 1), chunk(sealed, 0), chunk(sealed, 2), chunk(sealed, 3)])],
  ])('is refused: %s', async (_how, change) => {
    rewrite(change);
    await expect(read(plain.length)).rejects.toThrow(SealBroken);
  });

  it('is refused where its length was changed to fit: the last chunk says that it is', async () => {
    rewrite((sealed) => sealed.subarray(0, HEAD + 3 * SEALED_CHUNK));
    await expect(read(3 * CHUNK)).rejects.toThrow(SealBroken);
  });

  it('is refused in another place and with another key', async () => {
    await expect(read(plain.length, 0, 10, 'there')).rejects.toThrow(SealBroken);
    await expect(read(plain.length, 0, 10, 'here', randomBytes(32))).rejects.toThrow(SealBroken);
  });

  it('gives out no byte of a chunk that was changed', async () => {
    rewrite((sealed) => flipped(sealed, HEAD + SEALED_CHUNK + 7));
    const given: Buffer[] = [];
    const all = async () => {
      for await (const part of readSealedFile(path, 'here', key.secret, { bytes: plain.length, start: 0, end: plain.length - 1 })) {
        given.push(part);
      }
    };
    await expect(all()).rejects.toThrow(SealBroken);
    expect(Buffer.concat(given)).toEqual(plain.subarray(0, CHUNK));
  });
});

it('leaves nothing behind where the disk is full', async () => {
  symlinkSync('/dev/full', `${path}.new`);
  await expect(sealFile(path, 'here', key, pieces(randomBytes(100)))).rejects.toMatchObject({ code: 'ENOSPC' });
  expect(readdirSync(directory)).toEqual([]);
});

it('leaves what was there where the source fails half-way', async () => {
  await sealFile(path, 'here', key, pieces(Buffer.from('before')));
  const failing = async function* (): AsyncGenerator<Buffer> {
    yield randomBytes(2 * CHUNK);
    throw new Error('the source is gone');
  };
  await expect(sealFile(path, 'here', key, failing())).rejects.toThrow('the source is gone');
  expect((await read(6)).toString()).toBe('before');
  expect(readdirSync(directory)).toEqual(['file']);
});

function flipped(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes);
  changed[at] = (changed[at] ?? 0) ^ 1;
  return changed;
}
