import { inBatches } from './batches';
import type { Correction } from './correction';

const agents = (count: number): Correction[] =>
  Array.from({ length: count }, (_, at) => ({ kind: 'add-agent', agent: `${at}@a.test` }));
const tier = (queue: string, agent = '1@a.test'): Correction => ({ kind: 'add-tier', queue, agent, level: 0, position: 1 });
const reload = (queue: string): Correction => ({ kind: 'reload-queue', queue });
const unload = (queue: string): Correction => ({ kind: 'unload-queue', queue });
const outlined = (corrections: Correction[], loaded: string[]) =>
  inBatches(corrections, loaded).map((batch) => `${batch.fetches ? 'alone ' : ''}${batch.corrections.length}`);

it.each<[string, Correction[], string[], string[]]>([
  ['nothing', [], [], []],
  ['a few together', agents(3), [], ['3']],
  ['32 at most', agents(70), [], ['32', '32', '6']],
  ['tiers of a loaded queue together', [tier('q'), tier('q'), tier('q')], ['q'], ['3']],
  ['the tier that loads its queue alone', [tier('q'), tier('q'), tier('q')], [], ['alone 1', '2']],
  ['each queue once', [tier('p'), tier('p'), tier('q'), tier('q'), tier('p')], [], ['alone 1', '1', 'alone 1', '2']],
  ['a reload alone', [...agents(2), reload('q'), reload('q'), ...agents(2)], ['q'], ['2', 'alone 1', 'alone 1', '2']],
  ['an unload alone', [...agents(1), unload('q')], ['q'], ['1', 'alone 1']],
])('%s', (_what, corrections, loaded, outline) => {
  expect(outlined(corrections, loaded)).toEqual(outline);
  expect(inBatches(corrections, loaded).flatMap((batch) => batch.corrections)).toEqual(corrections);
});
