// Five hundred hunting answers over rows that spell people in every column: a channel, and an analyst’s own chat, read
// figures and aliases; names stand in an investigator’s own chat alone.
import { gunzipSync } from 'node:zlib';
import { HUNTING_ACTIVITIES } from '../../src/domain/command';
import { discloseHunting, type HuntingViewer } from '../../src/domain/disclose-hunting';
import { DEFENDER_HOSTS } from '../../src/domain/hunting-link';
import type { HuntingAnswer } from '../../src/domain/hunting-answer';
import { aliasCandidate } from '../../src/domain/pseudonym';
import { toGraphValue } from '../../src/domain/untrusted';
import { answerMessage } from '../../src/teams/answer-message';
import { shown } from '../../src/workflows/answer';
import { anAnswer, aQuestion, aRow } from '../builders/hunting';
import { marksIn } from './canary-rig';
import { ANY_PERSON, Chance, plantPerson, type PlantedPerson } from './planted-people';

const ANSWERS = 500;
const SEED = Number(process.env.CANARY_SEED ?? 20_261_125);
const GROUPS = [
  'account',
  'domain',
  'day',
  'department',
  'device',
  'label',
  'activity',
  'application',
  'policy',
] as const;
const CARD_REF = 'ref-0123456789abcdef0123456789abcdef';
const DEVICE_OF = ({ accountName }: PlantedPerson) => `${accountName}-LT.fabrikam.example`;

/** A key that spells the person, of the column that the answer is arranged by. */
function keyOf(group: string, person: PlantedPerson, at: number): string {
  const site = person.userPrincipalName.split('@')[0]?.replace('.', '-') ?? '';
  switch (group) {
    case 'account':
      return person.userPrincipalName;
    case 'device':
      return DEVICE_OF(person);
    case 'domain':
      return `${site}-${at}.example`;
    default:
      return `Office of ${person.given} ${person.family} ${at}`;
  }
}

interface Planted {
  answer: HuntingAnswer;
  people: readonly PlantedPerson[];
}

function plantAnswer(chance: Chance): Planted {
  const people = [plantPerson(chance), plantPerson(chance), plantPerson(chance)] as const;
  const [asked] = people;
  const groupBy = chance.of(GROUPS);
  // Only of whom the question asks can a site or a department be known to be called after them.
  const everyoneIsKnown = groupBy === 'account' || groupBy === 'device';
  const isAsked = !everyoneIsKnown || chance.below(2) === 0;
  const inRows = everyoneIsKnown ? people : [asked, asked, asked];
  const rows = groupBy === 'day' ? [] : inRows.map((person, at) => aRow('group', keyOf(groupBy, person, at), 3, 1, 4));
  const device = chance.below(3) === 0 ? DEVICE_OF(asked) : null;
  const person = isAsked
    ? { userPrincipalName: asked.userPrincipalName, objectId: chance.of([null, asked.objectId]) }
    : null;
  const question = aQuestion({
    groupBy,
    person,
    device,
    activity: chance.of([null, ...HUNTING_ACTIVITIES]),
    counts: chance.of(['events', 'events', 'behaviors']),
  });
  const named = { alias: 'K7F2', name: chance.of([asked.userPrincipalName, asked.displayName]) };
  const said = { label: null, sensitiveInfoType: null, alertNumber: null, widened: false };
  return {
    people,
    answer: anAnswer(question, [aRow('total', '', 9, 3, 12), ...rows], {
      asked: { ...said, person: isAsked ? named : null },
    }),
  };
}

const keysFor = (people: readonly PlantedPerson[]) => ({
  aliases: new Map(people.map(({ userPrincipalName }, at) => [userPrincipalName.toLowerCase(), `K7F${at + 2}`])),
  aliasCandidate: (key: string) => aliasCandidate('a key', 'a tenant', key),
  portalHost: DEFENDER_HOSTS.global,
});

/** The query that a link opens. */
function opened(link: string | null): string {
  const query = link === null ? null : new URL(link).searchParams.get('query');
  return query ? gunzipSync(Buffer.from(query, 'base64url')).toString('utf16le') : '';
}

/** All of the answer that the viewer gets: the message with card, chart, buttons and summary, the query and the link. */
function payloadFor({ answer, people }: Planted, viewer: HuntingViewer): string {
  const view = discloseHunting(answer, viewer, keysFor(people));
  const message = answerMessage(shown({ draw: 'hunting', view, cardRef: CARD_REF }));
  return [JSON.stringify(message), toGraphValue(view.kql), view.portalUrl ?? '', opened(view.portalUrl)].join('\n');
}

const planted = Array.from({ length: ANSWERS }, (_, index) => plantAnswer(new Chance(SEED + index)));
const spoken = (viewer: HuntingViewer) =>
  planted.flatMap((one, index) => {
    const found = marksIn(payloadFor(one, viewer), ANY_PERSON);
    return found.length === 0
      ? []
      : [`seed ${SEED}, answer ${index} by ${one.answer.question.groupBy}: ${found.join(' ')}`];
  });

test.each<[string, HuntingViewer]>([
  ['a channel where an investigator asks', { roles: ['investigator'], place: 'channel' }],
  ['a channel where an analyst asks', { roles: ['analyst'], place: 'channel' }],
  ['an analyst’s own chat', { roles: ['analyst'], place: 'personal' }],
])('%s reads no name in five hundred answers', (_where, viewer) => {
  expect(spoken(viewer).slice(0, 5)).toEqual([]);
});

test('an investigator’s own chat reads most of them', () => {
  expect(spoken({ roles: ['investigator'], place: 'personal' }).length).toBeGreaterThan(ANSWERS / 2);
});
