// The story the README tells, in a real browser against the real `npm run demo`: one test a step, each going on where
// the one before stopped.
import type { Page } from 'playwright-core';
import type { ChannelPage, CardOnPage } from './channel-page';
import { describeInChromium } from './chromium';
import { DemoPage, READY_WITHIN_MS } from './demo-page';
import { aroundCard, pageFrom, type DemoPictures } from './demo-pictures';
import { isFree, type DemoProcess } from './demo-process';

/** From `npm run demo` to the first card. */
const FIRST_CARD_WITHIN_MS = READY_WITHIN_MS;
/** The demo looks every 2 s; a change is on the card 5 s after the look that saw it. */
const FOLLOWED_WITHIN_MS = 7_000;
/** The channels' list, which the picture of two pages side by side does without. */
const RAIL_WIDTH = 260;
const WHAT = 'customer list on a private drive';
const TITLE = `Data theft by departing users: ${WHAT}`;
const REFUSAL = 'Only analysts and investigators cleared for this alert can do this. Nothing was changed.';

function suite(): void {
  let stage: DemoPage;
  let demo: DemoProcess;
  let page: Page;
  let channel: ChannelPage;
  let pictures: DemoPictures;
  let card: CardOnPage;
  let added: CardOnPage;

  beforeAll(async () => {
    stage = await DemoPage.start({ width: 1280, height: 880 });
    ({ demo, page, channel, pictures } = stage);
  });
  afterAll(() => stage?.close('demo'));
  afterEach(() => expect(stage.takeFaults()).toEqual([]));

  const queue = () => page.frameLocator('iframe[title="Defender queue"]');
  const toggleQueue = () => page.getByRole('button', { name: 'Defender queue' }).click();
  const openQueue = async () => {
    await toggleQueue();
    await queue().locator('.live.up').waitFor();
  };

  it('shows the card of a live alert in the channel within 30 s', async () => {
    const left = () => FIRST_CARD_WITHIN_MS - (Date.now() - demo.startedAt);
    await page.goto(await demo.address(left()));
    card = await channel.newestCard(left());
    expect(Date.now() - demo.startedAt).toBeLessThan(FIRST_CARD_WITHIN_MS);
    await card.shows('Status', 'New');
    await card.says('Only you see this version');
    await pictures.takeForReadme('channel', pageFrom(0));
  });

  it('lets the analyst start an alert and take it', async () => {
    expect(await card.tooltip('Start')).toBe('Sets the status to In progress in Defender.');
    await card.press('Start');
    await card.shows('Status', 'In progress');
    await card.shows('Last change', 'Started by Aisha Rahman at ');
    expect(await card.buttons()).not.toContain('Start');
    await card.press('Assign to me');
    await card.shows('Owner', 'aisha.rahman@contoso.com');
    await card.shows('Last change', 'Assigned by Aisha Rahman at ');
    await pictures.takeForReadme('step-start', aroundCard(card.message));
  });

  it('resolves it only with a classification and a determination, and says before what Purview will show', async () => {
    await card.press('Resolve…');
    await card.says('What did the alert turn out to be?');
    await pictures.take('resolve-classification');
    await card.press('True positive');
    await card.says('In Purview this becomes Confirmed.');
    await card.press('Resolve');
    await card.says('Choose a determination.');
    await card.message.getByLabel('Determination').selectOption({ label: 'Malicious user activity' });
    await card.message.getByLabel('Comment (optional)').fill('Copies confirmed by the device log.');
    await pictures.takeForReadme('step-resolve', aroundCard(card.message));
    await card.press('Resolve');
    await card.shows('Status', 'Resolved');
    await card.shows('Classification', 'True positive');
    await card.shows('Determination', 'Malicious user activity');
    await card.shows('Last change', 'Resolved by Aisha Rahman at ');
    await pictures.take('resolved');
  });

  it('reopens it and comments on it', async () => {
    await card.press('Reopen');
    await card.shows('Status', 'In progress');
    await card.shows('Last change', 'Reopened by Aisha Rahman at ');
    await card.press('Comment…');
    await card.message.getByRole('textbox', { name: 'Comment' }).fill('The line manager will call back.');
    await pictures.take('comment');
    await card.press('Add comment');
    await card.shows('Last change', 'Comment added by Aisha Rahman at ');
    await pictures.take('commented');
  });

  it('brings an alert added in the queue beside the channel', async () => {
    await openQueue();
    await queue().getByRole('button', { name: 'Add alert' }).click();
    const dialog = queue().getByRole('dialog');
    await dialog.getByLabel('What happened').fill(WHAT);
    await dialog.getByRole('button', { name: 'Add alert' }).click();
    added = await channel.newestCard(FOLLOWED_WITHIN_MS, card.number);
    await added.shows('Status', 'New');
    await pictures.take('added');
    await toggleQueue();
  });

  it('refuses somebody without a role, to that person alone', async () => {
    await channel.become('No role');
    await added.press('Start');
    await added.says(REFUSAL);
    await pictures.takeForReadme('step-refused', aroundCard(added.message));
    await channel.become('Analyst');
    await added.shows('Status', 'New');
    expect(await page.getByText(REFUSAL).count()).toBe(0);
    await channel.become('No role');
    await added.says(REFUSAL);
  });

  it('follows a change made in the queue', async () => {
    await channel.become('Analyst');
    await openQueue();
    await queue().getByRole('button', { name: TITLE }).click();
    const manage = queue().getByRole('form', { name: 'Manage this alert' });
    await manage.getByLabel('Status').selectOption('In progress');
    await manage.getByRole('button', { name: 'Save changes' }).click();
    await added.shows('Status', 'In progress', FOLLOWED_WITHIN_MS);
    await added.shows('Last change', 'Changed in Defender at ');
    await pictures.takeForReadme('step-portal', pageFrom(RAIL_WIDTH));
    await toggleQueue();
  });

  it('keeps the alert’s subject out, and refuses them in the same words once they are let in', async () => {
    await channel.become("The alert's subject");
    await page.getByText('no access').waitFor();
    expect(await page.getByText(/Insider risk alert \d/).count()).toBe(0);
    await channel.become('Administrator');
    await page.getByRole('navigation').getByRole('button', { name: 'Insider risk alerts' }).click();
    await page.getByRole('button', { name: 'Members' }).click();
    await page.getByLabel('Person to add').selectOption({ label: 'Olga Petrenko' });
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('button', { name: 'Remove Olga Petrenko' }).waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    await channel.become("The alert's subject");
    await card.press('Assign to me');
    await card.says(REFUSAL);
    await pictures.take('subject');
  });

  it('answers help in a personal chat', async () => {
    await stage.conversation.openPersonalChat();
    await (await stage.conversation.say('help')).says('Type one of these:');
    await pictures.take('help');
  });

  it('ends everything on Ctrl-C', async () => {
    expect(demo.leftovers()).toHaveLength(1);
    await demo.ctrlC();
    expect(await isFree(demo.ports.emulator)).toBe(true);
    expect(await isFree(demo.ports.bot)).toBe(true);
    expect(demo.leftovers()).toEqual([]);
  });
}

describeInChromium('the demo', suite);
