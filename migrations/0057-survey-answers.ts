import { CreateTables } from './create-tables';

const ID = 'CHAR(30) CHARACTER SET ascii COLLATE ascii_bin';

/** What callers answered when they were asked after their calls. */
export class SurveyAnswers1700000000057 extends CreateTables {
  protected readonly tables = {
    survey_answers: [
      `tenant_id ${ID} NOT NULL, id ${ID} NOT NULL, created_at DATETIME(3) NOT NULL`,
      'call_uuid CHAR(36) CHARACTER SET ascii NOT NULL',
      'question VARCHAR(41) NOT NULL',
      'score TINYINT UNSIGNED NOT NULL',
      'PRIMARY KEY (tenant_id, id)',
      // answered again, it is the same one
      'UNIQUE KEY survey_answers_call (tenant_id, call_uuid, question)',
      'KEY survey_answers_created (tenant_id, created_at)',
      'FOREIGN KEY (tenant_id) REFERENCES tenants (id)',
    ],
  };
}
