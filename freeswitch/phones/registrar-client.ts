import { randomBytes } from 'node:crypto';
import { createSocket, type Socket } from 'node:dgram';
import { digestAuthorization } from './digest';
import { type PhoneAccount } from './phones';

export interface RegistrarAddress {
  host: string;
  port: number;
}

interface Answer {
  status: number;
  nonce: string | undefined;
}

const REPLY_TIMEOUT_MS = 10_000;
/** RFC 3261's timer T1: UDP may lose a datagram. */
const REPEAT_MS = 500;

const token = (): string => randomBytes(8).toString('hex');

function exchange(socket: Socket, registrar: RegistrarAddress, request: string, cseq: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const send = () => socket.send(request, registrar.port, registrar.host);
    const repeat = setInterval(send, REPEAT_MS);
    const deadline = setTimeout(() => end(undefined), REPLY_TIMEOUT_MS);
    const onMessage = (message: Buffer) => {
      const text = message.toString('latin1');
      const status = Number(/^SIP\/2\.0 (\d{3})/.exec(text)?.[1]);
      const answered = Number(/^CSeq:\s*(\d+)/im.exec(text)?.[1]);
      if (status >= 200 && answered === cseq) end({ status, nonce: /nonce="([^"]*)"/i.exec(text)?.[1] });
    };
    const end = (answer: Answer | undefined) => {
      clearInterval(repeat);
      clearTimeout(deadline);
      socket.off('message', onMessage);
      if (answer) resolve(answer);
      else reject(new Error(`no answer to REGISTER from ${registrar.host}:${registrar.port}`));
    };
    socket.on('message', onMessage);
    send();
  });
}

const bind = (socket: Socket, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.bind(0, host, () => resolve());
  });

/**
 * Registers a phone that listens at `contact`, with digest authentication, as a phone does it over UDP.
 *
 * @param expiresSeconds how long the registration is to last; 0 ends it
 * @returns the final SIP status: 200, or the refusal (403, 404, …)
 * @throws Error when the registrar does not answer
 */
export async function register(
  account: PhoneAccount,
  contact: RegistrarAddress,
  registrar: RegistrarAddress,
  expiresSeconds: number,
): Promise<number> {
  const socket = createSocket('udp4');
  try {
    await bind(socket, contact.host);
    const own = socket.address();
    const toHost = account.toHost ?? account.domain;
    const uri = `sip:${toHost}`;
    const callId = token();
    const fromTag = token();
    const request = (cseq: number, authorization: string[]) =>
      [
        `REGISTER ${uri} SIP/2.0`,
        `Via: SIP/2.0/UDP ${own.address}:${own.port};branch=z9hG4bK${token()}`,
        `From: <sip:${account.user}@${toHost}>;tag=${fromTag}`,
        `To: <sip:${account.user}@${toHost}>`,
        `Call-ID: ${callId}`,
        `CSeq: ${cseq} REGISTER`,
        `Contact: <sip:${account.user}@${contact.host}:${contact.port}>`,
        'Max-Forwards: 70',
        `Expires: ${expiresSeconds}`,
        ...authorization,
        'Content-Length: 0',
        '',
        '',
      ].join('\r\n');
    const first = await exchange(socket, registrar, request(1, []), 1);
    if (first.status !== 401 || first.nonce === undefined) return first.status;
    const authorization = digestAuthorization({
      method: 'REGISTER',
      uri,
      user: account.authUser ?? account.user,
      password: account.password,
      realm: account.authRealm ?? account.domain,
      nonce: first.nonce,
      cnonce: token(),
      count: 1,
    });
    return (await exchange(socket, registrar, request(2, [`Authorization: ${authorization}`]), 2)).status;
  } finally {
    socket.close();
  }
}
