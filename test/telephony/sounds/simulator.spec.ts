import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileSimulator } from '../../../freeswitch/simulator/test/compile-simulator';
import { until } from '../conformance/api';
import { Stage } from '../conformance/stage';
import { stageNames, type Staged } from '../conformance/stages';
import { simulator } from '../conformance/switch-under-test';
import { TestBed } from '../conformance/test-bed';

const STAGED = { name: 'own-greeting', stages: { pharma: { agents: 1, number: { greeting: 'welcome' } } } } satisfies Staged;

const directory = mkdtempSync(join(tmpdir(), 'own-sounds-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

it("plays a number's own greeting to its callers, and its next take to the next one", async () => {
  const bed = await TestBed.start(simulator(compileSimulator(directory)), [STAGED]);
  try {
    const stage = await Stage.open(bed, 'pharma', stageNames('pharma', STAGED.name, 0, STAGED.stages.pharma), () => '13800000001');
    const { api } = stage;
    /** What a caller hears first. */
    const greeted = async (): Promise<string> => {
      const call = stage.call();
      let played = '';
      await until('the greeting', async () => {
        played = (await bed.channels()).find(({ application }) => application === 'playback')?.['application_data'] ?? '';
        return played !== '';
      });
      await call.hangup();
      await call.ended;
      await until('the end of the call', async () => (await bed.channels()).length === 0);
      return played;
    };
    const { id } = await api.post<{ id: string }>('/v1/sounds', { name: 'welcome' });
    const say = (text: string) => api.edit('PUT', `/v1/sounds/${id}/takes/zh-CN/text`, { text }, `/v1/sounds/${id}`);
    // long enough to be met: looked for each quarter of a second
    await say('您好，欢迎致电。您好，欢迎致电。');
    const first = await greeted();
    expect(first).toMatch(/\/ten_\w+\/tke_\w+-1\.wav$/);
    await say('您好，今天我们休息，请明天再来电。');
    expect(await greeted()).toBe(first.replace('-1.wav', '-2.wav'));
  } finally {
    await bed.stop();
  }
});
