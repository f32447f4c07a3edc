// What the Teams page draws of charts, blocks of code and answers in threads, in a real browser.
import type { Browser, Page } from 'playwright-core';
import type { Json } from '../emulator/teams/fake-bot';
import { ALERTS, GENERAL, PEOPLE } from '../emulator/teams/sample-tenant';
import { adaptive, startTeams, textCard, type TeamsUnderTest } from '../emulator/teams/teams-under-test';
import { ANSWER, CHARTS } from './chart-cards';
import { describeInChromium, launchChromium } from './chromium';
import { overflowingParts } from './narrow';

const card = (body: Json | readonly Json[]) => textCard('A report', { body });

/** How many points of the canvas are not empty: a chart that is drawn has thousands. */
const inked = (canvas: HTMLCanvasElement) => {
  const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
  let points = 0;
  for (let at = 3; at < data.length; at += 4) if ((data[at] ?? 0) > 0) points += 1;
  return points;
};

function suite(): void {
  let browser: Browser;
  let teams: TeamsUnderTest;
  let page: Page;
  const faults: string[] = [];

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    teams = await startTeams({ time: Date.now() });
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.setDefaultTimeout(5000);
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    const connected = page.waitForResponse(/teams\/events/);
    await page.goto(`${teams.url}/teams?as=${PEOPLE.anna}`);
    await page.getByRole('heading', { name: 'Alerts' }).waitFor();
    await connected;
  });
  afterEach(async () => {
    await page.close();
    await teams.stop();
    expect(faults.splice(0)).toEqual([]);
  });

  const inThread = (rootId: string) => `${ALERTS};messageid=${rootId}`;
  const activities = (conversation: string, id = '') =>
    `/v3/conversations/${encodeURIComponent(conversation)}/activities${id === '' ? '' : `/${id}`}`;

  test.each(CHARTS.map((chart) => [`${String(chart['type'])}, ${String(chart['title'])}`, chart] as const))(
    '%s is drawn, with its title, and not as its fallback',
    async (_, chart) => {
      await teams.postCard(card([chart]));
      const drawing = page.getByRole('img', { name: String(chart['title']) });
      await drawing.waitFor();
      expect(await drawing.evaluate(inked)).toBeGreaterThan(500);
      await page.getByText(String(chart['title']), { exact: true }).waitFor();
      expect(await page.getByText('the fallback').count()).toBe(0);
    },
  );

  test('a chart says its figures in words, and names its parts below', async () => {
    await teams.postCard(card(CHARTS.slice(0, 1)));
    const drawing = page.getByRole('img', { name: /By severity/ });
    expect(await drawing.getAttribute('aria-label')).toBe('Donut chart, By severity: High 5, Medium 4, Low 3.');
    expect(await page.locator('.chart-legend li').allTextContents()).toEqual(['High', 'Medium', 'Low']);
    expect(await page.locator('.chart-middle').textContent()).toBe('12');
  });

  test('a part has the colour it names', async () => {
    await teams.postCard(card(CHARTS.slice(0, 1)));
    const swatch = page.locator('.chart-swatch').first();
    await swatch.waitFor();
    expect(await swatch.evaluate((one) => getComputedStyle(one).backgroundColor)).toBe('rgb(197, 15, 31)');
  });

  test('a chart without figures says so and breaks nothing', async () => {
    await teams.postCard(
      card([{ type: 'Chart.Line', title: 'Empty' }, { type: 'Chart.Gauge' }, { type: 'Chart.Pie', data: 'x' }]),
    );
    await page.getByRole('img', { name: 'Line chart, Empty: no figures.' }).waitFor();
    await page.getByRole('img', { name: 'Pie chart: no figures.' }).waitFor();
  });

  test('no chart is wider than a phone', async () => {
    await page.setViewportSize({ width: 360, height: 800 });
    await teams.postCard(card(CHARTS));
    await page.getByRole('img', { name: /False positives/ }).waitFor();
    expect(await page.getByRole('img', { name: /,/ }).count()).toBe(CHARTS.length);
    expect(await overflowingParts(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)).toBe(false);
  });

  test('text from outside stays text in legends and titles', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    await teams.postCard(
      card([{ type: 'Chart.Pie', title: hostile, showTitle: true, data: [{ legend: hostile, value: 1 }] }]),
    );
    await page.locator('.chart-legend li').getByText(hostile).waitFor();
    expect(await page.locator('.chart img').count()).toBe(0);
  });

  test('an answer in a thread shows its card; KQL, form and table are where they belong', async () => {
    const root = await teams.postCard(textCard('an alert'));
    await teams.connector('POST', activities(inThread(root)), { type: 'message', attachments: [adaptive(ANSWER)] });
    await page.getByText('54', { exact: true }).waitFor();
    expect(await page.getByRole('article').count()).toBe(1);
    const code = page.getByRole('group', { name: 'Code, Sql' });
    expect(await code.isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Show KQL' }).click();
    await code.getByText('| where Timestamp > ago(7d)').waitFor();
    expect(await page.getByRole('table').getByText('Person K7F2').count()).toBe(1);
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await overflowingParts(page)).toEqual([]);
    await page.getByRole('button', { name: 'Comment' }).click();
    await page.getByLabel('What do you think?').waitFor();
  });

  test('an answer that is updated is drawn again in its thread, chart and all', async () => {
    const root = await teams.postCard(textCard('an alert'));
    const working = { type: 'message', attachments: [adaptive(textCard('Working on it'))] };
    const reply = await teams.connector('POST', activities(inThread(root)), working);
    await page.getByText('Working on it').waitFor();
    const done = { type: 'message', attachments: [adaptive(card(CHARTS.slice(0, 1)))] };
    await teams.connector('PUT', activities(inThread(root), String(reply.body['id'])), done);
    const drawing = page.getByRole('img', { name: /By severity/ });
    await drawing.waitFor();
    expect(await drawing.evaluate(inked)).toBeGreaterThan(500);
    expect(await page.getByText('Working on it').count()).toBe(0);
    expect(await page.getByRole('article').count()).toBe(1);
  });

  test('the bot is seen typing until it answers', async () => {
    const root = await teams.postCard(textCard('an alert'));
    await teams.connector('POST', activities(inThread(root)), { type: 'typing' });
    await page.getByText('Alert Bot is typing…').waitFor();
    await teams.connector('POST', activities(inThread(root)), { type: 'message', text: 'Here you are.' });
    await page.getByText('Here you are.').waitFor();
    await page.getByText('Alert Bot is typing…').waitFor({ state: 'detached' });
  });

  test('typing elsewhere is not shown here, and typing without an answer passes', async () => {
    await page.clock.install();
    await teams.connector('POST', activities(GENERAL), { type: 'typing' });
    await teams.postCard(textCard('something newer'));
    await page.getByText('something newer').waitFor();
    expect(await page.getByText('is typing').count()).toBe(0);
    await teams.connector('POST', activities(ALERTS), { type: 'typing' });
    await page.getByText('Alert Bot is typing…').waitFor();
    await page.clock.runFor(10_000);
    await page.getByText('Alert Bot is typing…').waitFor({ state: 'detached' });
  });
}

describeInChromium('charts and answers on the Teams page', suite);
