import { randomBytes } from 'node:crypto';
import { createSocket, type Socket } from 'node:dgram';
import { digestAuthorization } from './digest';
import { type PhoneAccount } from './phones';
import type { RegistrarAddress } from './registrar-client';

const HOST = '127.0.0.1';
const PATIENCE_MS = 10_000;
/** RFC 3261's timer T1: UDP may lose a datagram. */
const REPEAT_MS = 500;

const token = (): string => randomBytes(8).toString('hex');

/** A request of a hand-made phone. What is left out is as an honest phone has it. */
export interface SipRequest {
  method: 'INVITE' | 'SUBSCRIBE' | 'REFER' | 'BYE' | 'ACK';
  /** The user in the request URI and in To. */
  to: string;
  /** The host there; the account's domain for an honest phone. */
  toHost?: string;
  headers?: string[];
  withSound?: boolean;
}

export interface SipAnswer {
  status: number;
  header(name: string): string | undefined;
}

/** What later requests of one call share. */
interface Dialog {
  callId: string;
  fromTag: string;
  /** With the far end's tag once it has answered. */
  to: string;
  target: string;
  cseq: number;
}

/**
 * A phone that speaks SIP by hand over UDP, for what no well-behaved one sends: requests that a tenant's phone must not
 * get through with. It proves who it is where it is asked, and has no sound.
 */
export class SipUser {
  private constructor(
    private readonly socket: Socket,
    private readonly account: PhoneAccount,
    private readonly at: RegistrarAddress,
  ) {
    socket.on('message', (message, from) => this.answerRequest(message.toString('latin1'), from.port));
  }

  static async open(account: PhoneAccount, at: RegistrarAddress): Promise<SipUser> {
    const socket = createSocket('udp4');
    await new Promise<void>((bound) => socket.bind(0, HOST, bound));
    return new SipUser(socket, account, at);
  }

  close(): void {
    this.socket.close();
  }

  /** One request outside a call. @returns the final answer's status */
  async ask(request: SipRequest): Promise<number> {
    return (await this.send(request, this.newDialog(request))).status;
  }

  /** Calls; the call stays until it is ended. */
  async call(request: Omit<SipRequest, 'method'>): Promise<SipCall> {
    const dialog = this.newDialog(request);
    const answer = await this.send({ method: 'INVITE', withSound: true, ...request }, dialog);
    return {
      status: answer.status,
      callId: dialog.callId,
      request: async (method, headers) => (await this.send({ method, to: request.to, headers }, dialog)).status,
    };
  }

  private newDialog({ to, toHost = this.account.domain }: Pick<SipRequest, 'to' | 'toHost'>): Dialog {
    const target = `sip:${to}@${toHost}`;
    return { callId: token(), fromTag: token(), to: `<${target}>`, target, cseq: 0 };
  }

  private async send(request: SipRequest, dialog: Dialog): Promise<SipAnswer> {
    const first = await this.exchange(request, dialog, []);
    const challenge = first.header('Proxy-Authenticate') ?? first.header('WWW-Authenticate');
    if (challenge === undefined) return first;
    const header = first.status === 407 ? 'Proxy-Authorization' : 'Authorization';
    const authorization = `${header}: ${this.authorization(request.method, dialog.target, challenge)}`;
    return this.exchange(request, dialog, [authorization]);
  }

  private async exchange(request: SipRequest, dialog: Dialog, authorization: string[]): Promise<SipAnswer> {
    dialog.cseq += 1;
    const branch = `z9hG4bK${token()}`;
    const answer = await this.transact(this.render(request, dialog, branch, authorization), dialog);
    if (request.method !== 'INVITE') return answer;
    dialog.to = answer.status < 300 ? (answer.header('To') ?? dialog.to) : dialog.to;
    if (answer.status < 300) dialog.target = /<([^>]+)>/.exec(answer.header('Contact') ?? '')?.[1] ?? dialog.target;
    const acknowledged = { ...dialog, to: answer.header('To') ?? dialog.to };
    const ackBranch = answer.status < 300 ? `z9hG4bK${token()}` : branch;
    this.socket.send(this.render({ ...request, method: 'ACK', withSound: false }, acknowledged, ackBranch, []), this.at.port, this.at.host);
    return answer;
  }

  private transact(text: string, { callId, cseq }: Dialog): Promise<SipAnswer> {
    return new Promise((resolve, reject) => {
      const send = () => this.socket.send(text, this.at.port, this.at.host);
      let repeat: NodeJS.Timeout | undefined = setInterval(send, REPEAT_MS);
      const end = () => {
        clearInterval(repeat);
        clearTimeout(deadline);
        this.socket.off('message', onMessage);
      };
      const deadline = setTimeout(() => {
        end();
        reject(new Error(`no answer to ${text.slice(0, text.indexOf('\r\n'))}`));
      }, PATIENCE_MS);
      const onMessage = (message: Buffer) => {
        const answer = readAnswer(message.toString('latin1'));
        if (!answer || answer.header('Call-ID') !== callId || Number.parseInt(answer.header('CSeq') ?? '', 10) !== cseq) return;
        clearInterval(repeat);
        repeat = undefined;
        if (answer.status < 200) return;
        end();
        resolve(answer);
      };
      this.socket.on('message', onMessage);
      send();
    });
  }

  private render({ method, headers = [], withSound }: SipRequest, dialog: Dialog, branch: string, more: string[]): string {
    const { port } = this.socket.address();
    const { user, domain } = this.account;
    const body = withSound
      ? ['v=0', `o=- 1 1 IN IP4 ${HOST}`, 's=-', `c=IN IP4 ${HOST}`, 't=0 0', 'm=audio 9 RTP/AVP 8', 'a=rtpmap:8 PCMA/8000', '']
      : [];
    const text = body.join('\r\n');
    return [
      `${method} ${dialog.target} SIP/2.0`,
      `Via: SIP/2.0/UDP ${HOST}:${port};branch=${branch}`,
      `From: <sip:${user}@${domain}>;tag=${dialog.fromTag}`,
      `To: ${dialog.to}`,
      `Call-ID: ${dialog.callId}`,
      `CSeq: ${dialog.cseq} ${method}`,
      `Contact: <sip:${user}@${HOST}:${port}>`,
      'Max-Forwards: 70',
      ...headers,
      ...more,
      ...(withSound ? ['Content-Type: application/sdp'] : []),
      `Content-Length: ${text.length}`,
      '',
      text,
    ].join('\r\n');
  }

  private authorization(method: string, uri: string, challenge: string): string {
    const { user, authUser = user, password, domain, authRealm = domain } = this.account;
    const nonce = /nonce="([^"]*)"/.exec(challenge)?.[1] ?? '';
    return digestAuthorization({ method, uri, user: authUser, password, realm: authRealm, nonce, cnonce: token(), count: 1 });
  }

  /** Says yes to whatever the switch sends of itself: BYE, OPTIONS, NOTIFY. */
  private answerRequest(text: string, port: number): void {
    if (text.startsWith('SIP/2.0') || text.startsWith('ACK')) return;
    const kept = text.split('\r\n').filter((line) => /^(Via|From|To|Call-ID|CSeq):/i.test(line));
    this.socket.send(['SIP/2.0 200 OK', ...kept, 'Content-Length: 0', '', ''].join('\r\n'), port, HOST);
  }
}

/** A call under way. */
export interface SipCall {
  /** The final status of the INVITE. */
  status: number;
  callId: string;
  /** A further request within the call. @returns its final status */
  request(method: 'REFER' | 'BYE', headers?: string[]): Promise<number>;
}

function readAnswer(text: string): SipAnswer | null {
  const status = Number(/^SIP\/2\.0 (\d{3})/.exec(text)?.[1]);
  if (!status) return null;
  const header = (name: string) => new RegExp(`^${name}:\\s*(.*)$`, 'im').exec(text.replace(/\r/g, ''))?.[1];
  return { status, header };
}
