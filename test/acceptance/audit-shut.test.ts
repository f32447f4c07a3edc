// The real program with an audit that the database does not let it write: nobody changes an alert, nobody is named,
// and cards are posted as ever. Mended, everything works again.
import { askInPersonal, HUNT, namedHunt, saidInPersonal } from './audit-life';
import { reachedStores, type ReachedStore } from './audit-stores';
import { eventually } from './bot-process';
import { auditedEvents, runAudit } from './run-audit';
import { Stage } from './stage';

jest.setTimeout(120_000);

const SHUT: Record<ReachedStore['kind'], string[]> = {
  file: [`create trigger audit_shut before insert on audit begin select raise(abort, 'shut'); end`],
  server: [
    `create function audit_shut() returns trigger language plpgsql as $$ begin raise exception 'shut'; end $$`,
    'create trigger audit_shut before insert on audit for each row execute function audit_shut()',
  ],
};
const MENDED: Record<ReachedStore['kind'], string> = {
  file: 'drop trigger audit_shut',
  server: 'drop trigger audit_shut on audit',
};
const REFUSED = /The audit record cannot be written just now/;

describe.each(reachedStores().map((store) => [store.name, store] as const))(
  'an audit that is shut, in %s',
  (_name, store) => {
    let stage: Stage;
    beforeAll(async () => {
      await store.prepare();
      stage = await Stage.open({ env: store.env });
      await stage.bot.end('SIGTERM');
      await store.run(stage.dataDir, ...SHUT[store.kind]);
      await stage.bot.start();
    });
    afterAll(async () => {
      await stage.close();
      await store.remove();
    });

    const patches = (id: string) => stage.requests('PATCH', new RegExp(`alerts_v2/${id}$`)).length;
    const comments = (id: string) => stage.requests('POST', new RegExp(`alerts_v2/${id}/comments$`)).length;

    async function start(number: number) {
      const analyst = stage.person('analyst');
      const { message, card } = await stage.cardOf(number, analyst);
      return stage.press(analyst, message.id, { verb: 'alert.start', data: stage.buttonData(card, 'alert.start') });
    }
    const channelSays = async (words: RegExp) => words.test(JSON.stringify(await stage.threads()));

    let alert: { id: string; number: number };

    it('keeps no bot from starting, nor a card from being posted', async () => {
      alert = await stage.raiseWithCard({ severity: 'high' });
      expect(stage.bot.written).toContain('the start could not be written to the audit');
    });

    it('lets nobody change an alert, says so plainly and writes nothing to Graph', async () => {
      const { answer, delivery } = await start(alert.number);
      expect(delivery.status).toBe(200);
      expect(answer).toMatchObject({ kind: 'message', text: expect.stringMatching(REFUSED) as unknown });
      expect([patches(alert.id), comments(alert.id)]).toEqual([0, 0]);
      expect(stage.alertInGraph(alert.id)).toMatchObject({ status: 'new' });
    });

    it('lets nobody see the figure of a hunt, or a person by name', async () => {
      await stage.say(stage.person('analyst'), HUNT);
      await eventually('the refusal in the channel', () => channelSays(REFUSED));
      const investigator = stage.person('investigator');
      const whom = stage.person('none', 1);
      const said = await askInPersonal(stage, investigator, namedHunt(whom), REFUSED);
      expect(said).not.toContain(whom.displayName);
      expect(said).not.toContain('AdaptiveCard');
      expect(await channelSays(/54 Confidential files/)).toBe(false);
    });

    it('lets nobody subscribe or unsubscribe a channel', async () => {
      await stage.say(stage.person('admin'), 'unsubscribe this channel');
      await eventually(
        'the refusal',
        async () => (JSON.stringify(await stage.threads()).match(new RegExp(REFUSED, 'g')) ?? []).length > 1,
      );
      await stage.raiseWithCard({ severity: 'high' });
    });

    it('lets everything happen again once it is mended, and holds', async () => {
      await stage.bot.end('SIGTERM');
      await store.run(stage.dataDir, MENDED[store.kind]);
      await stage.bot.start();
      await start(alert.number);
      expect(patches(alert.id)).toBe(1);
      await stage.say(stage.person('analyst'), HUNT);
      await eventually('the figure', () => channelSays(/54 Confidential files/));
      await askInPersonal(stage, stage.person('investigator'), namedHunt(stage.person('none', 1)), /Query/);
      expect(await saidInPersonal(stage, stage.person('investigator'))).toContain('AdaptiveCard');
      await stage.bot.end('SIGTERM');
      expect((await runAudit(stage.bot.env, 'verify')).code).toBe(0);
      const events = auditedEvents((await runAudit(stage.bot.env, 'export')).output);
      expect(events.filter((event) => event === 'start applied')).toHaveLength(2);
      expect(events.filter((event) => event.startsWith('alert.start'))).toEqual([
        'alert.start intended',
        'alert.start applied',
      ]);
    });
  },
);
