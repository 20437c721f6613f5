import { type Agent, request } from 'node:http';

interface Answer {
  status: number;
  milliseconds: number;
}

/** Asks once and reads the whole answer. */
export function timedGet(url: string, key: string, agent: Agent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const asked = request(url, { agent, headers: { authorization: `Bearer ${key}` } }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, milliseconds: performance.now() - began }));
    });
    asked.on('error', reject);
    asked.end();
  });
}
