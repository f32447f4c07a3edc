// The published rules of automatic refresh as tables.
import {
  AUTOMATIC_REFRESH_MEMBERS,
  FRESH_RESULT_MS,
  isRefreshDue,
  refreshMode,
} from '../../../src/emulator/teams/client/refresh-rules';

const action = { type: 'Action.Execute', verb: 'v' };
const ids = (count: number) => Array.from({ length: count }, (_, index) => `29:${index + 1}`);
const withIds = (userIds?: string[]) => ({ refresh: { action, ...(userIds && { userIds }) } });

test.each([
  ['no refresh', {}, 5, 'none'],
  ['a broken refresh', { refresh: 'yes' }, 5, 'none'],
  ['me listed', withIds(['29:1']), 500, 'automatic'],
  ['others listed', withIds(['29:2']), 5, 'manual'],
  ['nobody listed', withIds([]), 5, 'manual'],
  ['no list, small channel', withIds(), AUTOMATIC_REFRESH_MEMBERS, 'automatic'],
  ['no list, large channel', withIds(), AUTOMATIC_REFRESH_MEMBERS + 1, 'manual'],
  ['me the sixtieth', withIds([...ids(60).slice(1), '29:1']), 500, 'automatic'],
  ['me the sixty-first', withIds([...ids(61).slice(1), '29:1']), 500, 'manual'],
])('%s', (_case, card, members, mode) => {
  expect(refreshMode(card, '29:1', members)).toBe(mode);
});

const at = new Date('2026-03-04T09:00:00Z');
const later = (ms: number) => new Date(at.getTime() + ms);

test.each([
  ['never asked, opened', 'opened', undefined, 1, 0, true],
  ['never asked, updated', 'updated', undefined, 1, 0, true],
  ['fresh, opened', 'opened', { at, askedRevision: 1 }, 1, FRESH_RESULT_MS - 1, false],
  ['a minute old, opened', 'opened', { at, askedRevision: 1 }, 1, FRESH_RESULT_MS, true],
  ['old, another message was updated', 'updated', { at, askedRevision: 1 }, 1, FRESH_RESULT_MS, false],
  ['fresh, but this message was updated', 'updated', { at, askedRevision: 1 }, 2, 0, true],
  ['fresh, but updated before opening', 'opened', { at, askedRevision: 1 }, 2, 0, true],
] as const)('%s: due is decided', (_case, occasion, last, revision, afterMs, due) => {
  expect(isRefreshDue(occasion, last, revision, later(afterMs))).toBe(due);
});
