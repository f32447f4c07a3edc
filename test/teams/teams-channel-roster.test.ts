// Rosters: whole, as fresh as asked for, and with everybody in doubt counted as a guest.
import { CHANNEL, OTHER_CHANNEL, PERSONAL_CHAT, TEAM } from '../builders/click';
import { ANALYST, HOME_TENANT, INVESTIGATOR, mriOf, objectIdOf, OTHER_TENANT } from '../builders/people';
import { ConnectorRig } from './connector-rig';
import type { PersonIdentity } from '../../src/domain/person';
import { toMessageText } from '../../src/domain/untrusted';
import { ROSTER_PAGE_SIZE, ROSTER_PAGES_MAX } from '../../src/teams/teams-channel-roster';

let rig: ConnectorRig;
beforeEach(async () => {
  rig = await new ConnectorRig().start();
});
afterEach(() => rig.stop());

function listed(person: PersonIdentity, more: Record<string, unknown> = {}): Record<string, unknown> {
  const { objectId, userPrincipalName, displayName } = person;
  return {
    id: mriOf(person),
    name: displayName,
    aadObjectId: objectId,
    email: userPrincipalName,
    userPrincipalName,
    tenantId: HOME_TENANT,
    userRole: 'user',
    ...more,
  };
}

it('a roster is asked of the channel itself, page by page to the end', async () => {
  rig.connector.pages = [[listed(ANALYST)], [listed(INVESTIGATOR)], []];
  const members = await rig.roster.members(CHANNEL, 0);
  expect(members.map((member) => member.objectId)).toEqual([ANALYST.objectId, INVESTIGATOR.objectId]);
  expect(rig.connector.received.map(({ path }) => path)).toEqual(
    Array(3).fill(`/emea/v3/conversations/${CHANNEL}/pagedmembers`),
  );
  expect(rig.connector.received.map(({ query }) => query.get('continuationToken'))).toEqual([null, '1', '2']);
  expect(rig.connector.received[0]?.query.get('pageSize')).toBe(String(ROSTER_PAGE_SIZE));
});

it('a member is known by object id in either of its names, by UPN, and by Teams’ own id', async () => {
  const upper = { ...ANALYST, objectId: (ANALYST.objectId ?? '').toUpperCase() };
  const older = listed(INVESTIGATOR, {
    aadObjectId: undefined,
    objectId: INVESTIGATOR.objectId,
    userPrincipalName: undefined,
  });
  rig.connector.pages = [[listed(upper), older]];
  expect(await rig.roster.members(CHANNEL, 0)).toEqual([
    {
      mri: mriOf(upper),
      objectId: ANALYST.objectId,
      userPrincipalName: ANALYST.userPrincipalName,
      displayName: ANALYST.displayName,
      sid: null,
      accountName: null,
      isGuest: false,
      isForeign: false,
    },
    expect.objectContaining({
      objectId: INVESTIGATOR.objectId,
      userPrincipalName: INVESTIGATOR.userPrincipalName,
      isGuest: false,
    }),
  ]);
});

it.each([
  ['a guest', { userRole: 'guest' }, true],
  ['a guest in capitals', { userRole: 'Guest' }, true],
  ['somebody anonymous', { userRole: 'anonymous' }, true],
  ['a role we do not know', { userRole: 'visitor' }, true],
  ['a person of another tenant', { tenantId: OTHER_TENANT }, true],
  ['an invited account that the roster calls a user', { userPrincipalName: 'x_y.example#EXT#@fabrikam.example' }, true],
  ['somebody without any identity', { aadObjectId: undefined, userPrincipalName: undefined }, true],
  ['an owner', { userRole: 'owner' }, false],
  ['the home tenant in capitals', { tenantId: HOME_TENANT.toUpperCase() }, false],
  ['no role and no tenant at all', { userRole: undefined, tenantId: undefined }, false],
])('%s counts as guest or not', async (_kind, more, isGuest) => {
  rig.connector.pages = [[listed(ANALYST, more)]];
  expect(await rig.roster.members(CHANNEL, 0)).toMatchObject([{ isGuest }]);
});

it.each([
  ['a person of another tenant', { tenantId: OTHER_TENANT }, true],
  ['the home tenant in capitals', { tenantId: HOME_TENANT.toUpperCase() }, false],
  ['a guest of this tenant', { userRole: 'guest' }, false],
  ['somebody whose tenant is not named', { tenantId: null }, false],
])('%s is foreign or not', async (_kind, more, isForeign) => {
  rig.connector.pages = [[listed(ANALYST, more)]];
  expect(await rig.roster.members(CHANNEL, 0)).toMatchObject([{ isForeign }]);
});

describe('what a channel is', () => {
  const described = (channels: unknown[]) => {
    rig.connector.channels = channels;
    return rig.roster.describe(CHANNEL, 0);
  };

  it.each([
    ['standard', 'standard'],
    ['Shared', 'shared'],
    ['private', 'private'],
    ['something new', 'unknown'],
    [null, 'unknown'],
  ])('stands in the team’s list as %s: %s', async (type, expected) => {
    expect(
      await described([
        { id: OTHER_CHANNEL, type: 'shared' },
        { id: CHANNEL, type },
      ]),
    ).toEqual({
      name: null,
      type: expected,
    });
    expect(rig.connector.received.map(({ path }) => path)).toEqual([`/emea/v3/teams/${TEAM}/conversations`]);
  });

  it('comes with its name, as outside text', async () => {
    const found = await described([{ id: CHANNEL, name: '[Leavers](https://evil.example)', type: 'standard' }]);
    expect(found?.name && toMessageText(found.name)).not.toMatch(/[[\]()]/);
  });

  it('is not known where the team does not list it', async () => {
    expect(await described([{ id: OTHER_CHANNEL, type: 'standard' }])).toBeNull();
  });

  it('is not asked again while the answer is fresh, nor relied on once people moved', async () => {
    rig.connector.channels = [{ id: CHANNEL, type: 'standard' }];
    await rig.roster.describe(CHANNEL, 60_000);
    await rig.roster.describe(CHANNEL, 60_000);
    expect(rig.connector.received).toHaveLength(1);
    rig.roster.forgetAll();
    await rig.roster.describe(CHANNEL, 60_000);
    expect(rig.connector.received).toHaveLength(2);
  });

  it('asks nobody about a chat, which belongs to no team', async () => {
    rig.install(PERSONAL_CHAT);
    expect(await rig.roster.describe(PERSONAL_CHAT, 0)).toBeNull();
    expect(rig.connector.received).toEqual([]);
  });

  it.each([
    ['a refusal', { status: 404 }, 'notFound'],
    ['nonsense', { status: 200, body: { conversations: 'none' } }, 'garbage'],
  ])('is an error where the answer is %s', async (_what, answer, code) => {
    rig.connector.next(answer);
    await expect(rig.roster.describe(CHANNEL, 0)).rejects.toMatchObject({ code });
  });
});

describe('a roster that cannot be read whole', () => {
  it.each([
    ['an entry without an id', { status: 200, body: { members: [{ name: 'Mira Holt' }] } }],
    ['no list', { status: 200, body: {} }],
    ['nothing', { status: 200 }],
  ])('is none: %s', async (_kind, answer) => {
    rig.connector.next(answer);
    await expect(rig.roster.members(CHANNEL, 0)).rejects.toMatchObject({ code: 'garbage', from: 'connector' });
  });

  it('is none when it never ends', async () => {
    rig.connector.pages = Array.from({ length: ROSTER_PAGES_MAX + 1 }, () => [listed(ANALYST)]);
    await expect(rig.roster.members(CHANNEL, 0)).rejects.toMatchObject({ detail: 'RosterTooLong' });
    expect(rig.connector.received).toHaveLength(ROSTER_PAGES_MAX);
  });

  it('is none when its second page fails, and the next question asks anew', async () => {
    rig.connector.pages = [[listed(ANALYST)], [listed(INVESTIGATOR)]];
    rig.connector.next(
      { status: 200, body: { members: [], continuationToken: '1' } },
      { status: 403, body: { error: { code: 'BotNotInConversationRoster' } } },
    );
    await expect(rig.roster.members(CHANNEL, 60_000)).rejects.toMatchObject({
      code: 'forbidden',
      detail: 'BotNotInConversationRoster',
    });
    expect(await rig.roster.members(CHANNEL, 60_000)).toHaveLength(2);
  });

  it('is none where the bot is not', async () => {
    await expect(rig.roster.members(OTHER_CHANNEL, 0)).rejects.toMatchObject({ code: 'notFound' });
  });
});

describe('an answer', () => {
  beforeEach(() => (rig.connector.pages = [[listed(ANALYST)]]));

  it('is kept for as long as the asker allows', async () => {
    await rig.roster.members(CHANNEL, 60_000);
    await rig.clock.advance(59_999);
    await rig.roster.members(CHANNEL, 60_000);
    expect(rig.connector.received).toHaveLength(1);
    await rig.roster.members(CHANNEL, 10_000);
    expect(rig.connector.received).toHaveLength(2);
    await rig.roster.members(CHANNEL, 0);
    expect(rig.connector.received).toHaveLength(3);
  });

  it('that was wanted of this very moment is kept for nobody else', async () => {
    await rig.roster.members(CHANNEL, 0);
    await rig.roster.members(CHANNEL, 60_000);
    await rig.roster.members(CHANNEL, 60_000);
    expect(rig.connector.received).toHaveLength(2);
  });

  it('serves everybody who asks at once', async () => {
    await Promise.all(Array.from({ length: 5 }, () => rig.roster.members(CHANNEL, 60_000)));
    expect(rig.connector.received).toHaveLength(1);
  });

  it('under way when somebody joins is neither kept nor shared with later askers', async () => {
    const before = rig.roster.members(CHANNEL, 60_000);
    rig.roster.forgetAll();
    const after = rig.roster.members(CHANNEL, 60_000);
    await Promise.all([before, after]);
    expect(rig.connector.received).toHaveLength(2);
    rig.roster.forgetAll();
    const late = rig.roster.members(CHANNEL, 60_000);
    rig.roster.forgetAll();
    await late;
    rig.connector.pages = [[listed(ANALYST), listed({ ...ANALYST, objectId: objectIdOf(0x999) })]];
    expect(await rig.roster.members(CHANNEL, 60_000)).toHaveLength(2);
  });
});
