// Two hundred alerts through the real program: exactly the insider-risk ones become cards, none of them tells a name,
// and a kill in mid-flow loses none.
import { eventually } from './bot-process';
import { Stage } from './stage';

jest.setTimeout(180_000);

const CARD_LIMIT_BYTES = 20 * 1024;
const PLANTED = [
  'Zebulon Quackenbush',
  'zebulon.quackenbush@contoso.com',
  'CONFIDENTIAL-merger-plan-zq.docx',
  'C:\\Users\\zquackenbush\\Desktop',
  'ZQUACK-LAPTOP',
];
const HOSTILE_TITLES = [
  '[Reset your password](https://evil.example) Zebulon Quackenbush',
  '<at>All</at> **zebulon.quackenbush@contoso.com**',
  '${$root.secret} {{DATE(2026-01-01T00:00:00Z)}} Zebulon Quackenbush',
  '\u202egpj.exe CONFIDENTIAL-merger-plan-zq.docx',
  '<script>alert(1)</script> ZQUACK-LAPTOP',
  `${'A'.repeat(100_000)} Zebulon Quackenbush`,
  'C:\\Users\\zquackenbush\\Desktop | union * | externaldata',
  '__proto__ constructor ![x](https://evil.example/x.png)',
];

function hostileAlert(index: number): Record<string, unknown> {
  const title = HOSTILE_TITLES[index % HOSTILE_TITLES.length];
  return {
    title,
    description: `${title} ${PLANTED.join(' ')}`,
    subject: null,
    evidence: [
      {
        '@odata.type': '#microsoft.graph.security.userEvidence',
        roles: ['policyViolator'],
        userAccount: {
          accountName: 'zquackenbush',
          displayName: PLANTED[0],
          userPrincipalName: PLANTED[1],
          azureAdUserId: '7e57ab1e-0000-4000-8000-00000000beef',
        },
      },
      {
        '@odata.type': '#microsoft.graph.security.fileEvidence',
        fileDetails: { fileName: PLANTED[2], filePath: PLANTED[3] },
      },
      { '@odata.type': '#microsoft.graph.security.deviceEvidence', hostName: PLANTED[4], deviceDnsName: PLANTED[4] },
      null,
      'nonsense',
    ],
    assignedTo: index % 3 === 0 ? '[owner](https://evil.example)' : null,
    status: index % 7 === 0 ? 'somethingNew' : 'new',
    severity: index % 5 === 0 ? 'catastrophic' : 'MEDIUM',
    category: title,
    alertWebUrl: 'https://evil.example/alerts/1',
  };
}

describe('two hundred alerts', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.open({ env: { RESEND_AFTER_MS: '3000' } });
  });
  afterAll(() => stage.close());

  it('gives exactly 180 cards, none lost to a kill, none over the limit, none telling a planted name', async () => {
    for (let index = 0; index < 20; index += 1) await stage.raise({ product: 'endpoint' });
    for (let index = 0; index < 40; index += 1) await stage.raise(hostileAlert(index));
    for (let index = 0; index < 140; index += 1) await stage.raise({ severity: index % 2 ? 'low' : 'high' });
    await eventually('some cards', async () => (await stage.alertCards()).length > 25, 30_000);
    await stage.bot.end('SIGKILL');
    await stage.bot.start();
    await eventually(
      'all cards',
      async () => new Set((await stage.alertCards()).map((card) => card.number)).size >= 180,
      60_000,
    );
    await new Promise((resolve) => setTimeout(resolve, 2_000));

    const cards = await stage.alertCards();
    const numbers = new Set(cards.map(({ number }) => number));
    expect(numbers.size).toBe(180);
    // A post whose answer the kill swallowed may stand twice; it is one channel lane, so at most one was under way.
    expect(cards.length).toBeLessThanOrEqual(181);
    for (const { card } of cards) expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(CARD_LIMIT_BYTES);

    const metrics = await (await fetch(`${stage.bot.url}/metrics`)).text();
    const shown = JSON.stringify(await stage.threads()) + stage.bot.written + metrics;
    for (const planted of [...PLANTED, 'evil.example/alerts', 'quackenbush', 'union *']) {
      expect(shown.toLowerCase()).not.toContain(JSON.stringify(planted).slice(1, -1).toLowerCase());
    }
    for (const { card, message } of cards) {
      expect(JSON.stringify(card)).not.toMatch(/\$\{|"null"|undefined/);
      expect(message.summary).toMatch(/^((High|Medium|Low|Informational) alert|Severity not given: alert) \d+$/);
    }
  });
});

describe('alerts that Graph gives badly', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  afterAll(() => stage.close());

  it.each([
    ['HTML with status 200', { garbage: 'html' }],
    ['an empty body', { garbage: 'empty' }],
    ['JSON that breaks off', { garbage: 'truncatedJson' }],
    ['a body that breaks off', { cutBody: 20 }],
    ['a nextLink to another host', { nextLink: 'otherHost' }],
    ['a nextLink to itself', { nextLink: 'loop' }],
    ['a server error', { status: 503 }],
    ['throttling without a header', { retryAfter: '' }],
    ['throttling with nonsense', { retryAfter: 'soon' }],
  ])('%s fails the look whole, and a later look delivers', async (_, fault) => {
    stage.emulator.faults.add({ method: 'GET', path: '/v1.0/security/alerts_v2', times: 1, fault } as never);
    const { number } = await stage.raiseWithCard();
    expect(number).toBeGreaterThanOrEqual(1000);
  });
});

describe('the Bot Connector failing', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.open({ env: { RESEND_AFTER_MS: '1500' } });
  });
  afterAll(() => stage.close());
  const posts = '/connector/*v3/conversations';

  it('a post whose answer is lost is not repeated at once, and once more after the wait, marked', async () => {
    stage.emulator.faults.add({ method: 'POST', path: posts, times: 1, fault: { handleThen: 'reset' } });
    const { number } = await stage.raiseWithCard();
    await new Promise((resolve) => setTimeout(resolve, 900));
    expect((await stage.alertCards()).filter((card) => card.number === number)).toHaveLength(1);
    await eventually('the marked repeat', async () =>
      (await stage.alertCards()).some((one) => one.number === number && JSON.stringify(one.card).includes('repeat')),
    );
    expect((await stage.alertCards()).filter((card) => card.number === number)).toHaveLength(2);
  });

  it('a press on a card of unknown outcome adopts it, and nothing is posted again', async () => {
    stage.emulator.faults.add({ method: 'POST', path: posts, times: 1, fault: { handleThen: { status: 502 } } });
    const { number } = await stage.raiseWithCard();
    const analyst = stage.person('analyst');
    const { message, card } = await stage.cardOf(number, analyst);
    await stage.press(analyst, message.id, { verb: 'alert.refresh', data: stage.buttonData(card, 'alert.refresh') });
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect((await stage.alertCards()).filter((one) => one.number === number)).toHaveLength(1);
  });

  it('throttling delays the card and loses nothing', async () => {
    stage.emulator.faults.add({ method: 'POST', path: posts, times: 2, fault: { retryAfter: '1' } });
    const { number } = await stage.raiseWithCard();
    expect((await stage.alertCards()).filter((one) => one.number === number)).toHaveLength(1);
  });

  it('a card that a person deleted is not posted again', async () => {
    const { id, number } = await stage.raiseWithCard();
    const { message } = await stage.cardOf(number);
    stage.emulator.faults.add({
      method: 'PUT',
      path: '/connector/*',
      times: 1,
      fault: { status: 404, body: { error: { code: 'ActivityNotFoundInConversation', message: 'gone' } } },
    });
    await stage.changeElsewhere(id, { status: 'inProgress' });
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await stage.changeElsewhere(id, { status: 'resolved', classification: 'falsePositive' });
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    const cards = (await stage.alertCards()).filter((one) => one.number === number);
    expect(cards.map((one) => one.message.id)).toEqual([message.id]);
    expect(cards[0]?.message.edited).toBe(false);
  });
});
