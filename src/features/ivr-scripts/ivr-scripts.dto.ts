import { OmitType, PartialType } from '@nestjs/swagger';
import {
  BooleanField,
  ChoiceField,
  DataField,
  DataListField,
  IdField,
  IntegerField,
  JsonField,
  ListField,
  TextField,
  TextListField,
  TimeField,
  ValueField,
} from '../../platform/http/fields';
import { FINDINGS } from './domain/check-script';
import { SPEECH_LANGUAGES } from './domain/read-prompts';
import { CHANGES } from './domain/script-difference';

const NAME = { max: 41, pattern: /^[a-z][a-z0-9-]{0,39}$/, example: 'main-menu', patternRule: 'must be a-z, 0-9 and -, beginning with a letter' };
const DOCUMENT = {
  example: {
    start: 'welcome',
    fallback: 'care',
    steps: {
      welcome: { type: 'play', prompts: [{ text: { en: 'Welcome.', zh: '您好。' } }], next: 'people' },
      people: { type: 'queue', queue: 'care' },
    },
  },
};

export class ScriptProblemDto {
  @TextField({ min: 0, max: 400, example: '/steps/menu/on_no_choice', description: 'A JSON pointer into the document.' })
  pointer: string;

  @TextField({ max: 1000, example: 'must name the step that follows' })
  rule: string;
}

export class FindingDto {
  @ChoiceField(['error', 'warning'], { description: 'An error bars the script from being published.' })
  severity: string;

  @TextField({ nullable: true, max: 40, example: 'menu', description: 'Null for what concerns the whole script.' })
  step: string | null;

  @ChoiceField(FINDINGS)
  code: string;

  @TextField({ nullable: true, max: 80, example: 'claims', description: 'The step, queue or sound that is meant.' })
  name: string | null;
}

export class CheckDto {
  @ListField(() => ScriptProblemDto, { description: 'Where the document is no script; then nothing else is looked at.' })
  problems: ScriptProblemDto[];

  @ListField(() => FindingDto)
  findings: FindingDto[];
}

export class IvrScriptDto {
  @IdField('ivrScript')
  id: string;

  @TextField(NAME)
  name: string;

  @TextField({ min: 0, example: 'Health line' })
  description: string;

  @IntegerField({ min: 1, nullable: true, example: 3, description: 'The number of the version that callers are led by.' })
  live: number | null;

  @TimeField({ nullable: true, description: 'When the live version was first published.' })
  publishedAt: Date | null;

  @BooleanField({ description: 'Whether the draft differs from the live version.' })
  changed: boolean;

  @TimeField()
  createdAt: Date;
}

export class WholeIvrScriptDto extends IvrScriptDto {
  @DataField({ ...DOCUMENT, description: 'The document that is worked on.' })
  draft: object;
}

export class CreateIvrScriptDto {
  @TextField(NAME)
  name: string;

  @TextField({ optional: true, min: 0, example: 'Health line' })
  description?: string;

  @JsonField({ optional: true, ...DOCUMENT, description: 'Left out, a script that leads straight to its fallback queue.' })
  draft?: object;
}

export class ChangeIvrScriptDto extends PartialType(OmitType(CreateIvrScriptDto, ['name'] as const), { skipNullProperties: false }) {}

export class CheckRequestDto {
  @JsonField(DOCUMENT)
  document: object;
}

export class PublishDto {
  @IntegerField({ optional: true, min: 1, example: 2, description: 'An earlier version that is to be live again; left out, the draft becomes a version.' })
  number?: number;

  @TextField({ optional: true, min: 0, example: 'New opening hours' })
  note?: string;
}

export class IvrScriptVersionDto {
  @IdField('ivrScriptVersion')
  id: string;

  @IntegerField({ min: 1, example: 3 })
  number: number;

  @ChoiceField(['published', 'archived'])
  state: string;

  @TextField({ min: 0, example: 'New opening hours' })
  note: string;

  @TextField({ min: 0, example: 'admin@pharma.seatline.test', description: "Empty where the operator at the machine applied a tenant's file." })
  publishedBy: string;

  @TimeField()
  createdAt: Date;
}

export class IvrScriptVersionsDto {
  @ListField(() => IvrScriptVersionDto, { max: 100_000 })
  versions: IvrScriptVersionDto[];
}

export class WholeIvrScriptVersionDto extends IvrScriptVersionDto {
  @DataField(DOCUMENT)
  document: object;
}

export class DifferenceRequest {
  @IntegerField({ inQuery: true, min: 1, example: 1 })
  from: number;

  @IntegerField({ inQuery: true, optional: true, min: 1, example: 2, description: 'Left out, the draft.' })
  to?: number;
}

export class ChangedPlaceDto {
  @TextField({ nullable: true, max: 40, example: 'menu', description: 'Null for what concerns the whole script.' })
  step: string | null;

  @ChoiceField(CHANGES)
  change: string;

  @TextField({ min: 0, max: 400, example: '/options/2', description: 'A JSON pointer into the step; empty for all of it.' })
  pointer: string;

  @ValueField({ nullable: true, example: 'people' })
  before: unknown;

  @ValueField({ nullable: true, example: 'claims' })
  after: unknown;
}

export class DifferenceDto {
  @ListField(() => ChangedPlaceDto, { max: 100_000 })
  changes: ChangedPlaceDto[];
}

const INPUT_KINDS = ['done', 'digits', 'facts', 'found', 'not-found', 'back', 'failed', 'hung-up'] as const;

/** What came of a command. Which fields count is the kind's. */
export class TryInputDto {
  @ChoiceField(INPUT_KINDS)
  kind: (typeof INPUT_KINDS)[number];

  @TextField({ optional: true, min: 0, max: 30, example: '1', pattern: /^[0-9*#]*$/, patternRule: 'must be keys of a phone: 0-9 * #' })
  digits?: string;

  @ChoiceField(['served', 'timed-out', 'no-agents', 'key', 'failed'], { optional: true, description: 'Why the caller came back out of a queue.' })
  why?: 'served' | 'timed-out' | 'no-agents' | 'key' | 'failed';

  @JsonField({ optional: true, example: { claim_state: 'paid' }, description: 'What a look-up found.' })
  values?: Record<string, unknown>;

  @JsonField({ optional: true, example: { service: true }, description: 'Which calendars are open.' })
  open?: Record<string, unknown>;

  @JsonField({ optional: true, example: { care: { waiting: 3, agents: 2, estimated_wait: 40 } } })
  queues?: Record<string, unknown>;
}

export class TryRequestDto {
  @JsonField({ optional: true, ...DOCUMENT, description: 'Left out, the draft.' })
  document?: object;

  @ChoiceField(SPEECH_LANGUAGES, { optional: true, default: 'zh-CN' })
  language?: 'zh-CN' | 'en';

  @JsonField({ optional: true, example: { caller_number: '+8613800000001', segment: 'vip' } })
  variables?: Record<string, unknown>;

  @ListField(() => TryInputDto, { max: 300, description: 'What came of the commands so far, the first one first.' })
  inputs: TryInputDto[];
}

export class TryAnswerDto {
  @TextField({ nullable: true, max: 40, example: 'people', description: 'Where the caller is; null once the fallback has him.' })
  step: string | null;

  @BooleanField()
  ended: boolean;

  @DataListField({ description: 'What the switch would do now, in this order; the last one is waited for.' })
  commands: object[];

  @TextListField({ repeats: true, max: 90, example: ['main-menu/welcome', 'main-menu/people'], description: 'The steps that were entered.' })
  path: string[];

  @DataField({ description: 'Masked ones show no value.' })
  variables: object;
}
