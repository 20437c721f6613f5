import { answerOf, api } from '../../api/client';

const LINE_END = 10;

/** Reads the whole log. @param onEntries is told how many entries are there so far */
export async function readLog(onEntries: (count: number) => void, signal: AbortSignal): Promise<Blob> {
  const stream = (await answerOf(api.GET('/v1/audit-entries/export', { parseAs: 'stream', signal }))) as unknown as ReadableStream<Uint8Array<ArrayBuffer>>;
  const reader = stream.getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (let entries = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) return new Blob(parts, { type: 'application/x-ndjson' });
    parts.push(value);
    entries += value.reduce((count, byte) => count + (byte === LINE_END ? 1 : 0), 0);
    onEntries(entries);
  }
}

/** How many entries there are: they are numbered without a gap. */
export async function countEntries(signal: AbortSignal): Promise<number> {
  const { data } = await answerOf(api.GET('/v1/audit-entries', { params: { query: { limit: 1 } }, signal }));
  return data[0]?.seq ?? 0;
}

/** Hands a file to the browser as if it had been downloaded. */
export function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  Object.assign(document.createElement('a'), { href: address, download: name }).click();
  // the browser has taken it over by then
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
