import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { firstLinkOf, type Scene, SCENES } from './scenes';

export const LANGUAGES = ['zh-CN', 'en'] as const;
export const WIDTHS = [1440, 390] as const;

/** How a page is looked at; in both themes. */
export interface Look {
  language: (typeof LANGUAGES)[number];
  width: (typeof WIDTHS)[number];
}

const THEMES = ['light', 'dark'] as const;
const HEIGHTS = { 1440: 900, 390: 844 } as const;
/** A longer page is cut there. */
const LONGEST = 2600;

export interface Person {
  /** Part of the pictures' names. */
  who: string;
  tenant: string;
  email: string;
  password: string;
}

/** What a page still draws after it has all that it asked for. */
const SETTLED_MS = 500;
/** Some pages never stop to ask. */
const PATIENCE_MS = 3_000;
const LONGEST_WAIT_MS = 10_000;
const FADING_TRIES = 60;

/** Where the pictures go, and whether each is a whole page or what a screen shows of it. */
export interface Album {
  directory: string;
  whole: boolean;
}

/**
 * Pictures of every room that the navigation opens to one person: its pages, the first thing that it lists, the forms of
 * both, and the scenes that somebody has to act for. @returns their paths
 */
export async function takePictures(browser: Browser, apiUrl: string, person: Person, look: Look, album: Album): Promise<string[]> {
  const { language, width } = look;
  const viewport = { width, height: HEIGHTS[width] };
  const context = await browser.newContext({ baseURL: apiUrl, locale: language, viewport, reducedMotion: 'reduce' });
  await context.addInitScript(`localStorage.setItem('seatline.language', '${language}')`);
  const page = await context.newPage();
  mkdirSync(album.directory, { recursive: true });
  const photographer = new Photographer(page, person.who, look, album);
  page.setDefaultTimeout(LONGEST_WAIT_MS);
  try {
    await signIn(page, person, photographer);
    for (const path of await roomsOf(page)) await photographer.room(path);
    for (const scene of SCENES) if (scene.who === person.who) await photographer.scene(scene);
    return photographer.taken;
  } finally {
    await context.close();
  }
}

class Photographer {
  readonly taken: string[] = [];

  constructor(
    private readonly page: Page,
    private readonly who: string,
    private readonly look: Look,
    private readonly album: Album,
  ) {}

  async room(path: string): Promise<void> {
    const name = path.slice(1).replaceAll('/', '-');
    await this.page.goto(path);
    await this.take(name);
    const beside = await hrefs(this.page, 'main nav a');
    const first = await firstLinkOf(this.page, path);
    await this.form(`${name}-new`, 'plus');
    for (const other of beside.filter((each) => each !== path)) {
      await this.page.goto(other);
      await this.take(other.slice(1).replaceAll('/', '-'));
      await this.form(`${other.slice(1).replaceAll('/', '-')}-new`, 'plus');
    }
    if (first === null) return;
    await this.page.goto(first);
    await this.take(`${name}-one`);
    await this.form(`${name}-one-edit`, 'edit');
  }

  async scene({ name, path, act }: Scene): Promise<void> {
    await this.page.goto(path);
    await settle(this.page);
    const failure = await act?.(this.page).catch((error: Error) => error);
    if (failure) process.stderr.write(`no picture of ${name}: ${failure.message}\n`);
    else await this.take(name);
    await this.page.unrouteAll({ behavior: 'ignoreErrors' });
  }

  /** A room's form is behind a button with its sign. */
  private async form(name: string, sign: 'plus' | 'edit'): Promise<void> {
    const button = this.page.locator(`main button${sign === 'plus' ? '.ant-btn-primary' : ''}:has(.anticon-${sign})`).first();
    if ((await button.count()) === 0) return;
    await button.click();
    await this.take(name);
  }

  async take(name: string): Promise<void> {
    const { language, width } = this.look;
    await settle(this.page);
    const height = this.album.whole ? await wholeHeight(this.page) : HEIGHTS[width];
    await this.page.setViewportSize({ width, height });
    for (const colorScheme of THEMES) {
      await this.page.emulateMedia({ colorScheme });
      await this.page.waitForTimeout(SETTLED_MS);
      await faded(this.page);
      const path = join(this.album.directory, `${[this.who, name, language, colorScheme, width].join('.')}.png`);
      await this.page.screenshot({ path });
      this.taken.push(path);
    }
    await this.page.setViewportSize({ width, height: HEIGHTS[width] });
  }
}

/** On a busy machine a page still turns its wheel when the network is at rest; one that never ends is a picture of its own. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle', { timeout: PATIENCE_MS }).catch(() => undefined);
  await page.waitForFunction('!document.querySelector(".ant-spin-spinning")', undefined, { timeout: PATIENCE_MS }).catch(() => undefined);
}

/** Colours of two themes fade into one another, on a busy machine for longer than they are meant to. */
async function faded(page: Page): Promise<void> {
  const isFading = () => page.evaluate('document.getAnimations().some((each) => each instanceof CSSTransition && each.playState === "running")');
  for (let tries = 0; tries < FADING_TRIES && (await isFading()); tries += 1) await page.waitForTimeout(50);
}

/** Of the page, or of what lies over it and is longer. */
async function wholeHeight(page: Page): Promise<number> {
  const height = Number(
    await page.evaluate(
      'Math.max(document.documentElement.scrollHeight, ...[...document.querySelectorAll(".ant-drawer-body")].map((each) => each.scrollHeight + 64))',
    ),
  );
  return Math.min(height, LONGEST);
}

/** Also the page itself, before anybody is signed in. */
async function signIn(page: Page, { tenant, email, password }: Person, photographer: Photographer): Promise<void> {
  await page.goto('/');
  await page.locator('#tenant').waitFor();
  await photographer.take('sign-in');
  await page.fill('#tenant', tenant);
  await page.fill('#email', email);
  await page.fill('#password', password);
  await page.click('button[type=submit]');
  await page.locator('#content').waitFor();
  await settle(page);
}

/** On a small screen the navigation is behind its button; who has one room only has none, and is in it. */
async function roomsOf(page: Page): Promise<string[]> {
  const size = page.viewportSize();
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.locator('#content').waitFor();
  const links = await hrefs(page, 'nav a');
  if (size) await page.setViewportSize(size);
  return [...new Set([...links, new URL(page.url()).pathname, '/account'])];
}

async function hrefs(page: Page, selector: string): Promise<string[]> {
  const all = await page.locator(selector).evaluateAll((links: { getAttribute(name: string): string | null }[]) => links.map((each) => each.getAttribute('href')));
  return all.filter((each): each is string => each !== null);
}
