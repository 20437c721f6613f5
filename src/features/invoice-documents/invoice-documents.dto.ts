import { ChoiceField } from '../../platform/http/fields';
import { type Language, LANGUAGES } from './domain/words';

export class DocumentRequest {
  @ChoiceField(LANGUAGES, { optional: true, description: 'Of the document.', default: 'en' })
  language: Language = 'en';
}
