// The Teams page in a real browser against the room itself, with a fake bot behind it.
import type { Browser, Page } from 'playwright-core';
import { cardAnswer } from '../emulator/teams/fake-bot';
import type { Json } from '../emulator/teams/fake-bot';
import { ALERTS, GENERAL, PEOPLE } from '../emulator/teams/sample-tenant';
import { adaptive, startTeams, textCard } from '../emulator/teams/teams-under-test';
import type { TeamsUnderTest } from '../emulator/teams/teams-under-test';
import { describeInChromium, launchChromium } from './chromium';
import { isWiderThanScreen, overflowingParts } from './narrow';

const press = { type: 'Action.Execute', verb: 'alert.start', title: 'Start', data: { cardRef: 'r1' } };
const form = textCard('Resolve', {
  body: [{ type: 'Input.Text', id: 'comment', label: 'Comment', isRequired: true, errorMessage: 'Say something.' }],
  actions: [{ ...press, title: 'Send it' }],
});

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
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(5000);
    page.on('pageerror', (error) => faults.push(error.message));
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

  const shows = (text: string) => page.getByText(text, { exact: true }).waitFor();
  const become = (id: string) => page.getByLabel('You are').selectOption(id);
  const send = (conversation: string, activity: Json) =>
    teams.connector('POST', `/v3/conversations/${encodeURIComponent(conversation)}/activities`, {
      type: 'message',
      ...activity,
    });

  test('a pressed card changes for the presser alone, and each person gets their own view back', async () => {
    await teams.postCard(textCard('posted', { actions: [press] }));
    teams.bot.reply = () => cardAnswer('only for Anna');
    await page.getByRole('button', { name: 'Start' }).click();
    await shows('only for Anna');
    await shows('Only you see this version');
    await become(PEOPLE.ivan);
    await shows('posted');
    await become(PEOPLE.anna);
    await shows('only for Anna');
  });

  test('an empty required input is not sent; a filled one travels in the data', async () => {
    await teams.postCard(form);
    await page.getByRole('button', { name: 'Send it' }).click();
    await shows('Say something.');
    expect(teams.bot.arrivals).toEqual([]);
    await page.getByLabel('Comment').fill('checked');
    await page.getByRole('button', { name: 'Send it' }).press('Enter');
    await page.getByText('Something went wrong').waitFor();
    expect(teams.bot.ofType('invoke')[0]).toMatchObject({
      value: { action: { data: { cardRef: 'r1', comment: 'checked' } } },
    });
  });

  test('a half-filled form survives news elsewhere in the channel', async () => {
    await teams.postCard(form);
    await page.getByLabel('Comment').fill('half a sen');
    await teams.postCard(textCard('another'));
    await shows('another');
    expect(await page.getByLabel('Comment').inputValue()).toBe('half a sen');
  });

  test('markup from outside stays text, and only web links are links', async () => {
    const hostile =
      '<img src=x onerror=alert(1)> [go](javascript:alert(1)) [web](https://example.com) **bold** # no heading';
    await teams.postCard(textCard(hostile));
    await send(ALERTS, { text: hostile });
    const threads = page.getByRole('article');
    await threads.nth(1).getByText('bold').waitFor();
    expect(await threads.locator('img, h1').count()).toBe(0);
    expect(await threads.locator('strong').count()).toBe(2);
    const links = await threads.getByRole('link').evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    expect(links).toEqual(['https://example.com', 'https://example.com']);
  });

  test('an element the renderer does not know is drawn as its fallback', async () => {
    const badge = { type: 'Badge', text: 'High', fallback: { type: 'TextBlock', text: 'High in words' } };
    await teams.postCard(textCard('x', { body: [badge, { type: 'Icon', name: 'dropped' }] }));
    await shows('High in words');
    expect(await page.getByText('dropped').count()).toBe(0);
  });

  test('typing "@" offers the bot, and only a mention reaches it', async () => {
    const area = page.getByLabel('Start a post in Alerts');
    await area.fill('hello all');
    await shows('Alert Bot hears only messages that mention it.');
    await area.press('Enter');
    await shows('hello all');
    expect(teams.bot.arrivals).toEqual([]);
    await area.pressSequentially('@');
    await page.getByRole('option', { name: 'Alert Bot' }).waitFor();
    await area.press('Enter');
    await area.pressSequentially('show 1042');
    await area.press('Enter');
    await page.getByText('@Alert Bot show 1042').waitFor();
    expect(teams.bot.ofType('message')[0]).toMatchObject({ text: '<at>Alert Bot</at> show 1042' });
  });

  test('news elsewhere pops up with its summary, marks the channel unread, and is gone for the next person', async () => {
    await send(GENERAL, { summary: 'High alert 1042', attachments: [adaptive(textCard('secret'))] });
    await shows('High alert 1042');
    await page.getByRole('img', { name: 'unread' }).waitFor();
    await become(PEOPLE.suki);
    await page.getByText('Suki Adler belongs to no channel of this team.').waitFor();
    expect(await page.getByText('High alert 1042').count()).toBe(0);
  });

  test('an edited message says so and a deleted one leaves a sentence', async () => {
    const id = await teams.postCard(textCard('first words'));
    await shows('first words');
    const tail = `/v3/conversations/${encodeURIComponent(ALERTS)}/activities/${id}`;
    await teams.connector('PUT', tail, { type: 'message', attachments: [adaptive(textCard('second words'))] });
    await shows('second words');
    await shows('Edited');
    await teams.connector('DELETE', tail);
    await shows('This message has been deleted.');
  });

  test('the address keeps who one is and the queue beside, and on a narrow screen no queue is squeezed in', async () => {
    await page.getByRole('button', { name: 'Defender queue' }).click();
    await page.getByTitle('Defender queue').waitFor();
    expect(new URL(page.url()).searchParams.get('as')).toBe(PEOPLE.anna);
    await page.reload();
    await page.getByTitle('Defender queue').waitFor();
    await page.setViewportSize({ width: 390, height: 844 });
    await page.reload();
    await page.getByRole('heading', { name: 'Alerts' }).waitFor();
    expect(await page.getByTitle('Defender queue').count()).toBe(0);
  });

  test('a long address breaks within its card at phone width', async () => {
    const inlines = [{ type: 'TextRun', text: `${'unbroken'.repeat(9)}@contoso.example` }];
    const columns = [
      { type: 'Column', width: '100px', items: [{ type: 'TextBlock', text: 'Owner' }] },
      { type: 'Column', width: 'stretch', items: [{ type: 'RichTextBlock', inlines }] },
    ];
    await teams.postCard(textCard('x', { body: [{ type: 'ColumnSet', columns }] }));
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByText('@contoso.example').waitFor();
    expect(await overflowingParts(page)).toEqual([]);
  });

  test('a message says when in 24 hours and in which zone', async () => {
    await teams.postCard(textCard('posted'));
    const time = page.getByRole('article').locator('time');
    await expect(time.textContent()).resolves.toMatch(/^\d{2}:\d{2} \S+$/);
    await expect(time.getAttribute('title')).resolves.toMatch(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2} UTC$/);
  });

  test('the address may name the channel to open', async () => {
    await page.goto(`${teams.url}/teams?as=${PEOPLE.anna}&channel=${encodeURIComponent(GENERAL)}`);
    await page.getByRole('heading', { name: 'General' }).waitFor();
  });

  test('on a phone one pane is seen at a time and nothing is wider than the screen', async () => {
    await teams.postCard(textCard(`${'long'.repeat(60)} words`, { actions: Array(9).fill(press) }));
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole('button', { name: 'Start' }).first().waitFor();
    expect(await page.getByRole('navigation').isVisible()).toBe(false);
    expect(await isWiderThanScreen(page)).toBe(false);
    await page.getByRole('button', { name: 'Back to the list' }).click();
    await page.getByRole('navigation').getByRole('button', { name: 'General' }).click();
    await page.getByRole('heading', { name: 'General' }).waitFor();
    expect(await page.getByRole('navigation').isVisible()).toBe(false);
  });
}

describeInChromium('the Teams page', suite);
