import { RETENTION_BOUNDS, type RetentionTerms } from '../../retention/domain/retention-terms';
import type { YamlCursor } from './yaml-cursor';

const { recordingDays: RECORDINGS, numberDays: NUMBERS } = RETENTION_BOUNDS;

/** The section may be left out; where it stands both fields do, as what is deleted does not come back. */
export function readRetention(section: YamlCursor): RetentionTerms | null {
  if (!section.present || !section.expectMap(['recording_days', 'number_days'])) return null;
  return {
    recordingDays: section.field('recording_days').integer(RECORDINGS.least, RECORDINGS.most),
    numberDays: section.field('number_days').integer(NUMBERS.least, NUMBERS.most),
  };
}
