import { AppError } from '../errors/app-error';
import { IntegerField, ListField, ObjectField, TextField, TimeField } from './fields';
import { PageRequest } from './page';
import { validationPipe } from './validation.pipe';

class PartDto {
  @IntegerField({ min: 1, max: 9 })
  partSize: number;
}

class SampleDto {
  @TextField({ max: 5 })
  shortName: string;

  @TextField({ optional: true })
  note?: string;

  @TextField({ optional: true, nullable: true })
  greeting?: string | null;

  @TimeField({ optional: true })
  since?: string;

  @ObjectField(() => PartDto, { optional: true })
  part?: PartDto;

  @ListField(() => PartDto, { optional: true, max: 2 })
  parts?: PartDto[];
}

const read = (value: unknown, metatype: new () => object = SampleDto) =>
  validationPipe().transform(value, { type: metatype === PageRequest ? 'query' : 'body', metatype });

async function pointers(value: unknown, metatype?: new () => object): Promise<string[]> {
  const error = await read(value, metatype).then(
    () => null,
    (thrown: unknown) => thrown as AppError,
  );
  return [...new Set((error?.problems ?? []).map(({ pointer }) => pointer))];
}

it.each<[string, unknown, string[]]>([
  ['a missing field', {}, ['/short_name']],
  ['null where a text is due', { short_name: null }, ['/short_name']],
  ['null for what may be left out but is never null', { short_name: 'a', note: null }, ['/note']],
  ['a text with a line break', { short_name: 'a\nb' }, ['/short_name']],
  ['half of a surrogate pair', { short_name: 'a', note: 'b\ud83d' }, ['/note']],
  ['an unknown field', { short_name: 'a', foo: 1 }, ['/foo']],
  ['an unknown field that a pointer must escape', { short_name: 'a', 'f/o~o': 1 }, ['/f~1o~0o']],
  ['the name inside the program', { shortName: 'a' }, ['/shortName']],
  ['a number as text', { short_name: 'a', part: { part_size: '5' } }, ['/part/part_size']],
  ['a list for an object', { short_name: 'a', part: [] }, ['/part']],
  ['null in a list', { short_name: 'a', parts: [null] }, ['/parts/0']],
  ['a wrong entry of a list', { short_name: 'a', parts: [{ part_size: 1 }, { part_size: 0 }] }, ['/parts/1/part_size']],
  ['too long a list', { short_name: 'a', parts: Array(3).fill({ part_size: 1 }) }, ['/parts']],
  ['a moment without its zone', { short_name: 'a', since: '2026-11-01T08:00:00' }, ['/since']],
  ['a day that does not exist', { short_name: 'a', since: '2026-02-30T08:00:00Z' }, ['/since']],
])('names the field of %s', async (_, body, expected) => {
  expect(await pointers(body)).toEqual(expected);
});

it('refuses a body that is nested deeper than any can be, instead of following it', async () => {
  const deep = JSON.parse('{"a":'.repeat(50_000) + '1' + '}'.repeat(50_000)) as unknown;
  expect(await pointers(deep)).toHaveLength(1);
});

it('leaves out what was left out, and keeps a null that was said', async () => {
  const value = await read({ short_name: 'a', greeting: null, parts: [{ part_size: 1 }] });
  expect(Object.entries(value as object)).toEqual([['shortName', 'a'], ['greeting', null], ['parts', [{ partSize: 1 }]]]);
});

it('reads numbers of a query from text, and their defaults', async () => {
  expect(await read({ limit: '5' }, PageRequest)).toEqual({ limit: 5 });
  expect(await read({}, PageRequest)).toEqual({ limit: 20 });
  expect(await pointers({ limit: '101' }, PageRequest)).toEqual(['/limit']);
  expect(await pointers({ limit: '' }, PageRequest)).toEqual(['/limit']);
  expect(await pointers({ limit: ['1', '2'] }, PageRequest)).toEqual(['/limit']);
});

it.each([['que_01JD3K8Z5N7Q2V4X6Y8Z0A1B2C', true], ['pharma', true], ['é', false], ['', false], ['a b', false], ['x'.repeat(41), false]])(
  'takes %j in a path for what may be an id: %s',
  async (id, may) => {
    const reading = validationPipe().transform(id, { type: 'param', metatype: String, data: 'id' });
    await (may ? expect(reading).resolves.toBe(id) : expect(reading).rejects.toMatchObject({ code: 'not_found' }));
  },
);
