import { DocumentField, TextField } from '../../platform/http/fields';
import { LEAST_CONTRAST } from './domain/contrast';
import { LARGEST_SIDE, LONGEST_LOGO } from './domain/logo';

/** The smallest PNG there is: one pixel. */
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

export class BrandingDto {
  @TextField({
    nullable: true,
    min: 7,
    max: 7,
    pattern: /^#[0-9a-fA-F]{6}$/,
    patternRule: 'must be a colour like #0f5fd8',
    example: '#0f5fd8',
    description: `Buttons and the chosen entry have it. White text on it must have a contrast of ${LEAST_CONTRAST}:1 (WCAG 2.2). Null: as it comes.`,
  })
  colour: string | null;

  @DocumentField({
    nullable: true,
    max: LONGEST_LOGO,
    example: `data:image/png;base64,${PIXEL}`,
    description: `A PNG of at most ${LARGEST_SIDE} pixels a side, as a data URL. Null: none.`,
  })
  logo: string | null;
}
