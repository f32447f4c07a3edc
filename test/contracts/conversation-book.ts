// What every keeper of the conversation book promises.
import type { Conversation } from '../../src/ports/conversation-book';
import { HOME_TENANT, INVESTIGATOR, objectIdOf } from '../builders/people';
import { changed } from '../builders/alert';
import { CHANNEL, OTHER_CHANNEL, claimAll, commitAlert, commitAndPost, decidedAgain, underWay } from './decisions';
import { eachTest, type StoreKind } from './store-under-test';

const TEAM = '19:the-team@thread.tacv2';
const ADMIN_ID = objectIdOf(0x104);

function conversationIn(channel: string, overrides: Partial<Conversation> = {}): Conversation {
  return {
    channel,
    kind: 'channel',
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    tenantId: HOME_TENANT,
    teamId: TEAM,
    botId: '28:5b0e2d0f-2f5e-4a6c-8a43-5b6e7a0c9d11',
    personObjectId: null,
    ...overrides,
  };
}

export function describeConversationBookContract({ name, make }: StoreKind): void {
  describe(`conversation book, ${name}`, () => {
    const store = eachTest(make);
    const book = () => store().conversationBook;
    const now = () => store().clock.now;
    const everything = { severity: [], policy: null } as const;

    it('finds what it was told last of a conversation', async () => {
      await book().remember(conversationIn(CHANNEL), now());
      const moved = conversationIn(CHANNEL, { serviceUrl: 'https://smba.trafficmanager.net/amer/' });
      await book().remember(moved, now());
      await book().remember(moved, now());
      expect(await book().find(CHANNEL)).toEqual(moved);
      expect(await book().find(OTHER_CHANNEL)).toBeNull();
    });

    it('keeps whose personal chat it is', async () => {
      const personObjectId = INVESTIGATOR.objectId;
      const chat = conversationIn('a:1kQ', { kind: 'personal', teamId: null, personObjectId });
      await book().remember(chat, now());
      expect(await book().find('a:1kQ')).toEqual(chat);
    });

    it('replaces a former subscription and ends the last one', async () => {
      expect(await book().subscribe(CHANNEL, everything, ADMIN_ID, now())).toBe(true);
      const high = { severity: ['high', 'medium'], policy: 'Leavers' } as const;
      expect(await book().subscribe(CHANNEL, high, ADMIN_ID, now())).toBe(true);
      expect(await book().subscriptions()).toEqual([{ channel: CHANNEL, ...high }]);
      expect(await book().subscribe(CHANNEL, null, ADMIN_ID, now())).toBe(true);
      expect(await book().subscribe(CHANNEL, null, ADMIN_ID, now())).toBe(false);
      expect(await book().subscriptions()).toEqual([]);
    });

    it('ends the subscription of a channel the app was removed from, and of no other', async () => {
      for (const channel of [CHANNEL, OTHER_CHANNEL]) {
        await book().remember(conversationIn(channel), now());
        await book().subscribe(channel, everything, ADMIN_ID, now());
      }
      await book().forget({ channel: CHANNEL }, now());
      expect(await book().find(CHANNEL)).toBeNull();
      expect((await book().subscriptions()).map(({ channel }) => channel)).toEqual([OTHER_CHANNEL]);
    });

    it('ends every channel of a team the app was removed from', async () => {
      await book().remember(conversationIn(CHANNEL), now());
      await book().remember(conversationIn(OTHER_CHANNEL), now());
      await book().remember(conversationIn('19:elsewhere', { teamId: 'another team' }), now());
      await book().forget({ teamId: TEAM }, now());
      expect(await book().find(OTHER_CHANNEL)).toBeNull();
      expect(await book().find('19:elsewhere')).not.toBeNull();
    });

    it('forgets nothing when nothing is named', async () => {
      await book().remember(conversationIn(CHANNEL), now());
      await book().forget({}, now());
      expect(await book().find(CHANNEL)).not.toBeNull();
    });

    it('posts nothing new in a channel the app was removed from, not even after its return', async () => {
      await book().remember(conversationIn(CHANNEL), now());
      await commitAlert(store(), 1);
      const held = await underWay(store(), 'ref');
      await commitAlert(store(), 2);
      await book().forget({ channel: CHANNEL }, now());
      await store().cardOutbox.settle(held, { is: 'withheld', notBefore: now() }, now());
      expect(await claimAll(store())).toEqual([]);
      await book().remember(conversationIn(CHANNEL), now());
      expect(await claimAll(store())).toEqual([]);
      expect((await store().cardOutbox.state()).depth).toBe(0);
    });

    it('keeps cards that stand in a removed channel true once the app is back', async () => {
      await book().remember(conversationIn(CHANNEL), now());
      const alert = await commitAndPost(store(), 1, 'ref');
      await book().forget({ channel: CHANNEL }, now());
      await store().alertLog.commit({ decisions: [decidedAgain(alert, changed(alert, { status: 'resolved' }))] });
      expect(await claimAll(store())).toEqual([]);
      expect((await store().cardOutbox.state()).depth).toBe(0);
      await book().remember(conversationIn(CHANNEL), now());
      expect((await claimAll(store())).map(({ kind }) => kind)).toEqual(['update']);
    });
  });
}
