import type { KnownNode } from '../../../telephony/nodes/node-reports';
import { wouldBeHeard } from './would-be-heard';

const GIVEN = Date.UTC(2026, 0, 5, 8);
const at = (seconds: number) => new Date(GIVEN + seconds * 1000);
const node = (upSince: number, over: { up?: boolean; alive?: boolean } = {}): KnownNode => ({
  alive: over.alive ?? true,
  report: {
    node: 'sw1', at: '', startedAt: '', link: { up: over.up ?? true, since: at(upSince).toISOString(), reason: null }, switch: null, reconciliation: null,
  },
});

// a command lives for 10 s, and a call shows within 20 s more
it.each<[string, KnownNode[], number, boolean]>([
  ['while its command may still be carried out', [node(-100)], 29, false],
  ['once the call would be shown', [node(-100)], 30, true],
  ['while the process that has come back may not have asked yet', [node(40)], 59, false],
  ['once it has', [node(40)], 60, true],
  ['while one of two nodes is without its switch', [node(-100), node(-100, { up: false })], 1000, false],
  ['while one of two processes is away', [node(-100), node(-100, { alive: false })], 1000, false],
  ['where there is no node at all', [], 30, true],
])('%s', (_, nodes, seconds, expected) => expect(wouldBeHeard(at(0), nodes, at(seconds))).toBe(expected));
