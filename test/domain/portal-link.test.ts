import fc from 'fast-check';
import { decodePercents, PORTAL_HOSTS, PORTAL_LINK_MAX, portalLink } from '../../src/domain/portal-link';

test.each(PORTAL_HOSTS)('an https address on %s becomes a button', (host) => {
  const address = `https://${host}/alerts/ir0123?tid=1`;
  expect(portalLink(address)).toBe(address);
});

test.each([
  ['plain http', 'http://security.microsoft.com/alerts/1'],
  ['a foreign host', 'https://evil.example/alerts/1'],
  ['a portal host as prefix', 'https://security.microsoft.com.evil.example/'],
  ['a portal host as suffix without a dot', 'https://evilsecurity.microsoft.com/'],
  ['a subdomain of a portal host', 'https://evil.security.microsoft.com/'],
  ['a parent of a portal host', 'https://microsoft.com/'],
  ['credentials that look like the host', 'https://security.microsoft.com@evil.example/'],
  ['credentials on the portal host', 'https://user:secret@security.microsoft.com/'],
  ['another port', 'https://security.microsoft.com:8443/'],
  ['a script', 'javascript:alert(1)//security.microsoft.com'],
  ['data', 'data:text/html,security.microsoft.com'],
  ['a client’s own scheme', 'msteams://security.microsoft.com/'],
  ['no scheme', '//security.microsoft.com/alerts/1'],
  ['a look-alike letter', 'https://secur\u0456ty.microsoft.com/'],
  ['a fully qualified host with a dot', 'https://security.microsoft.com./'],
  ['an address in figures', 'https://2130706433/'],
  ['markdown', '[x](https://security.microsoft.com/)'],
  ['a blank', ' '],
  ['nothing', ''],
])('%s becomes no button', (_what, address) => {
  expect(portalLink(address)).toBeNull();
});

test('no address is no button', () => {
  expect(portalLink(null)).toBeNull();
});

test('an address up to PORTAL_LINK_MAX becomes a button, a longer one does not', () => {
  const start = 'https://security.microsoft.com/';
  expect(portalLink(start.padEnd(PORTAL_LINK_MAX, 'a'))).not.toBeNull();
  expect(portalLink(start.padEnd(PORTAL_LINK_MAX + 1, 'a'))).toBeNull();
});

test('a backslash cannot move the address to another host', () => {
  expect(portalLink('https://security.microsoft.com\\@evil.example/')).toBe(
    'https://security.microsoft.com/@evil.example/',
  );
});

test('whatever comes in, what comes out is https on a portal host', () => {
  const hostile = fc.oneof(
    fc.webUrl(),
    fc.string(),
    fc.string().map((tail) => `https://security.microsoft.com${tail}`),
  );
  fc.assert(
    fc.property(hostile, (address) => {
      const link = portalLink(address);
      if (link === null) return;
      const url = new URL(link);
      expect([url.protocol, url.port, url.username, url.password]).toEqual(['https:', '', '', '']);
      expect(PORTAL_HOSTS as readonly string[]).toContain(url.hostname);
    }),
  );
});

test('percent signs are read where they are well formed', () => {
  expect(decodePercents('https://x/zelda%40contoso')).toBe('https://x/zelda@contoso');
  expect(decodePercents('https://x/100%')).toBe('https://x/100%');
});
