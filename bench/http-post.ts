import { connect } from 'node:net';

export interface Answer {
  status: number;
  text: string;
  /** From dialling to the end of the answer. */
  milliseconds: number;
}

/**
 * Posts as the switch does: a connection a request, with its secret. On a bare socket, so that the asking costs little
 * beside the answering, with which it shares the machine.
 */
export function postAsSwitch(url: URL, secret: string, type: string, body: string): Promise<Answer> {
  const request = [
    `POST ${url.pathname} HTTP/1.1`,
    `Host: ${url.host}`,
    `Authorization: Basic ${Buffer.from(`switch:${secret}`).toString('base64')}`,
    `Content-Type: ${type}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
    '',
    body,
  ].join('\r\n');
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const socket = connect(Number(url.port), url.hostname, () => socket.write(request));
    let answer = '';
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => (answer += chunk));
    socket.on('error', reject);
    socket.on('end', () => {
      const milliseconds = performance.now() - began;
      const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(answer)?.[1]);
      resolve({ status, text: answer.slice(answer.indexOf('\r\n\r\n') + 4), milliseconds });
    });
  });
}
