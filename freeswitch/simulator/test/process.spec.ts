import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { compileSimulator } from './compile-simulator';
import { EslClient } from './esl-client';
import { ProductStub } from './product-stub';

interface Ready {
  readonly ready: boolean;
  readonly pid: number;
  readonly eventSocket: number;
  readonly control: number;
}

const product = new ProductStub();
const directory = mkdtempSync(join(tmpdir(), 'simulator-process-'));
let main: string;
let base: string;
let child: ChildProcess;

beforeAll(async () => {
  main = compileSimulator(directory);
  base = await product.listen();
});

afterAll(() => {
  child.kill('SIGKILL');
  product.close();
  rmSync(directory, { recursive: true, force: true });
});

async function launch(config: object): Promise<Ready> {
  child = spawn(process.execPath, [main, JSON.stringify(config)], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [line] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
  return JSON.parse(line.toString()) as Ready;
}

it('prints one line when it is ready, loses its calls to kill -9 but not its agents, and ends on SIGTERM', async () => {
  const config = {
    stateDir: join(directory, 'state'),
    trunkContext: 'inbound',
    xml: { url: `${base}/xml` },
    cdr: { url: `${base}/cdr` },
  };
  const first = await launch(config);
  expect(first).toMatchObject({ ready: true, pid: child.pid });
  const esl = await EslClient.open(first.eventSocket);
  await esl.api('callcenter_config agent add 1001@pharma.seatline.test callback');
  await fetch(`http://127.0.0.1:${first.control}/calls`, { method: 'POST', body: '{"from":"1","to":"4008001001"}' });
  await new Promise((resolve) => setTimeout(resolve, 200));
  child.kill('SIGKILL');
  await once(child, 'exit');
  esl.close();
  expect(product.cdrs).toEqual([]);

  const second = await launch(config);
  const again = await EslClient.open(second.eventSocket);
  expect(await again.api('callcenter_config agent list')).toContain('1001@pharma.seatline.test|single_box');
  await fetch(`http://127.0.0.1:${second.control}/calls`, { method: 'POST', body: '{"from":"2","to":"4008001001"}' });
  await again.send('event plain CHANNEL_ANSWER');
  await new Promise((resolve) => setTimeout(resolve, 200));
  child.kill('SIGTERM');
  const [code] = (await once(child, 'exit')) as [number];
  again.close();
  expect(code).toBe(0);
  expect(product.cdrs.map(({ variables }) => variables['hangup_cause'])).toEqual(['SYSTEM_SHUTDOWN']);
});

it('says which field of its configuration is wrong', async () => {
  child = spawn(process.execPath, [main, '{"eventSocket":{"port":-1}}'], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [message] = (await once(child.stderr as NodeJS.ReadableStream, 'data')) as [Buffer];
  expect(message.toString()).toBe('eventSocket.port: must be an integer from 0 to 65535\n');
  const [code] = child.exitCode === null ? ((await once(child, 'exit')) as [number]) : [child.exitCode];
  expect(code).toBe(1);
});
