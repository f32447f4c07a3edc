// The figures of the bounds that keep an attacker's request small and short. Each bound is tested at its edge where it
// is kept; here stands how large it is, so that no edit widens it unnoticed.
import * as door from '../../src/http/http-server';
import { BODY_MAX_BYTES } from '../../src/http/request-body';
import { CARD_MAX_BYTES } from '../../src/cards/card-size';
import { BODY_DEPTH_MAX, BODY_KEYS_MAX } from '../../src/teams/activity-body';
import { TOKEN_MAX_CHARS } from '../../src/teams/bearer-token';
import { CLICK_ANSWER_MS } from '../../src/teams/card-press';
import { KEYS_MAX_AGE_MS, UNKNOWN_KID_PAUSE_MS } from '../../src/teams/signing-keys';
import { CLOCK_TOLERANCE_SECONDS } from '../../src/teams/token-gate';
import { TURNS_IN_HAND_MAX } from '../../src/teams/turns';
import { COMMAND_MAX_CHARS } from '../../src/teams/typed-command';
import { LOOKUP_MS } from '../../src/graph/graph-analyst-directory';
import { APPROVAL_VALID_MS } from '../../src/domain/four-eyes';
import { MAX_CHARTED, MAX_REPORT_PAGES, REPORTS_FAILED_MS, REPORTS_MS } from '../../src/graph/graph-org-chart';
import { ROSTER_MAX_AGE_MS } from '../../src/workflows/channel-audience';
import { VIEW_NOTED_MS } from '../../src/workflows/note-view';
import { MESSAGE_TEXT_MAX_GRAPHEMES, TEXT_RUN_MAX_GRAPHEMES } from '../../src/domain/untrusted';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

describe('the bounds', () => {
  it.each([
    ['a body in bytes', BODY_MAX_BYTES, 256 * 1024],
    ['the depth of a body', BODY_DEPTH_MAX, 32],
    ['the keys of a body', BODY_KEYS_MAX, 5_000],
    ['a token in characters', TOKEN_MAX_CHARS, 8_192],
    ['the headers of a request in bytes', door.MAX_HEADER_BYTES, 16 * 1024],
    ['the time for headers', door.HEADERS_TIMEOUT_MS, 10 * SECOND],
    ['the time for a whole request', door.REQUEST_TIMEOUT_MS, 15 * SECOND],
    ['the time of an idle connection', door.KEEP_ALIVE_TIMEOUT_MS, 5 * SECOND],
    ['connections', door.MAX_CONNECTIONS, 2_000],
    ['turns in hand', TURNS_IN_HAND_MAX, 200],
    ['the time of a click’s answer', CLICK_ANSWER_MS, 8 * SECOND],
    ['a typed command in characters', COMMAND_MAX_CHARS, 2_048],
    ['the tolerance of clocks in seconds', CLOCK_TOLERANCE_SECONDS, 300],
    ['the age of signing keys', KEYS_MAX_AGE_MS, 24 * 60 * MINUTE],
    ['the pause between readings for unknown keys', UNKNOWN_KID_PAUSE_MS, 5 * MINUTE],
    ['the age of a role that a view rests on', LOOKUP_MS, MINUTE],
    ['the age of who reports to whom', REPORTS_MS, 15 * MINUTE],
    ['the memory of a failure to learn it', REPORTS_FAILED_MS, 30 * SECOND],
    ['the people whose reports are remembered', MAX_CHARTED, 2_000],
    ['the pages of one person’s reports', MAX_REPORT_PAGES, 5],
    ['the time in which views in conflict leave one line', VIEW_NOTED_MS, 24 * 60 * MINUTE],
    ['the time of an approval by a second person', APPROVAL_VALID_MS, 15 * MINUTE],
    ['the age of a roster that a card is posted by', ROSTER_MAX_AGE_MS, MINUTE],
    ['a card in bytes', CARD_MAX_BYTES, 20_000],
    ['outside text on a card in graphemes', TEXT_RUN_MAX_GRAPHEMES, 200],
    ['outside text in a message in graphemes', MESSAGE_TEXT_MAX_GRAPHEMES, 100],
  ])('%s is bounded as documented', (_what, bound, documented) => {
    expect(bound).toBe(documented);
  });
});
