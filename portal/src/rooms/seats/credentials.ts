import { answerOf, api } from '../../api/client';
import type { Schemas } from '../../api/types';

export type Credentials = Schemas['SeatCredentialsDto'];

/** @throws ProblemError */
export function makeCredentials(id: string): Promise<Credentials> {
  return answerOf(api.POST('/v1/seats/{id}/credentials', { params: { path: { id } } }));
}

/** For a sheet: `1001,pharma.example,secret` a line. */
export function asCsv(all: readonly Credentials[]): string {
  return ['user,domain,secret', ...all.map(({ sip_user: user, sip_domain: domain, secret }) => `${user},${domain},${secret}`)].join('\n');
}

/** Puts them into the browser's downloads. */
export function saveFile(all: readonly Credentials[]): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([`${asCsv(all)}\n`], { type: 'text/csv' }));
  link.download = 'seats.csv';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

interface SlipWords {
  title: (extension: string) => string;
  user: string;
  domain: string;
  secret: string;
}

const SLIP_STYLE = `body { font: 14px system-ui, sans-serif; margin: 12mm; }
.slip { break-inside: avoid; border: 1px dashed #888; border-radius: 8px; padding: 10px 14px; margin: 0 0 8mm; width: 82mm; display: inline-block; margin-inline-end: 6mm; }
h2 { font-size: 15px; margin: 0 0 6px; } dl { display: grid; grid-template-columns: auto 1fr; gap: 2px 12px; margin: 0; }
dt { color: #555; } dd { margin: 0; font-family: ui-monospace, monospace; overflow-wrap: anywhere; }`;

/** A small slip for each phone, to be cut out; in a frame of its own, so that nothing else is printed. */
export function printSlips(all: readonly Credentials[], words: SlipWords): void {
  const frame = document.createElement('iframe');
  frame.title = words.secret;
  frame.style.cssText = 'position:fixed;width:0;height:0;border:0';
  document.body.append(frame);
  const [page, view] = [frame.contentDocument, frame.contentWindow];
  if (!page || !view) return;
  const style = page.createElement('style');
  style.textContent = SLIP_STYLE;
  page.head.append(style);
  page.body.append(...all.map((each) => slipOf(page, each, words)));
  view.addEventListener('afterprint', () => frame.remove());
  view.print();
}

function slipOf(page: Document, { sip_user: user, sip_domain: domain, secret }: Credentials, words: SlipWords): HTMLElement {
  const element = (tag: string, text: string) => Object.assign(page.createElement(tag), { textContent: text });
  const slip = Object.assign(page.createElement('section'), { className: 'slip' });
  const facts = page.createElement('dl');
  for (const [name, value] of [[words.user, user], [words.domain, domain], [words.secret, secret]] as const) {
    facts.append(element('dt', name), element('dd', value));
  }
  slip.append(element('h2', words.title(user)), facts);
  return slip;
}
