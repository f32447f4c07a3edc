import fc from 'fast-check';
import { pathMatches } from '../../src/emulator/path-pattern';

describe('paths that a fault means', () => {
  it.each([
    ['/v1.0/users', '/v1.0/users', true],
    ['/v1.0/users', '/v1.0/users/x', false],
    ['/v1.0/users*', '/v1.0/users/x/manager', true],
    ['/connector/*/members', '/connector/v3/conversations/19:a/members', true],
    ['/connector/*/members', '/connector/v3/conversations/19:a/pagedmembers/x', false],
    ['*', '/anything', true],
    ['/a*a', '/a', false],
    ['/a*b*c', '/a-b-c', true],
    ['/a*b*c', '/a-c-b', false],
  ])('%s and %s: %s', (pattern, path, matches) => expect(pathMatches(pattern, path)).toBe(matches));

  it('a pattern made by starring out any part of a path matches it', () => {
    fc.assert(
      fc.property(fc.webPath(), fc.nat(), fc.nat(), (path, a, b) => {
        const [from, to] = [a % (path.length + 1), b % (path.length + 1)].sort((x, y) => x - y);
        return pathMatches(`${path.slice(0, from)}*${path.slice(to)}`, path);
      }),
    );
  });
});
