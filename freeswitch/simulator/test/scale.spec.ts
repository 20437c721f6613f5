import { Rig } from './rig';

const PHARMA = 'pharma.seatline.test';
const CARE = `care@${PHARMA}`;
const AGENTS = 200;
const CALLS = 200;
const FIRST_AGENT = 1000;

it('two hundred calls for two hundred agents: each answered once, none lost, nobody stuck', async () => {
  const rig = await new Rig().start();
  await rig.esl.send('noevents');
  await rig.esl.send('event plain CUSTOM callcenter::info');
  for (let number = FIRST_AGENT; number < FIRST_AGENT + AGENTS; number++) {
    await rig.agent(String(number), PHARMA, CARE, { answer: { afterMs: 200 } });
    await rig.available(`${number}@${PHARMA}`);
  }
  const calls = Array.from({ length: CALLS }, (_, at) =>
    rig.call({ from: `138${at}`, to: '4008001001', hangupAfterAnswerMs: 8000 }));
  const ids = new Set(await Promise.all(calls));
  await rig.quiet(CALLS * 2);

  const callers = rig.product.cdrs.filter(({ variables }) => variables['direction'] === 'inbound');
  expect(new Set(callers.map(({ variables }) => variables['uuid']))).toEqual(ids);
  expect(new Set(callers.map(({ variables }) => variables['cc_cause']))).toEqual(new Set(['answered']));
  expect(new Set(callers.map(({ variables }) => variables['cc_agent'])).size).toBe(AGENTS);
  const { response } = await rig.callcenterJson({ arguments: 'agent list' });
  const agents = response as { state: string; calls_answered: string }[];
  expect(agents.every(({ state, calls_answered: count }) => state === 'Waiting' && count === '1')).toBe(true);
  expect(await rig.callcenterConfig(`queue count members ${CARE}`)).toBe('0\n');
  await rig.stop();
});
