import { createServer, type Server, type ServerResponse } from 'node:http';
import type { INestApplicationContext } from '@nestjs/common';
import { Health } from './health';
import { Metrics } from './metrics';

/** What the api answers at the same paths, for the processes that serve no HTTP otherwise. Loopback unless told. */
export function serveHealth(app: INestApplicationContext, host: string, port: number): Server {
  const answers: Record<string, () => Promise<[status: number, text: string]>> = {
    '/health/live': () => Promise.resolve([200, 'ok']),
    '/health/ready': async () => {
      const problems = await app.get(Health).problems();
      return problems.length === 0 ? [200, 'ok'] : [503, `not ready: ${problems.join(', ')}`];
    },
    '/metrics': async () => [200, await app.get(Metrics).render()],
  };
  const server = createServer((request, response) => {
    const answer = answers[request.url ?? ''] ?? (() => Promise.resolve([404, 'not found'] as [number, string]));
    answer().then(
      ([status, text]) => reply(response, status, text),
      () => reply(response, 500, 'internal error'),
    );
  });
  return server.listen(port, host);
}

function reply(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; version=0.0.4' }).end(`${text}\n`);
}
