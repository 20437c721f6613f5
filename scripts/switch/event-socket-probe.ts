import { connect } from 'node:net';

/**
 * Signs in to an event socket and asks for `status`: the proof that the switch is up and is ours. Only that much of
 * the protocol; the product's own link is src/telephony/esl.
 *
 * @param timeoutMs for the whole exchange
 * @returns the text of `status`
 * @throws Error when the port does not answer, or refuses the password
 */
export function probeEventSocket(host: string, port: number, password: string, timeoutMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, host);
    let received = '';
    const end = (error: Error | undefined, answer = '') => {
      socket.destroy();
      if (error) reject(error);
      else resolve(answer);
    };
    socket.setTimeout(timeoutMs, () => end(new Error(`the event socket at ${host}:${port} did not answer`)));
    socket.once('error', (error) => end(error));
    socket.once('close', () => end(new Error(`the event socket at ${host}:${port} closed the connection`)));
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1');
      if (received.includes('-ERR invalid')) {
        return end(new Error(`the event socket at ${host}:${port} refused the password`));
      }
      if (received.endsWith('auth/request\n\n')) socket.write(`auth ${password}\n\n`);
      if (received.endsWith('+OK accepted\n\n')) socket.write('api status\n\n');
      const response = /Content-Type: api\/response\nContent-Length: (\d+)\n\n([^]*)$/.exec(received);
      if (response && response[2]!.length >= Number(response[1])) end(undefined, response[2]);
    });
  });
}
