import * as http from 'node:http';
import * as https from 'node:https';
import { isIPv6, type LookupFunction } from 'node:net';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/config';
import { HostAddresses } from './host-addresses';
import { OutgoingError } from './outgoing-error';
import { hostOf, type OutgoingRules, refusalOfUrl } from './outgoing-url';
import { isLoopback, isPublicAddress } from './public-address';

export interface OutgoingRequest {
  method: 'GET' | 'POST';
  url: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
  /** For all of it, from the name to the answer's last byte; 10 s unless told. */
  timeoutMs?: number;
  /** The longest answer that is read; 1 MiB unless told. */
  maxBytes?: number;
}

export interface OutgoingAnswer {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: Buffer;
}

type FetchOptions = Pick<RequestInit, 'method' | 'headers' | 'body'>;

const LOOPBACK = '127.0.0.1';
const TIMEOUT_MS = 10_000;
const MAX_BYTES = 1 << 20;

/**
 * The only way out: asks URLs that tenants choose, and reaches nothing but the public internet by it. A host's addresses
 * are asked for once, all are checked, and the connection goes to those: what the name says a moment later is of no
 * account. Redirects are answers like any other, and each request has a connection of its own.
 */
@Injectable()
export class HttpClient {
  readonly rules: OutgoingRules;
  private readonly standIns: ReadonlyMap<string, string>;

  constructor(
    config: Config,
    private readonly addresses: HostAddresses,
  ) {
    this.rules = { ports: config.OUTGOING_PORTS.split(',').map(Number), loopback: config.OUTGOING_LOOPBACK };
    this.standIns = standInsOf(config.OUTGOING_STAND_INS ?? '');
  }

  /** @throws OutgoingError when there is no answer; an answer of any status is one. */
  async send(request: OutgoingRequest): Promise<OutgoingAnswer> {
    const refusal = refusalOfUrl(request.url, this.rules);
    if (refusal) throw new OutgoingError('refused', `The URL ${refusal}.`);
    const { timeoutMs = TIMEOUT_MS } = request;
    const deadline = AbortSignal.timeout(timeoutMs);
    const tooLate = new Promise<never>((_, reject) => {
      const error = new OutgoingError('too_late', `There was no whole answer within ${timeoutMs / 1000} s.`);
      deadline.addEventListener('abort', () => reject(error));
    });
    const url = new URL(request.url);
    const standIn = this.standIns.get(hostOf(url));
    const answer = standIn
      ? exchange(new URL(`${url.pathname}${url.search}`, standIn), [LOOPBACK], request, deadline)
      : this.checkedAddresses(url).then((found) => exchange(url, found, request, deadline));
    return Promise.race([tooLate, answer]);
  }

  /** The same as a `fetch`, for libraries that take one. */
  readonly fetch = async (url: string | URL, { method, headers, body }: FetchOptions = {}): Promise<Response> => {
    const answer = await this.send({
      method: method === 'POST' ? 'POST' : 'GET',
      url: String(url),
      headers: Object.fromEntries(new Headers(headers)),
      ...(body && { body: Buffer.from(await new Response(body).arrayBuffer()) }),
    });
    const told = Object.entries(answer.headers).flatMap(([name, value]) =>
      [value ?? []].flat().map((each): [string, string] => [name, each]),
    );
    const empty = [204, 205, 304].includes(answer.status);
    return new Response(empty ? null : new Uint8Array(answer.body), { status: answer.status, headers: told });
  };

  /** One address that is none of the internet's condemns them all: whoever owns the name means no good. */
  private async checkedAddresses(url: URL): Promise<string[]> {
    const found = await this.addresses.of(hostOf(url));
    if (found.length === 0) throw new OutgoingError('unknown_host', 'The host has no address.');
    const allowed = (address: string) => isPublicAddress(address) || (this.rules.loopback && isLoopback(address));
    if (!found.every(allowed)) throw new OutgoingError('refused', 'The host does not lead to a public address.');
    return found;
  }
}

function standInsOf(text: string): Map<string, string> {
  const pairs = text.split(',').filter(Boolean).map((pair) => pair.split('='));
  return new Map(pairs.map(([host = '', port = '']) => [host, `http://${LOOPBACK}:${port}`]));
}

function exchange(url: URL, addresses: string[], request: OutgoingRequest, signal: AbortSignal): Promise<OutgoingAnswer> {
  const { method, headers, body, maxBytes = MAX_BYTES } = request;
  return new Promise((answered, failed) => {
    const fail = () => failed(new OutgoingError('unreachable', 'The connection failed.'));
    const options = {
      method,
      headers: { 'accept-encoding': 'identity', ...headers },
      signal,
      // of its own, so that it goes to these addresses and to no other that was asked before
      agent: false,
      rejectUnauthorized: true,
      lookup: pinned(addresses),
    };
    const sent = (url.protocol === 'https:' ? https : http).request(url, options, (response) => {
      const chunks: Buffer[] = [];
      let length = 0;
      response.on('data', (chunk: Buffer) => {
        length += chunk.length;
        if (length <= maxBytes) return void chunks.push(chunk);
        failed(new OutgoingError('too_large', `The answer is longer than ${maxBytes} bytes.`));
        sent.destroy();
      });
      response.on('end', () => answered({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }));
      response.on('error', fail);
    });
    sent.on('error', fail);
    sent.end(body);
  });
}

/** Answers every question for an address with those that were checked. */
function pinned(addresses: string[]): LookupFunction {
  const found = addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }));
  return (_host, { all }, done) => (all ? done(null, found) : done(null, found[0]?.address ?? '', found[0]?.family));
}
