import { PageRequest } from '../../platform/http/page';
import {
  ChoiceField,
  DocumentField,
  IdField,
  IntegerField,
  ListField,
  TextField,
  TimeField,
  ValueField,
} from '../../platform/http/fields';
import { TENANT_SECTIONS, type FieldValue, type Fields } from './domain/tenant-fields';
import { LOCALES } from './domain/tenant-spec';
import { TENANT_SLUG } from './domain/text-rules';

/** What the JSON of a request may carry (http-app.ts). */
const LONGEST_FILE = 1_000_000;
const LONGEST_PLACE = 500;
const LONGEST_RULE = 1000;

export class TenantDto {
  @IdField('tenant')
  id: string;

  @TextField({ max: 31, example: 'pharma', description: 'The short name, by which people sign in; never changes.' })
  slug: string;

  @TextField({ max: 64, example: 'Drug maker' })
  name: string;

  @TextField({ max: 190, example: 'pharma.seatline.test', description: 'The SIP domain.' })
  domain: string;

  @TextField({ max: 60, example: 'Asia/Shanghai', description: 'An IANA time zone.' })
  timezone: string;

  @TextField({ min: 3, max: 3, example: 'CNY', description: 'ISO 4217.' })
  currency: string;

  @ChoiceField(LOCALES, { example: 'zh-CN' })
  locale: string;

  @IntegerField({ example: 60, description: 'How many calls the contract allows at once.' })
  concurrentCalls: number;

  @IntegerField({ example: 40, description: 'How many seats the contract allows.' })
  seatLimit: number;

  @IntegerField({ nullable: true, example: null, description: "How many requests a second; null is the installation's usual." })
  requestsPerSecond: number | null;

  @TimeField()
  createdAt: Date;
}

export class TenantsRequest extends PageRequest {
  @TextField({
    optional: true,
    min: 1,
    max: 31,
    pattern: TENANT_SLUG.pattern,
    patternRule: TENANT_SLUG.rule,
    example: 'pharma',
    description: 'Only the tenant of that short name.',
  })
  slug?: string;
}

export class TenantFileDto {
  @DocumentField({
    max: LONGEST_FILE,
    example: 'tenant: pharma\nname: Drug maker\n# and so on\n',
    description: 'A tenant file: YAML, as `npm run tenant` takes it.',
  })
  file: string;
}

export class FileProblemDto {
  @IntegerField({ min: 1, example: 12, description: 'Counted from 1, as the column.' })
  line: number;

  @IntegerField({ min: 1, example: 5 })
  column: number;

  @TextField({ min: 0, max: LONGEST_PLACE, example: 'queues[2].strategy', description: 'The place in the file; empty for the file as a whole.' })
  path: string;

  @TextField({ max: LONGEST_RULE, example: 'must be true or false', description: 'The rule that is broken.' })
  rule: string;

  @TextField({ optional: true, max: LONGEST_PLACE, example: '"yes please"', description: 'What stands there.' })
  value?: string;
}

export class CheckedFileDto {
  @ListField(() => FileProblemDto, { description: 'In the order of the file; empty where nothing is wrong. A thousand at the most.' })
  problems: FileProblemDto[];
}

export class PlanChangeDto {
  @ChoiceField(['add', 'change', 'remove'], { example: 'change' })
  kind: string;

  @ChoiceField(TENANT_SECTIONS, { example: 'queues' })
  section: string;

  @TextField({ example: 'queues[care].max_wait_time', description: 'The place in the file.' })
  path: string;

  @TextField({ min: 0, example: 'care', description: 'What the entry is known by; empty for what there is one of.' })
  key: string;

  @TextField({ optional: true, example: 'max_wait_time', description: 'Of a change.' })
  field?: string;

  @ValueField({ nullable: true, example: 60, description: 'Null where something is added.' })
  before: Fields | FieldValue;

  @ValueField({ nullable: true, example: 30, description: 'Null where something is removed.' })
  after: Fields | FieldValue;
}

export class PlanDto {
  @ListField(() => PlanChangeDto, { description: 'Empty when the tenant is as the file says already.' })
  changes: PlanChangeDto[];

  @DocumentField({
    max: LONGEST_FILE,
    example: 'queues\n  ~ care: max_wait_time: 60 → 30\n\n1 to change\n',
    description: 'The same for people, like a diff.',
  })
  text: string;
}
