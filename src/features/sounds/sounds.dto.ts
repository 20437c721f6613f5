import { OmitType, PartialType } from '@nestjs/swagger';
import { ChoiceField, DocumentField, IdField, IntegerField, ListField, TextField, TextListField, TimeField } from '../../platform/http/fields';
import { LONGEST_SPOKEN_TEXT, SPOKEN_LANGUAGES, type SpokenLanguage } from '../../platform/speech/speech-provider';
import { SOUND_NAME } from './domain/sound-name';
import { TAKE_SOURCES, type TakeSource } from './sound-take.entity';

export class SoundTakeDto {
  @ChoiceField(SPOKEN_LANGUAGES, { example: 'en' })
  language: SpokenLanguage;

  @ChoiceField(TAKE_SOURCES, { example: 'uploaded' })
  source: TakeSource;

  @DocumentField({ nullable: true, max: LONGEST_SPOKEN_TEXT, example: null, description: 'What is said, where a machine says it.' })
  text: string | null;

  @TextField({ nullable: true, max: 60, example: null, description: 'By which voice.' })
  voice: string | null;

  @TextField({ nullable: true, max: 200, example: 'welcome.mp3', description: 'As the uploaded file was called.' })
  fileName: string | null;

  @IntegerField({ example: 4200 })
  durationMs: number;

  @IntegerField({ example: 67244, description: 'Of the file that is kept: WAV, 8 kHz, mono, 16 bits.' })
  bytes: number;

  @IntegerField({ min: 1, example: 1, description: 'Counts how often it was replaced.' })
  revision: number;

  @TimeField({ description: 'When it was made or replaced.' })
  changedAt: Date;
}

export class SoundDto {
  @IdField('sound')
  id: string;

  @TextField({ max: 60, pattern: SOUND_NAME.pattern, patternRule: SOUND_NAME.rule, example: 'winter-greeting' })
  name: string;

  @TextField({ min: 0, max: 200, example: 'Opening hours over the holidays' })
  description: string;

  @ListField(() => SoundTakeDto, { max: SPOKEN_LANGUAGES.length, description: 'One a language at most.' })
  takes: SoundTakeDto[];

  @TimeField()
  createdAt: Date;
}

export class CreateSoundDto extends OmitType(SoundDto, ['id', 'description', 'takes', 'createdAt'] as const) {
  @TextField({ optional: true, max: 200, example: 'Opening hours over the holidays' })
  description?: string;
}

export class ChangeSoundDto extends PartialType(CreateSoundDto, { skipNullProperties: false }) {}

const SPOKEN = {
  max: LONGEST_SPOKEN_TEXT,
  example: 'Welcome. We answer your call in a moment.',
  description: 'Is said by the machine; blanks and line ends are not heard.',
};

export class SpokenTakeDto {
  @DocumentField(SPOKEN)
  text: string;
}

export class SpokenTextDto extends SpokenTakeDto {
  @ChoiceField(SPOKEN_LANGUAGES, { example: 'en' })
  language: SpokenLanguage;
}

/** What the query of an upload says. */
export class UploadRequest {
  @TextField({ optional: true, max: 200, example: 'welcome.mp3', description: 'As the file is called, for people.' })
  fileName?: string;
}

export class SoundUseDto {
  @TextField({ max: 30, example: 'number', description: 'What plays it: a number, a queue, a script.' })
  kind: string;

  @TextField({ max: 40, example: 'num_01JD3K8Z5N7Q2V4X6Y8Z0A1B2C' })
  id: string;

  @TextField({ example: '+862160010001' })
  name: string;
}

export class SoundUsesDto {
  @ListField(() => SoundUseDto, { max: 100_000 })
  uses: SoundUseDto[];
}

export class PlayableSoundDto {
  @TextField({ max: 60, example: 'welcome' })
  name: string;

  @ChoiceField(['own', 'shipped'], { example: 'shipped', description: 'An own one wins over a shipped one of its name.' })
  origin: 'own' | 'shipped';

  @TextListField({ maxItems: SPOKEN_LANGUAGES.length, example: ['en', 'zh-CN'] })
  languages: string[];
}

export class PlayableSoundsDto {
  @ListField(() => PlayableSoundDto, { max: 10_000 })
  sounds: PlayableSoundDto[];
}
