import fc from 'fast-check';
import { alertFilter } from '../../../../src/emulator/graph/alert-list';
import { userFilter } from '../../../../src/emulator/graph/directory-objects';
import { compileFilter } from '../../../../src/emulator/graph/odata/filter-predicate';
import { FILTER_CHARACTERS, FilterError } from '../../../../src/emulator/graph/odata/filter-tokens';
import { FILTER_DEPTH } from '../../../../src/emulator/graph/odata/filter-tree';

const row = {
  status: 'new',
  severity: 'HIGH',
  serviceSource: 'microsoftInsiderRiskManagement',
  classification: null,
  assignedTo: "sinead.o'donnell@contoso.com",
  createdDateTime: '2026-08-14T09:30:12.4812345Z',
  lastUpdateDateTime: '2026-08-15T09:30:00.3Z',
};

const keeps = (filter: string) => compileFilter(filter, alertFilter)(row);

describe('a filter on alerts', () => {
  it.each([
    ["status eq 'new'", true],
    ["status ne 'new'", false],
    ["serviceSource eq 'microsoftInsiderRiskManagement' and status eq 'new'", true],
    ["status eq 'resolved' or severity eq 'high'", true],
    ["not status eq 'resolved'", true],
    ["not (status eq 'new' or status eq 'inProgress')", false],
    ["status eq 'resolved' and status eq 'new' or severity eq 'high'", true],
    ["status eq 'resolved' and (status eq 'new' or severity eq 'high')", false],
    ["severity ge 'medium'", true],
    ["severity lt 'medium'", false],
    ['classification eq null', true],
    ['classification ne null', false],
    ["classification gt 'unknown'", false],
    ["assignedTo eq 'sinead.o''donnell@contoso.com'", true],
    ["assignedTo eq 'SINEAD.O''DONNELL@CONTOSO.COM'", false],
    ['createdDateTime ge 2026-08-14T09:30:12.4812345Z', true],
    ['createdDateTime gt 2026-08-14T09:30:12.4812345Z', false],
    ['createdDateTime lt 2026-08-14T09:30:12.4812346Z', true],
    ['lastUpdateDateTime eq 2026-08-15T11:30:00.3000000+02:00', true],
    ['lastUpdateDateTime le 2026-08-15T09:30:00Z', false],
  ])('%s: %s', (filter, kept) => expect(keeps(filter)).toBe(kept));

  it.each([
    ["title eq 'x'", "Could not find a property named 'title'"],
    ["detectionSource eq 'microsoftInsiderRiskManagement'", "Could not find a property named 'detectionSource'"],
    ["constructor eq 'x'", "Could not find a property named 'constructor'"],
    ["status eq 'closed'", "'closed' is not a valid member"],
    ["status eq 'New'", "'New' is not a valid member"],
    ['status eq new', 'Expected a value'],
    ["createdDateTime ge '2026-08-14T09:30:12Z'", 'incompatible type'],
    ['createdDateTime ge 2026-08-14', 'incompatible type'],
    ["status like 'new'", "'like' is no operator"],
    ["startswith(assignedTo,'a')", 'not supported'],
    ["assignedTo in ('a')", 'not supported'],
    ["contains(title,'a')", "The function 'contains'"],
    ["(status eq 'new'", "Expected ')'"],
    ["status eq 'new' status", 'Expected the end'],
    ["status eq 'new", 'Syntax error'],
    ['', 'Expected a property'],
    ["status eq 'new' and", 'Expected a property'],
  ])('%s is refused: %s', (filter, reason) => {
    expect(() => keeps(filter)).toThrow(FilterError);
    expect(() => keeps(filter)).toThrow(reason);
  });

  it('is refused when it is too long or nests too deeply', () => {
    expect(() => keeps(`status eq '${'n'.repeat(FILTER_CHARACTERS)}'`)).toThrow('characters');
    const nested = (depth: number) => `${'('.repeat(depth)}status eq 'new'${')'.repeat(depth)}`;
    expect(keeps(nested(FILTER_DEPTH))).toBe(true);
    expect(() => keeps(nested(FILTER_DEPTH + 1))).toThrow('deeper');
  });
});

describe('a filter on people', () => {
  const person = { displayName: 'Zoë Lindqvist', userPrincipalName: 'zoe.lindqvist@contoso.com', accountEnabled: true };
  it.each([
    ["userPrincipalName eq 'ZOE.lindqvist@contoso.com'", true],
    ["startswith(displayName,'zoë')", true],
    ["startswith(displayName,'Lind')", false],
    ["userPrincipalName in ('a@contoso.com', 'zoe.lindqvist@contoso.com')", true],
    ['accountEnabled eq true', true],
    ['accountEnabled eq false', false],
  ])('%s: %s', (filter, kept) => expect(compileFilter(filter, userFilter)(person)).toBe(kept));
});

describe('whatever is filtered for', () => {
  const anything = fc.record({
    status: fc.constantFrom('new', 'inProgress', 'resolved'),
    severity: fc.constantFrom('low', 'medium', 'high'),
    assignedTo: fc.option(fc.string()),
  });
  const clause = fc.oneof(
    fc.constantFrom("status eq 'new'", "severity gt 'low'", 'assignedTo eq null', "status ne 'resolved'"),
    fc.string().map((text) => `assignedTo eq '${text.replaceAll("'", "''")}'`),
  );

  it('any text can be asked for once its quotes are doubled, and finds exactly itself', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.string({ maxLength: 200 }), (text, other) => {
        const filter = compileFilter(`assignedTo eq '${text.replaceAll("'", "''")}'`, alertFilter);
        return filter({ assignedTo: text }) && filter({ assignedTo: other }) === (text === other);
      }),
    );
  });

  it('a filter and its negation part the rows in two', () => {
    fc.assert(
      fc.property(clause, clause, anything, (left, right, one) => {
        const either = compileFilter(`${left} or ${right}`, alertFilter)(one);
        const neither = compileFilter(`not (${left}) and not (${right})`, alertFilter)(one);
        return either !== neither;
      }),
    );
  });

  it('nonsense is refused with a FilterError, never with anything else', () => {
    const word = fc.constantFrom('status', 'eq', "'new'", '(', ')', 'and', 'not', 'or', ',', '2026', 'null', '§', "'");
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        try {
          compileFilter(words.join(' '), alertFilter);
          return true;
        } catch (error) {
          return error instanceof FilterError;
        }
      }),
    );
  });
});
