import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { formatProblem } from '../../src/features/tenants/domain/problem';
import { readTenantFile } from '../../src/features/tenants/domain/tenant-file';
import type { TenantSpec } from '../../src/features/tenants/domain/tenant-spec';
import { TenantFilesService } from '../../src/features/tenants/tenant-files.service';
import { repositoryRoot } from '../services/repository-root';

/** Makes every tenant what its file in tenants/ says. @returns how many changes each needed. */
export async function applyTenants(app: INestApplicationContext): Promise<Map<string, number>> {
  const changes = new Map<string, number>();
  for (const spec of tenantFiles()) {
    const plan = await app.get(TenantFilesService).apply(spec);
    changes.set(spec.tenant, plan.changes.length);
  }
  return changes;
}

/** @throws Error naming file, line, path and rule of everything that is wrong */
export function tenantFiles(): TenantSpec[] {
  const directory = join(repositoryRoot(__dirname), 'tenants');
  return readdirSync(directory)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => {
      const reading = readTenantFile(readFileSync(join(directory, name), 'utf8'));
      if (reading.ok) return reading.spec;
      throw new Error(reading.problems.map((problem) => formatProblem(`tenants/${name}`, problem)).join('\n'));
    });
}
