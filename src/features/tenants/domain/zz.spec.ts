import { readFileSync } from 'node:fs';
import { readTenantFile } from './tenant-file';
import { exportTenant } from './tenant-export';
import { planTenant } from './tenant-plan';
import { renderPlan } from './render-plan';
import { formatProblem } from './problem';
test('x', () => {
  for (const f of ['pharma', 'insurance', 'emergency-hotline']) {
    const r = readTenantFile(readFileSync(`tenants/${f}.yaml`, 'utf8'));
    if (!r.ok) { process.stdout.write(r.problems.map((p) => formatProblem(f, p)).join('\n') + '\n'); continue; }
    const out = exportTenant(r.spec);
    process.stdout.write(out + '\n' + renderPlan(planTenant(null, r.spec), {colours: false}));
    const again = readTenantFile(out);
    if (!again.ok) process.stdout.write(again.problems.map((p) => formatProblem(f, p)).join('\n') + '\n');
    expect(again).toEqual(r);
  }
});
