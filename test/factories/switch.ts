import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SWITCH_SECRET, type TestApi } from './api';
import { PATIENCE_MS } from './patience';

const TRANSCRIPTS = join(__dirname, '../fixtures/transcripts');
const AUTHORIZATION = `Basic ${Buffer.from(`switch:${SWITCH_SECRET}`).toString('base64')}`;

/** Asks as mod_xml_curl does. */
export async function askXml(api: TestApi, form: Record<string, string>, authorization = AUTHORIZATION) {
  const response = await fetch(`${api.url}/switch/xml`, {
    method: 'POST',
    headers: { authorization },
    body: new URLSearchParams(form),
  });
  return { status: response.status, text: await response.text() };
}

/** Delivers a CDR as mod_json_cdr does. */
export async function postCdr(api: TestApi, body: string | Buffer, authorization = AUTHORIZATION): Promise<number> {
  const headers = { authorization, 'content-type': 'application/json' };
  const response = await fetch(`${api.url}/switch/cdr`, { method: 'POST', headers, body: new Uint8Array(Buffer.from(body)) });
  return response.status;
}

/** The CDRs of one recorded call, in the order they came. */
export function recordedCdrs(name: string): string[] {
  return readFileSync(join(TRANSCRIPTS, `${name}.cdr.jsonl`), 'utf8').trim().split('\n');
}

/** The forms that a real switch posted. */
export function recordedXmlRequests(): Record<string, string>[] {
  const requests = JSON.parse(readFileSync(join(TRANSCRIPTS, 'xml-curl-requests.json'), 'utf8')) as {
    form: Record<string, string>;
  }[];
  return requests.map(({ form }) => form);
}

/** Waits until something that happens elsewhere is true. */
export async function eventually<T>(look: () => Promise<T | null | undefined | false>): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > deadline) throw new Error(`it did not happen within ${PATIENCE_MS / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
