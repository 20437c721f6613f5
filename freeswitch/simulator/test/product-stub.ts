import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { a1Hash } from '../sip/digest';

export interface StubCdr {
  readonly query: string;
  readonly authorization: string | undefined;
  readonly variables: Readonly<Record<string, string>>;
  readonly document: Readonly<Record<string, unknown>>;
  readonly raw: Buffer;
}

/** What the product answers in these tests: two tenants as in the recordings, with shorter times. */
export class ProductStub {
  readonly forms: Record<string, string>[] = [];
  readonly cdrs: StubCdr[] = [];
  /** Sections that fail with 500 for now. */
  readonly failing = new Set<string>();
  cdrStatus = 200;
  queueParams: Record<string, Record<string, string>> = {
    'care@pharma.seatline.test': {
      strategy: 'longest-idle-agent',
      'moh-sound': 'tone_stream://%(2000,4000,440,480);loops=-1',
      'max-wait-time': '60',
    },
    'claims@insurance.seatline.test': {
      strategy: 'top-down',
      'moh-sound': 'tone_stream://%(2000,4000,440,480);loops=-1',
      'max-wait-time': '4',
    },
  };
  dialplan = '';
  private readonly server: Server;

  constructor() {
    this.server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const body = Buffer.concat(chunks);
        const url = request.url ?? '';
        if (url.startsWith('/cdr')) {
          this.takeCdr(url, request.headers.authorization, body);
          response.writeHead(this.cdrStatus).end();
          return;
        }
        const form = Object.fromEntries(new URLSearchParams(body.toString('latin1')));
        this.forms.push(form);
        if (this.failing.has(form['section'] ?? '')) response.writeHead(500).end();
        else response.writeHead(200, { 'Content-Type': 'text/xml' }).end(this.answer(form));
      });
    });
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', () => resolve()));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  form(match: (form: Record<string, string>) => boolean): Record<string, string> | undefined {
    return this.forms.find(match);
  }

  private takeCdr(url: string, authorization: string | undefined, raw: Buffer): void {
    if (this.cdrStatus !== 200) return;
    const document = JSON.parse(raw.toString('utf8')) as { variables: Record<string, string> };
    this.cdrs.push({ query: url.slice('/cdr?'.length), authorization, variables: document.variables, document, raw });
  }

  private answer(form: Record<string, string>): string {
    if (form['section'] === 'directory') return this.directory(form);
    if (form['section'] === 'dialplan') return this.plan(form);
    return this.configuration(form['CC-Queue']);
  }

  private directory(form: Record<string, string>): string {
    const { user = '', domain = '' } = form;
    const foreign = form['sip_auth_method'] === 'REGISTER' && form['sip_to_host'] !== form['sip_auth_realm'];
    if (foreign || !/^[12]\d{3}$/.test(user)) return NOT_FOUND;
    const tenant = domain.split('.')[0];
    return document('directory', `<domain name="${domain}"><groups><group name="seats"><users><user id="${user}">
      <params>
        <param name="a1-hash" value="${a1Hash(user, domain, `secret-${user}`)}"/>
        <param name="dial-string" value="\${sofia_contact(*/\${dialed_user}@\${dialed_domain})}"/>
      </params>
      <variables><variable name="user_context" value="agents"/><variable name="tenant" value="${tenant}"/></variables>
    </user></users></group></groups></domain>`);
  }

  private plan(form: Record<string, string>): string {
    return document('dialplan', `<context name="${form['Hunt-Context']}">${this.dialplan}
      <extension name="did-pharma"><condition field="destination_number" expression="^4008001001$">
        <action application="set" data="tenant=pharma"/><action application="answer"/>
        <action application="sleep" data="300"/>
        <action application="callcenter" data="care@pharma.seatline.test"/>
        <action application="hangup"/></condition></extension>
      <extension name="did-insurance"><condition field="destination_number" expression="^4008002002$">
        <action application="set" data="tenant=insurance"/><action application="answer"/>
        <action application="callcenter" data="claims@insurance.seatline.test"/>
        <action application="playback" data="tone_stream://%(500,200,400)"/>
        <action application="hangup"/></condition></extension>
    </context>`);
  }

  private configuration(only: string | undefined): string {
    const queues = Object.entries(this.queueParams)
      .filter(([name]) => only === undefined || name === only)
      .map(([name, params]) => `<queue name="${name}">${Object.entries(params)
        .map(([key, value]) => `<param name="${key}" value="${value}"/>`).join('')}</queue>`);
    const loaded = only === undefined ? [] : queues;
    return document('configuration', `<configuration name="callcenter.conf"><settings/>
      <queues>${loaded.join('')}</queues><agents/><tiers/></configuration>`);
  }
}

function document(section: string, inside: string): string {
  return `<?xml version="1.0"?>
    <document type="freeswitch/xml"><section name="${section}">${inside}</section></document>`;
}

const NOT_FOUND = document('result', '<result status="not found"/>');
