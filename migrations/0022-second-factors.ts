import { CreateTables } from './create-tables';

const ID = 'CHAR(30) CHARACTER SET ascii COLLATE ascii_bin';
const TIME = 'DATETIME(3)';

const FACTOR = [
  `person_id ${ID} NOT NULL`,
  'secret VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL',
  `confirmed_at ${TIME} NULL`,
  'last_step INT UNSIGNED NOT NULL',
  'recovery_hashes JSON NOT NULL',
];

export class SecondFactors1700000000022 extends CreateTables {
  protected readonly tables = {
    second_factors: [
      `tenant_id ${ID} NOT NULL, id ${ID} NOT NULL, created_at ${TIME} NOT NULL`,
      ...FACTOR,
      'PRIMARY KEY (tenant_id, id)',
      'UNIQUE KEY second_factors_person (tenant_id, person_id)',
      'FOREIGN KEY (tenant_id, person_id) REFERENCES users (tenant_id, id) ON DELETE CASCADE',
    ],
    staff_second_factors: [
      `id ${ID} NOT NULL PRIMARY KEY, created_at ${TIME} NOT NULL`,
      ...FACTOR,
      'UNIQUE KEY staff_second_factors_person (person_id)',
      'FOREIGN KEY (person_id) REFERENCES staff (id) ON DELETE CASCADE',
    ],
  };
}
