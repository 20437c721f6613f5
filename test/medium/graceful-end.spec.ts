import { once } from 'node:events';
import { request, type Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { LastAnswers } from '../../src/platform/http/last-answers';
import { startTestApi, type TestApi } from '../factories/api';

const BODY = '{"tenant":"nobody","email":"nobody@seatline.test","password":"none"}';
const HEAD = `POST /v1/sign-in HTTP/1.1\r\nHost: api\r\nContent-Type: application/json\r\nContent-Length: ${BODY.length}\r\n\r\n`;

/** A client in the middle of a question: the api has its head and waits for the rest. */
async function askHalf(api: TestApi): Promise<Socket> {
  const { hostname, port } = new URL(api.url);
  const client = connect(Number(port), hostname);
  client.write(HEAD + BODY.slice(0, 10));
  // another question is answered: the half one has come before it
  const [answer] = await once(request(`${api.url}/health/live`).end(), 'response');
  answer.resume();
  return client;
}

async function untilDeaf(api: TestApi): Promise<void> {
  while ((api.app.getHttpServer() as Server).listening) await nextTurn();
}

async function answer(client: Socket): Promise<string> {
  const [data] = await once(client, 'data');
  return String(data);
}

it('answers what was asked, and then ends a connection that its client keeps busy', async () => {
  const api = await startTestApi();
  const client = await askHalf(api);
  const stopped = api.stop();
  await untilDeaf(api);
  client.write(BODY.slice(10));
  expect(await answer(client)).toMatch(/^HTTP\/1.1 401 /);
  client.write(HEAD + BODY);
  expect(await answer(client)).toMatch(/^HTTP\/1.1 401 [^]*\r\nConnection: close\r\n/);
  await stopped;
});

it('cuts off a client that never finishes its question', async () => {
  const api = await startTestApi();
  api.app.get(LastAnswers).patienceMs = 200;
  const client = await askHalf(api);
  const cut = once(client.resume(), 'close');
  await api.stop();
  await cut;
});
