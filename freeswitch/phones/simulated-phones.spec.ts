import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { parseConfig } from '../simulator/config';
import { type RunningSimulator, startSimulator } from '../simulator/simulator';
import { SimulatedPhones, behaviourFields } from './simulated-phones';

const NOT_FOUND =
  '<document type="freeswitch/xml"><section name="result"><result status="not found"/></section></document>';
const actions = (...applications: string[]) =>
  `<document type="freeswitch/xml"><section name="dialplan"><context name="public"><extension name="number">` +
  `<condition>${applications.join('')}</condition></extension></context></section></document>`;
const DIALPLANS: Record<string, string> = {
  '1': actions('<action application="respond" data="404 Not Found"/>'),
  '2': actions('<action application="answer"/>', '<action application="park"/>'),
};

/** Knows two numbers and no user. */
const api = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString()));
  request.on('end', () => {
    const form = new URLSearchParams(body);
    const number = form.get('Caller-Destination-Number') ?? '';
    response.end(form.get('section') === 'dialplan' ? (DIALPLANS[number] ?? NOT_FOUND) : NOT_FOUND);
  });
});

describe('SimulatedPhones', () => {
  let simulator: RunningSimulator;
  let phones: SimulatedPhones;
  beforeAll(async () => {
    await new Promise<void>((listening) => api.listen(0, '127.0.0.1', listening));
    const url = `http://127.0.0.1:${(api.address() as AddressInfo).port}/`;
    const target = { url, username: 'switch', password: 'http-secret' };
    const doors = { eventSocket: { port: 0, password: 'event-socket' }, control: { port: 0 } };
    simulator = await startSimulator(parseConfig(JSON.stringify({ ...doors, xml: target, cdr: target })));
    phones = new SimulatedPhones(`http://127.0.0.1:${simulator.ports.control}`);
  });
  afterAll(async () => {
    await phones.stop();
    await simulator.stop();
    api.closeAllConnections();
    await new Promise((closed) => api.close(closed));
  });

  it("brings the registrar's refusal", async () => {
    await expect(phones.register({ domain: 'a.test', user: '1001', password: 'secret' })).resolves.toBe(403);
  });

  it('tells a refused call from an answered one', async () => {
    const refused = phones.call({ from: '13800138001', to: '1' });
    await expect(refused.ended).resolves.toMatchObject({ status: 404, answered: false });
    const answered = phones.call({ from: '13800138001', to: '2', hangupAfterAnswerMs: 10 });
    await expect(answered.ended).resolves.toMatchObject({ status: 200, answered: true });
  });

  it('hangs up when told, and once more harmlessly', async () => {
    const call = phones.call({ from: '13800138001', to: '2' });
    await call.hangup();
    await call.ended;
    await expect(call.hangup()).resolves.toBeUndefined();
  });

  it.each([
    [{ kind: 'answer', afterMs: 5, hangupAfterMs: 7 } as const, { answer: { afterMs: 5 }, hangupAfterMs: 7 }],
    [{ kind: 'reject', status: 486 } as const, { reject: 486 }],
    [{ kind: 'no-answer' } as const, { noAnswer: true }],
  ])('puts %j into the control port\'s words', (behaviour, fields) => {
    expect(behaviourFields(behaviour)).toEqual(fields);
  });
});
