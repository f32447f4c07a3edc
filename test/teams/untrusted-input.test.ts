// Properties of everything that reads what somebody else may have written.
import fc from 'fast-check';
import { channelMention, cardPress, personalMessage, type Json } from '../fixtures/teams/activities';
import { BODY_DEPTH_MAX, BODY_KEYS_MAX, parseActivityBody, REFUSED_KEY } from '../../src/teams/activity-body';
import { readBearerToken } from '../../src/teams/bearer-token';
import { clickFrom } from '../../src/teams/card-invoke';
import { CLOUD_ENDPOINTS } from '../../src/teams/cloud-endpoints';
import { connectorError, RETRY_AFTER_MAX_MS } from '../../src/teams/connector-errors';
import { readInboundActivity, type InboundActivity } from '../../src/teams/inbound-activity';
import { sameServiceUrl, ServiceUrlRule } from '../../src/teams/service-url';
import { COMMAND_MAX_CHARS, timeZoneOf, typedCommand } from '../../src/teams/typed-command';

function read(activity: Json): InboundActivity {
  const inbound = readInboundActivity(activity);
  if (inbound === null) throw new Error('the fixture is no activity');
  return inbound;
}

describe('a body', () => {
  it('of any bytes is an object or nothing, and never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const body = parseActivityBody(Buffer.from(bytes));
        expect(body === null || (typeof body === 'object' && !Array.isArray(body))).toBe(true);
      }),
    );
  });

  it('of any JSON keeps what it said, but for keys that reach a prototype', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ maxLength: 8 }), fc.jsonValue({ maxDepth: 3 })), (value) => {
        const text = JSON.stringify(value);
        fc.pre(!/__proto__|constructor|prototype/.test(text));
        expect(parseActivityBody(Buffer.from(text))).toEqual(JSON.parse(text));
      }),
    );
  });

  it.each(['__proto__', 'constructor', 'prototype'])('shows that %s was there, at any depth', (key) => {
    const body = parseActivityBody(Buffer.from(`{"a":[{"${key}":{"polluted":1}}]}`));
    expect(body).toEqual({ a: [{ [REFUSED_KEY]: true }] });
    expect(Object.getPrototypeOf((body?.a as object[])[0])).toBe(Object.prototype);
  });

  it('may be as deep and as wide as the bounds, and not more', () => {
    const deep = (levels: number) => Buffer.from(`${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`);
    const wide = (keys: number) =>
      Buffer.from(JSON.stringify(Object.fromEntries(Array.from({ length: keys }, (_, n) => [n, 1]))));
    expect(parseActivityBody(deep(BODY_DEPTH_MAX))).not.toBeNull();
    expect(parseActivityBody(deep(BODY_DEPTH_MAX + 1))).toBeNull();
    expect(parseActivityBody(wide(BODY_KEYS_MAX))).not.toBeNull();
    expect(parseActivityBody(wide(BODY_KEYS_MAX + 1))).toBeNull();
  });
});

describe('an Authorization header', () => {
  it('of any text is a token of our form or nothing', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((text) => `Bearer ${text}`),
          fc.base64String().map((text) => `Bearer ${text}.${text}.${text}`),
        ),
        (header) => {
          expect(readBearerToken(header)).toBeNull();
        },
      ),
    );
  });
});

describe('the value of a press', () => {
  it('of any JSON is a click that keeps to the forms we know', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (value, data) => {
        for (const activity of [{ ...cardPress('alert.start'), value }, cardPress('alert.start', data)]) {
          const click = clickFrom(read(activity));
          expect(click?.cardRef ?? 'A'.repeat(22)).toMatch(/^[A-Za-z0-9_-]{22,64}$/);
          expect(click?.version ?? '0'.repeat(16)).toMatch(/^[0-9a-f]{16}$/);
          expect((click?.verb ?? '').length).toBeLessThanOrEqual(64);
        }
      }),
    );
  });
});

describe('a typed command', () => {
  it('is never longer than the limit and holds no mention of the bot', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 5_000 }), (text) => {
        const command = typedCommand(read(channelMention(text)));
        expect(command?.length ?? 0).toBeLessThanOrEqual(COMMAND_MAX_CHARS);
        expect(command ?? '').not.toContain('<at>Insider risk</at>');
      }),
    );
  });

  it('in a personal chat keeps its words', () => {
    expect(typedCommand(read(personalMessage('  show   1042 ')))).toBe('show 1042');
    expect(typedCommand(read(personalMessage('show&nbsp;1042')))).toBe('show 1042');
    expect(typedCommand(read(personalMessage('   ')))).toBeNull();
  });

  it('keeps mentions of others and loses every one of the bot', () => {
    const message = channelMention('assign to <at>Ilse</at> <at>Insider risk</at> please');
    expect(typedCommand(read(message))).toBe('assign to <at>Ilse</at> please');
  });

  it('has the writer’s time zone where a real one is named, and else the default', () => {
    const zone = (more: Json) => timeZoneOf(read({ ...personalMessage('help'), ...more }), 'Asia/Tokyo');
    expect(zone({ localTimezone: 'Europe/Paris' })).toBe('Europe/Paris');
    expect(zone({ entities: [{ type: 'clientInfo', timezone: 'America/Los_Angeles' }] })).toBe('America/Los_Angeles');
    expect(zone({ localTimezone: 'Mars/Olympus', entities: [{ type: 'clientInfo', timezone: 'UTC' }] })).toBe('UTC');
    expect(zone({ localTimezone: 'Mars/Olympus' })).toBe('Asia/Tokyo');
    expect(zone({})).toBe('Asia/Tokyo');
  });
});

describe('a service URL', () => {
  const rule = new ServiceUrlRule(CLOUD_ENDPOINTS.global.serviceHosts, false);

  it('of any text is allowed only as https on a host of the cloud', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.webUrl(),
          fc.string(),
          fc.domain().map((host) => `https://${host}/`),
        ),
        (text) => {
          expect(rule.allows(text)).toBe(false);
        },
      ),
    );
    expect(rule.allows('https://smba.trafficmanager.net/emea/')).toBe(true);
    expect(rule.allows(`https://smba.trafficmanager.net/${'a'.repeat(600)}`)).toBe(false);
  });

  it('on this machine is allowed only where that was opened', () => {
    const open = new ServiceUrlRule(CLOUD_ENDPOINTS.global.serviceHosts, true);
    for (const url of ['http://127.0.0.1:4010/connector', 'http://localhost/', 'http://[::1]:80/']) {
      expect([open.allows(url), rule.allows(url)]).toEqual([true, false]);
    }
    for (const url of [
      'http://127.0.0.1.evil.example/',
      'http://u:p@127.0.0.1/',
      'file://127.0.0.1/etc',
      'http://0.0.0.0/',
      'http://127.0.0.1/?x=1',
    ]) {
      expect(open.allows(url)).toBe(false);
    }
  });

  it('is the same with and without its last slash, and otherwise not', () => {
    expect(sameServiceUrl('https://a.example/b', 'https://a.example/b/')).toBe(true);
    expect(sameServiceUrl('https://a.example/b/', 'https://a.example/b//')).toBe(false);
    expect(sameServiceUrl('https://a.example/b', 'https://a.example/B')).toBe(false);
  });
});

describe('the wait a Connector asks for', () => {
  const now = Date.parse('2026-11-23T06:00:00Z');
  const waitFor = (text: string) => {
    const error = { statusCode: 429, response: { headers: { get: () => text } } };
    return connectorError(error, now).retryAfterMs;
  };

  it.each([
    ['2', 2_000],
    ['0.5', 500],
    ['0', 0],
    ['99999', RETRY_AFTER_MAX_MS],
    ['Mon, 23 Nov 2026 06:00:05 GMT', 5_000],
    ['Mon, 23 Nov 2026 05:00:00 GMT', 0],
    ['soon', undefined],
    ['', undefined],
    ['-3', undefined],
  ])('%p is %p ms', (text, ms) => {
    expect(waitFor(text)).toBe(ms);
  });

  it('of any text is a bounded number or none', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const wait = waitFor(text);
        expect(wait === undefined || (wait >= 0 && wait <= RETRY_AFTER_MAX_MS)).toBe(true);
      }),
    );
  });

  it.each([null, undefined, 'text', 7, new TypeError('x'), { code: 7 }])(
    'a failure that is no answer (%p) leaves doubt',
    (thrown) => {
      expect(['garbage', 'timedOut']).toContain(connectorError(thrown, now).code);
    },
  );

  it.each([
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'CERT_HAS_EXPIRED',
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
  ])('%s happens before anything is sent', (code) => {
    expect(connectorError({ code }, now).code).toBe('notConnected');
  });

  it.each(['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'PARSE_ERROR', 'REQUEST_SEND_ERROR'])('%s leaves doubt', (code) => {
    expect(connectorError({ code }, now).code).toBe('timedOut');
  });
});
