import { bench } from './bench';

async function run(...args: string[]): Promise<{ code: number; out: string[]; err: string[] }> {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await bench(args, (line) => out.push(line), (line) => err.push(line));
  return { code, out, err };
}

it('prints one JSON line for a figure, and nothing else', async () => {
  const { code, out, err } = await run('esl-decode-vs-modesl');
  expect({ code, err }).toEqual({ code: 0, err: [] });
  expect(out.map((line) => JSON.parse(line) as object)).toEqual([
    {
      figure: 'esl-decode-vs-modesl',
      value: expect.any(Number) as number,
      unit: 'ratio',
      goal: 8,
      detail: expect.any(Object) as object,
    },
  ]);
});

it.each([
  [['speed'], 'speed: no such figure'],
  [['toString'], 'toString: no such figure'],
  [['esl-decode-vs-modesl', 'xml-answer-p99-ms'], 'usage: npm run -s bench'],
])('explains itself when it is asked for %j', async (args, reason) => {
  const { code, out, err } = await run(...args);
  expect({ code, out }).toEqual({ code: 2, out: [] });
  expect(err.join('\n').startsWith(reason)).toBe(true);
  expect(err.join('\n')).toMatch(/cdr-intake-vs-single-insert/);
});
