import { Agent } from 'node:http';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { timedGet } from './timed-get';

/** Whom the flood asks, and with which keys: one client each, who asks again as soon as it is answered. */
interface Target {
  url: string;
  keys: string[];
}

/** How often which status was answered. */
export type Answers = Map<number, number>;

/**
 * Clients in a thread of their own: beside the one who measures they would be in the way of his own clock.
 * @returns what ends them: whoever waits for an answer goes
 */
export function startFlood(target: Target): () => Promise<Answers> {
  const worker = new Worker(__filename, { workerData: target });
  const answers = new Promise<Answers>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  return async () => {
    worker.postMessage('stop');
    return answers;
  };
}

async function flood({ url, keys }: Target, over: Promise<void>): Promise<Answers> {
  const agent = new Agent({ keepAlive: true });
  const answers: Answers = new Map();
  const client = async (key: string) => {
    for (;;) {
      const { status } = await timedGet(url, key, agent);
      answers.set(status, (answers.get(status) ?? 0) + 1);
    }
  };
  await Promise.race([over, ...keys.map(client)]);
  agent.destroy();
  return answers;
}

if (parentPort) {
  const port = parentPort;
  const over = new Promise<void>((resolve) => port.once('message', () => resolve()));
  void flood(workerData as Target, over).then((answers) => port.postMessage(answers));
}
