import { AppError } from '../errors/app-error';
import { translate } from '../errors/translate';
import { BooleanField, ChoiceField, EmailField, IntegerField, ListField, ObjectField, TextField, TextListField, TimeField } from './fields';
import { validationPipe } from './validation.pipe';

class PartDto {
  @TextField()
  name: string;
}

/** Every kind of field. */
class AllDto {
  @TextField({ min: 2, max: 3 })
  text: string;

  @TextListField({ min: 2, max: 3, maxItems: 2 })
  manyTexts: string[];

  @EmailField()
  email: string;

  @IntegerField({ min: 1, max: 2 })
  count: number;

  @BooleanField()
  flag: boolean;

  @ChoiceField(['a', 'b'])
  choice: string;

  @TimeField()
  since: string;

  @ObjectField(() => PartDto)
  part: PartDto;

  @ListField(() => PartDto, { max: 1 })
  parts: PartDto[];
}

const NAMES = ['text', 'many_texts', 'email', 'count', 'flag', 'choice', 'since', 'part', 'parts'];
const VALUES = [null, 0, 3, 1.5, '', 'long text', 'a\nb', true, {}, [], [1], ['a', 'a', 'long'], [null, null], ['x', {}]];

async function rulesOf(body: unknown): Promise<string[]> {
  const error = await validationPipe()
    .transform(body, { type: 'body', metatype: AllDto })
    .catch((thrown: unknown) => thrown as AppError);
  return (error as AppError).problems.map(({ rule }) => rule);
}

it('has every rule of every kind of field in Chinese', async () => {
  const bodies = [{}, 5, [], [5], { foo: 1 }, ...VALUES.map((value) => Object.fromEntries(NAMES.map((name) => [name, value])))];
  const rules = new Set((await Promise.all(bodies.map(rulesOf))).flat());
  expect(rules.size).toBeGreaterThan(20);
  // no word of the English one is left, but what varies
  const left = [...rules].map((rule) => translate(rule, 'zh-CN')).filter((said) => !/\p{Script=Han}/u.test(said) || /must|value/.test(said));
  expect(left).toEqual([]);
});
