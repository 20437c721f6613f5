import type { QueryRunner } from 'typeorm';
import { addColumns } from './add-columns';
import { CreateTables } from './create-tables';

const ID = 'CHAR(30) CHARACTER SET ascii COLLATE ascii_bin';
const OWNED = `tenant_id ${ID} NOT NULL, id ${ID} NOT NULL, created_at DATETIME(3) NOT NULL`;
const OF_AGENTS = 'ALTER TABLE agents ADD CONSTRAINT agents_team FOREIGN KEY (tenant_id, team_id) REFERENCES teams (tenant_id, id)';

/** Agents who work together, and who supervises them. */
export class Teams1700000000058 extends CreateTables {
  protected readonly tables = {
    teams: [
      `${OWNED}, version INT UNSIGNED NOT NULL`,
      'name VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL',
      'description VARCHAR(200) NOT NULL',
      'PRIMARY KEY (tenant_id, id)',
      'UNIQUE KEY teams_name (tenant_id, name)',
      'FOREIGN KEY (tenant_id) REFERENCES tenants (id)',
    ],
    team_supervisors: [
      OWNED,
      `team_id ${ID} NOT NULL`,
      `user_id ${ID} NOT NULL`,
      'PRIMARY KEY (tenant_id, id)',
      'UNIQUE KEY team_supervisors_user (tenant_id, team_id, user_id)',
      'FOREIGN KEY (tenant_id, team_id) REFERENCES teams (tenant_id, id)',
      // who goes supervises nobody any more, and is not kept for it
      'FOREIGN KEY (tenant_id, user_id) REFERENCES users (tenant_id, id) ON DELETE CASCADE',
    ],
  };

  override async up(runner: QueryRunner): Promise<void> {
    await super.up(runner);
    await addColumns(runner, 'agents', { team_id: `${ID} NULL` });
    if (!(await hasConstraint(runner))) await runner.query(OF_AGENTS);
  }
}

async function hasConstraint(runner: QueryRunner): Promise<boolean> {
  const rows = (await runner.query(
    `SELECT 1 FROM information_schema.table_constraints
     WHERE table_schema = DATABASE() AND table_name = 'agents' AND constraint_name = 'agents_team'`,
  )) as unknown[];
  return rows.length > 0;
}
