import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { toText } from '../core/byte-string';
import { authenticate } from '../sip/authentication';
import { Phone } from '../sip/phone';
import type { SimulatedSwitch } from '../simulated-switch';
import { CallPlacer } from './call-placer';
import {
  BadRequest, behaviourOf, optionalText, parseFields, planOf, text, trunkCallOf, type Fields,
} from './requests';
import type { PlacedCall } from './trunk-call';

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

type Handler = (id: string, fields: Fields) => Promise<Answer> | Answer;

const FIRST_PHONE_PORT = 30000;
const NOT_FOUND: Answer = { status: 404, body: { error: 'no such resource' } };

/** The simulator's own door: phones, callers and the outside world are set up and watched here. */
export class ControlServer {
  private readonly server: Server;
  private readonly phones = new Map<string, Phone>();
  private readonly calls = new Map<string, PlacedCall>();
  private readonly placer: CallPlacer;
  private nextPort = FIRST_PHONE_PORT;
  private readonly routes: Readonly<Record<string, Handler>> = {
    'POST /phones': (_, fields) => this.register(fields),
    'GET /phones/:id': (id) => this.withPhone(id, (phone) => ok(phoneView(phone))),
    'POST /phones/:id': (id, fields) => this.withPhone(id, (phone) => {
      phone.behaviour = behaviourOf(fields);
      return ok(phoneView(phone));
    }),
    'POST /phones/:id/unregister': (id) => this.withPhone(id, (phone) => {
      this.sw.registrations.remove(phone.user, phone.domain);
      return ok({ status: 200 });
    }),
    'POST /phones/:id/hangup': (id) => this.withPhone(id, (phone) => {
      phone.hangup();
      return ok({});
    }),
    'POST /phones/:id/calls': (id, fields) => this.callFromPhone(id, fields),
    'POST /calls': (_, fields) => this.remember(this.placer.fromTrunk(trunkCallOf(fields))),
    'GET /calls/:id': (id) => this.withCall(id, (call) => ok(callView(call))),
    'POST /calls/:id/hangup': (id) => this.withCall(id, (call) => {
      call.hangup();
      return ok({});
    }),
    'POST /calls/:id/digits': (id, fields) => this.withCall(id, (call) => {
      call.channel?.receiveDigits(text(fields, 'digits'));
      return ok({});
    }),
    'POST /outside': (_, fields) => {
      this.sw.outside.setRule({ prefix: optionalText(fields, 'prefix') ?? '', behaviour: behaviourOf(fields) });
      return ok({});
    },
    'GET /state': () => ok(this.state()),
  };

  constructor(private readonly sw: SimulatedSwitch) {
    this.placer = new CallPlacer(sw);
    this.server = createServer((request, response) => void this.serve(request, response));
    // whoever has said nothing for a while must not meet a connection that is just being closed
    this.server.keepAliveTimeout = 0;
  }

  /** @returns the port it listens on. */
  listen(): Promise<number> {
    const { host, port } = this.sw.config.control;
    return new Promise((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, host, () => resolve((this.server.address() as AddressInfo).port));
    });
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let answer: Answer;
    try {
      const [, collection = '', id = '', action] = (request.url ?? '/').split('?')[0]?.split('/') ?? [];
      const path = `/${collection}${id ? '/:id' : ''}${action ? `/${action}` : ''}`;
      const handler = this.routes[`${request.method ?? 'GET'} ${path}`];
      answer = handler ? await handler(decodeURIComponent(id), parseFields(await bodyOf(request))) : NOT_FOUND;
    } catch (error) {
      answer = { status: error instanceof BadRequest ? 400 : 500, body: { error: (error as Error).message } };
    }
    response.writeHead(answer.status, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(answer.body));
  }

  /** A phone registers: 200, or 403 when the directory or the digest refuses, 401 when it brings no password. */
  private async register(fields: Fields): Promise<Answer> {
    const user = text(fields, 'user');
    const domain = text(fields, 'domain');
    const realm = optionalText(fields, 'authRealm') ?? domain;
    const toHost = optionalText(fields, 'toHost') ?? domain;
    const password = optionalText(fields, 'password');
    const id = `${user}@${toHost}`;
    if (password === undefined) return ok({ id, status: 401 });
    const phone = this.phones.get(id) ?? new Phone(id, user, toHost, this.nextPort++);
    phone.behaviour = behaviourOf(fields);
    const result = await authenticate(this.sw.xml, { username: user, realm, password }, {
      method: 'REGISTER', profile: this.sw.config.profiles.phones, toUser: user, toHost, fromHost: toHost,
      port: phone.port,
    });
    if (!result.ok) return ok({ id, status: 403 });
    this.phones.set(id, phone);
    this.sw.registrations.add(phone, user, toHost, realm);
    return ok({ id, status: 200 });
  }

  private async callFromPhone(id: string, fields: Fields): Promise<Answer> {
    const phone = this.phones.get(id);
    if (!phone) return NOT_FOUND;
    const credentials = {
      username: phone.user,
      realm: optionalText(fields, 'authRealm') ?? phone.domain,
      password: text(fields, 'password'),
    };
    return this.remember(await this.placer.fromPhone(phone, credentials, text(fields, 'to'), planOf(fields)));
  }

  private remember(call: PlacedCall): Answer {
    this.calls.set(call.callId, call);
    return ok({ callId: call.callId });
  }

  private withPhone(id: string, act: (phone: Phone) => Answer): Answer {
    const phone = this.phones.get(id);
    return phone ? act(phone) : NOT_FOUND;
  }

  private withCall(id: string, act: (call: PlacedCall) => Answer): Answer {
    const call = this.calls.get(id);
    return call ? act(call) : NOT_FOUND;
  }

  private state(): unknown {
    return {
      channels: this.sw.channels.size,
      calls: [...this.calls.values()].map(callView),
      phones: [...this.phones.values()].map(phoneView),
      registrations: this.sw.registrations.all().map(({ user, host }) => `${user}@${host}`),
      callcenterLoaded: this.sw.callcenter.loaded,
    };
  }
}

const ok = (body: unknown): Answer => ({ status: 200, body });

function callView(call: PlacedCall): unknown {
  return {
    callId: call.callId,
    uuid: call.channel?.uuid,
    state: call.state,
    sipStatus: call.sipStatus,
    cause: call.cause,
    heard: call.heard.map(toText),
  };
}

function phoneView(phone: Phone): unknown {
  const legs = [...phone.legs].map(({ uuid }) => uuid);
  return { id: phone.id, behaviour: phone.behaviour, legs, heard: phone.heard.map(toText) };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
