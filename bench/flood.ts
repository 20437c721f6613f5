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
 * @returns what ends them, once each has been answered
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

async function flood({ url, keys }: Target, isOver: () => boolean): Promise<Answers> {
  const agent = new Agent({ keepAlive: true });
  const answers: Answers = new Map();
  await Promise.all(
    keys.map(async (key) => {
      while (!isOver()) {
        const { status } = await timedGet(url, key, agent);
        answers.set(status, (answers.get(status) ?? 0) + 1);
      }
    }),
  );
  agent.destroy();
  return answers;
}

if (parentPort) {
  const port = parentPort;
  let over = false;
  port.once('message', () => {
    over = true;
  });
  void flood(workerData as Target, () => over).then((answers) => port.postMessage(answers));
}
