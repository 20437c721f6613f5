import { PartialType } from '@nestjs/swagger';
import {
  BooleanField,
  ChoiceField,
  DocumentField,
  IdField,
  ListField,
  PersonalDataField,
  PersonalNameField,
  PersonalNumberListField,
  TextField,
  TextListField,
  TimeField,
} from '../../platform/http/fields';
import { PageRequest } from '../../platform/http/page';
import { type Locale, LOCALES } from '../tenants/domain/tenant-spec';
import { EXTERNAL_ID as EXTERNAL } from './domain/customer';
import { MOST_ATTRIBUTES, MOST_NUMBERS } from './domain/personal-facts';

const EXTERNAL_ID = { max: 40, pattern: EXTERNAL.pattern, patternRule: EXTERNAL.rule, example: 'crm-4711' };
const NAME = { max: 100, pattern: /^\S(.*\S)?$/, patternRule: 'must not begin or end with a space', example: '王芳' };
const NUMBERS = ['+8613800138001'];

export class AttributeDto {
  @TextField({ max: 40, example: 'hospital' })
  name: string;

  @TextField({ min: 0, max: 200, example: 'Ruijin' })
  value: string;
}

export class CustomersRequest extends PageRequest {
  @TextField({
    optional: true,
    min: 1,
    max: 60,
    example: '+8613800138001',
    description: 'One of its numbers; write a + as %2B. Needs the permission personal-data:read.',
  })
  number?: string;

  @TextField({ ...EXTERNAL_ID, optional: true, min: 1 })
  externalId?: string;

  @IdField('segment', { optional: true })
  segmentId?: string;
}

export class CustomerDto {
  @IdField('customer')
  id: string;

  @TextField({ ...EXTERNAL_ID, nullable: true, description: "The client's own CRM's." })
  externalId: string | null;

  @PersonalNameField({ max: 100, example: '王芳' })
  name: string | null;

  @ChoiceField(LOCALES, { nullable: true, example: 'zh-CN', description: "In which greetings and scripts speak when it calls; null: the tenant's." })
  language: Locale | null;

  @IdField('segment', { nullable: true })
  segmentId: string | null;

  @PersonalDataField()
  @DocumentField({ nullable: true, max: 2000, example: 'Prefers to be called back in the afternoon.' })
  note: string | null;

  @PersonalDataField()
  @ListField(() => AttributeDto, { nullable: true, max: MOST_ATTRIBUTES })
  attributes: AttributeDto[] | null;

  @PersonalNumberListField({ maxItems: MOST_NUMBERS, example: NUMBERS, description: 'The numbers by which it is known when it calls.' })
  numbers: string[] | null;

  @BooleanField({ example: false, description: 'Never asked how it was served.' })
  surveyOptOut: boolean;

  @TimeField()
  createdAt: Date;

  @TimeField()
  changedAt: Date;
}

/** A customer as its CRM has it; what is left out has its default. */
export class KeepCustomerDto {
  @TextField(NAME)
  name: string;

  @ChoiceField(LOCALES, { optional: true, nullable: true, example: 'zh-CN' })
  language?: Locale | null;

  @IdField('segment', { optional: true, nullable: true })
  segmentId?: string | null;

  @DocumentField({ optional: true, nullable: true, max: 2000, example: 'Prefers to be called back in the afternoon.' })
  note?: string | null;

  @ListField(() => AttributeDto, { optional: true, max: MOST_ATTRIBUTES, description: 'Replaced as a whole.' })
  attributes?: AttributeDto[];

  @TextListField({ optional: true, max: 30, maxItems: MOST_NUMBERS, example: NUMBERS, description: 'Replaced as a whole; kept as E.164.' })
  numbers?: string[];

  @BooleanField({ optional: true, example: false })
  surveyOptOut?: boolean;
}

export class CreateCustomerDto extends KeepCustomerDto {
  @TextField({ ...EXTERNAL_ID, optional: true, nullable: true, min: 1 })
  externalId?: string | null;
}

export class ChangeCustomerDto extends PartialType(CreateCustomerDto, { skipNullProperties: false }) {}
