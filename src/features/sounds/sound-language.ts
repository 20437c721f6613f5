import { ApiParam } from '@nestjs/swagger';
import { AppError } from '../../platform/errors/app-error';
import { SPOKEN_LANGUAGES, type SpokenLanguage } from '../../platform/speech/speech-provider';

/** `{language}` in the path of a take. */
export const TAKE_LANGUAGE = ApiParam({ name: 'language', schema: { type: 'string', enum: [...SPOKEN_LANGUAGES] }, example: 'en' });

/** @throws AppError not_found for any other: a sound has no such take */
export function languageOf(text: string): SpokenLanguage {
  const language = SPOKEN_LANGUAGES.find((each) => each === text);
  if (!language) throw AppError.notFound();
  return language;
}
