import type { Type } from '@nestjs/common';
import type { Browser, Page } from 'playwright-core';
import type { StaffRole, TenantRole } from '../../src/platform/auth/permissions';
import { applyTenant, startTestApiWith, type TestApi } from './api';
import { openBrowser, portalAs, portalAsStaff, type View } from './browser';


export interface PortalStagePlan {
  /** Shipped tenant files. */
  tenants?: string[];
  /** What runs in the process beside the api. */
  parts?: Type[];
  /** Settings other than the usual ones. */
  settings?: () => Promise<Record<string, string>>;
  /** What there is before anybody signs in. */
  prepare?: (api: TestApi) => Promise<unknown>;
}

/** The product and a browser, for as long as one spec file runs. */
export interface PortalStage {
  readonly api: TestApi;
  readonly browser: Browser;
  /** A tenant's first user of a role, signed in. */
  as(tenant: string, role: TenantRole, view?: View): Promise<Page>;
  /** One of the provider's people, signed in. */
  asStaff(role: StaffRole, view?: View): Promise<Page>;
}

/** To be called once, at the top of a spec file. */
export function stagePortal({ tenants = ['pharma', 'insurance'], parts = [], settings, prepare }: PortalStagePlan = {}): PortalStage {
  let api: TestApi | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    api = await startTestApiWith((await settings?.()) ?? {}, ...parts);
    for (const tenant of tenants) await applyTenant(api.app, tenant);
    await prepare?.(api);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await api?.stop();
  });
  return {
    get api() {
      return staged(api);
    },
    get browser() {
      return staged(browser);
    },
    as: (tenant, role, view) => portalAs(staged(browser), staged(api), tenant, role, view),
    asStaff: (role, view) => portalAsStaff(staged(browser), staged(api), role, view),
  };
}

function staged<T>(part: T | undefined): T {
  if (part === undefined) throw new Error('the portal is there while tests run, not before them');
  return part;
}
