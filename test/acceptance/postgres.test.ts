// The real program on PostgreSQL: the same cards, the same numbers, and a kill that loses nothing.
import { randomBytes } from 'node:crypto';
import { eventually } from './bot-process';
import { Stage } from './stage';

jest.setTimeout(90_000);

const databaseUrl = process.env.TEST_DATABASE_URL;

if (databaseUrl === undefined) {
  test('the program on PostgreSQL is left out: TEST_DATABASE_URL names no server', () => {
    process.stdout.write('left out: the program on PostgreSQL, since TEST_DATABASE_URL names no server\n');
    expect(databaseUrl).toBeUndefined();
  });
} else {
  describe('the program on PostgreSQL', () => {
    let stage: Stage;
    beforeAll(async () => {
      const storeKey = randomBytes(32).toString('base64');
      const env = { DATABASE_URL: databaseUrl, STORE_KEY: storeKey, LEASE_MS: '1000', RESEND_AFTER_MS: '2000' };
      stage = await Stage.open({ env });
    });
    afterAll(() => stage.close());

    it('posts, changes and redraws', async () => {
      const { id, number } = await stage.raiseWithCard({ severity: 'high' });
      const analyst = stage.person('analyst');
      const { message, card } = await stage.cardOf(number, analyst);
      await stage.press(analyst, message.id, { verb: 'alert.start', data: stage.buttonData(card, 'alert.start') });
      expect(stage.alertInGraph(id)).toMatchObject({ status: 'inProgress' });
      await eventually('the card follows', async () =>
        JSON.stringify((await stage.cardOf(number)).card).includes(analyst.displayName),
      );
    });

    it('goes on after a kill, and numbers go on where they stopped', async () => {
      const before = await stage.raiseWithCard();
      await stage.bot.end('SIGKILL');
      const { id } = await stage.raise();
      await stage.bot.start();
      await eventually('the card of what was raised meanwhile', async () =>
        (await stage.alertCards()).some((card) => card.number === before.number + 1),
      );
      expect(stage.alertInGraph(id)).toMatchObject({ status: 'new' });
    });
  });
}
