// Operators over tables: rows, columns, order, expansion, series, unions, declarations.
import fc from 'fast-check';
import { NOW, rowsOf, run, schemaOf, table } from './kql-under-test';

const DAY = 86_400_000;
const people = table('People', 'Name, Age:int, City', [
  ['ada', 36, 'Rom'],
  ['ben', null, 'Ulm'],
  ['cyd', 20, ''],
  ['ada', 36, 'Rom'],
]);
const ask = (query: string) => rowsOf(query, [people]);
const shape = (query: string) => schemaOf(query, [people]);

describe('columns', () => {
  test.each([
    ['project Name, Twice = Age * 2', 'Name:string, Twice:long'],
    ['project Age + 1, strcat(Name, "!"), City', 'Column1:long, Column2:string, City:string'],
    ['extend Age = Age + 1, Fresh = now()', 'Name:string, Age:long, City:string, Fresh:datetime'],
    ['extend Age + 1, tostring(Age)', 'Name:string, Age:string, City:string, Column1:long'],
    ['project-away A*, City', 'Name:string'],
    ['project-keep C*, Name', 'Name:string, City:string'],
    ['project-rename Town = City', 'Name:string, Age:int, Town:string'],
    ['project-reorder City, Age', 'City:string, Age:int, Name:string'],
    ['count', 'Count:long'],
    ['count as Many', 'Many:long'],
    ['distinct City, Name', 'City:string, Name:string'],
    ['getschema', 'ColumnName:string, ColumnOrdinal:long, DataType:string, ColumnType:string'],
    ['summarize by City', 'City:string'],
  ])('%s', (operator, columns) => {
    expect(shape(`People | ${operator}`)).toBe(columns);
  });

  it('carry their values with them', () => {
    expect(ask('People | take 1 | extend Age = Age + 1, Next = Age + 2')).toEqual([['ada', 37, 'Rom', 38]]);
    expect(ask('People | take 1 | extend Age + 1, tostring(Age)')).toEqual([['ada', '36', 'Rom', 37]]);
    expect(ask('People | take 1 | project-away A*')).toEqual([['ada', 'Rom']]);
    expect(ask('People | take 1 | project-keep C*, Name')).toEqual([['ada', 'Rom']]);
    expect(ask('People | take 1 | project-rename Town = City | project Town')).toEqual([['Rom']]);
    expect(ask('People | take 1 | project-reorder City')).toEqual([['Rom', 'ada', 36]]);
    expect(ask('People | getschema | take 2')).toEqual([
      ['Name', 0, 'System.String', 'string'],
      ['Age', 1, 'System.Int32', 'int'],
    ]);
  });
});

describe('rows', () => {
  it('are taken, counted and told apart', () => {
    expect(ask('People | take 2 | count')).toEqual([[2]]);
    expect(ask('People | limit 0')).toEqual([]);
    expect(ask('People | distinct *').length).toBe(3);
    expect(ask('People | distinct City')).toEqual([['Rom'], ['Ulm'], ['']]);
    expect(ask('People | summarize by City')).toEqual([['Rom'], ['Ulm'], ['']]);
    expect(ask('People | serialize | render table | count')).toEqual([[4]]);
    expect(ask('People | serialize Old = Age > 30 | where Old | count')).toEqual([[2]]);
  });

  const mixed = table('M', 'N:real, I:int', [
    [1, 0],
    [null, 1],
    [NaN, 2],
    [-1, 3],
  ]);
  test.each([
    ['', [0, 3, 2, 1]],
    ['desc', [0, 3, 2, 1]],
    ['asc', [1, 2, 3, 0]],
    ['asc nulls last', [3, 0, 2, 1]],
    ['desc nulls first', [1, 2, 0, 3]],
  ])('sorted by a number %s', (order, places) => {
    expect(rowsOf(`M | sort by N ${order} | project I`, [mixed]).flat()).toEqual(places);
    expect(rowsOf(`M | top 4 by N ${order} | project I`, [mixed]).flat()).toEqual(places);
  });

  it('sorted by several keys, equals staying as they were', () => {
    expect(ask('People | order by City asc, Name desc | project Name').flat()).toEqual(['cyd', 'ada', 'ada', 'ben']);
    expect(ask('People | top 2 by strlen(City) | project Name').flat()).toEqual(['ada', 'ben']);
    expect(rowsOf('print b = true | union (print b = false) | order by b', []).flat()).toEqual([true, false]);
  });
});

describe('tables that a query makes up', () => {
  it('of values', () => {
    expect(rowsOf('print 1, Two = "b"')).toEqual([[1, 'b']]);
    expect(schemaOf('print 1, Two = "b"')).toBe('print_0:long, Two:string');
    expect(rowsOf('datatable(A: int, B: string) [1, "x", int(null), ""]')).toEqual([
      [1, 'x'],
      [null, ''],
    ]);
  });

  it('of ranges, both ends included', () => {
    expect(rowsOf('range N from 1 to 10 step 4').flat()).toEqual([1, 5, 9]);
    expect(rowsOf('range N from 3 to 1 step -1').flat()).toEqual([3, 2, 1]);
    expect(rowsOf('range T from ago(2d) to now() step 1d').flat()).toEqual([NOW - 2 * DAY, NOW - DAY, NOW]);
  });
});

describe('declarations', () => {
  it('of values, tables and functions', () => {
    expect(ask('let Least = 30; People | where Age > Least | count')).toEqual([[2]]);
    expect(ask('let Old = People | where Age > 30; Old | count')).toEqual([[2]]);
    expect(ask('let old = (least: int) { People | where Age > least }; old(10) | count')).toEqual([[3]]);
    expect(ask('let add = (a: long, b: long = 5) { a + b }; People | take 1 | project add(Age), add(Age, 1)')).toEqual([
      [41, 37],
    ]);
    expect(ask('let f = () { let Least = 30; People | where Age > Least }; f() | count')).toEqual([[2]]);
    expect(ask('let People2 = view () { People }; People2 | count')).toEqual([[4]]);
  });

  it('see the values of the place where they stand', () => {
    expect(ask('let x = 1; let f = () { x }; let x2 = f(); print x2')).toEqual([[1]]);
  });

  it('give the first cell of a table as a value', () => {
    expect(ask('print toscalar(People | where Name == "ben" | project City)')).toEqual([['Ulm']]);
    expect(ask('print toscalar(People | where Name == "none" | project Age)')).toEqual([[null]]);
    expect(ask('People | where Age == toscalar(People | summarize min(Age)) | project Name')).toEqual([['cyd']]);
  });

  it('are computed once when materialized', () => {
    let reads = 0;
    const counted = {
      ...people,
      get rows() {
        reads += 1;
        return people.rows;
      },
    };
    const twice = 'M | count | union (M | where Age > 30 | count)';
    expect(run(`let M = materialize(People); ${twice}`, [counted]).rows).toEqual([[4], [2]]);
    expect(reads).toBe(1);
    run(`let M = People; ${twice}`, [counted]);
    expect(reads).toBe(3);
  });
});

describe('union', () => {
  const other = table('Other', 'Name, Age:long, Tall:bool', [['dan', 50, true]]);

  it('joins columns of one name and type, and tells others apart by their type', () => {
    expect(schemaOf('union People, Other', [people, other])).toBe(
      'Name:string, Age_int:int, Age_long:long, City:string, Tall:bool',
    );
    expect(rowsOf('People | take 1 | union Other', [people, other])).toEqual([
      ['ada', 36, null, 'Rom', null],
      ['dan', null, 50, '', true],
    ]);
  });

  it('tells where a row is from', () => {
    const from = 'People | take 1 | union withsource=From Other, (Other | take 1) | project From, Name';
    expect(rowsOf(from, [people, other])).toEqual([
      ['People', 'ada'],
      ['Other', 'dan'],
      ['union_arg2', 'dan'],
    ]);
  });
});

describe('mv-expand', () => {
  const lists = table('L', 'Id:int, A:dynamic, B:dynamic', [
    [1, [10, 20], ['x']],
    [2, [], null],
    [3, [], []],
    [4, { k: 1, l: [2] }, 'word'],
  ]);
  const expand = (query: string) => rowsOf(`L | ${query}`, [lists]);

  it('gives a row for each element, one for null and none for an empty array', () => {
    expect(expand('mv-expand A | project Id, A')).toEqual([
      [1, 10],
      [1, 20],
      [4, { k: 1 }],
      [4, { l: [2] }],
    ]);
    expect(expand('mv-expand B | project Id, B')).toEqual([
      [1, 'x'],
      [2, null],
      [4, 'word'],
    ]);
  });

  it('expands several side by side', () => {
    expect(expand('where Id < 4 | mv-expand A, B')).toEqual([
      [1, 10, 'x'],
      [1, 20, null],
      [2, null, null],
    ]);
  });

  it('gives columns of a type, what does not fit being null, under a name of its own', () => {
    expect(schemaOf('L | mv-expand N = A to typeof(long), B to typeof(string)', [lists])).toBe(
      'Id:int, A:dynamic, B:string, N:long',
    );
    expect(expand('where Id == 4 | mv-expand N = A to typeof(long) | project N')).toEqual([[null], [null]]);
    expect(expand('where Id == 1 | mv-expand A to typeof(string) | project A')).toEqual([['10'], ['20']]);
    expect(expand('where Id == 4 | mv-expand Bag = A.l | project Bag')).toEqual([[2]]);
    expect(expand('where Id == 4 | mv-expand A.l | project A_l')).toEqual([[2]]);
  });

  it('numbers the elements, stops at a limit and shows bags as pairs', () => {
    expect(expand('where Id == 1 | mv-expand with_itemindex=At A | project At, A')).toEqual([
      [0, 10],
      [1, 20],
    ]);
    expect(expand('where Id == 1 | mv-expand A limit 1 | project A')).toEqual([[10]]);
    expect(expand('where Id == 4 | mv-expand kind=array A | project A[0]').flat()).toEqual(['k', 'l']);
  });
});

describe('make-series', () => {
  const events = table('E', 'At:datetime, Who, N:long', [
    [NOW - 3 * DAY, 'ada', 1],
    [NOW - 3 * DAY + 1, 'ada', 4],
    [NOW - DAY, 'ben', 7],
    [NOW, 'ben', 9],
  ]);
  const axis = 'on At from now(-3d) to now() step 1d';
  const days = [3, 2, 1].map((back) => new Date(NOW - back * DAY).toISOString().replace('Z', '0000Z'));

  it('fills each step of the axis for each group', () => {
    expect(rowsOf(`E | make-series count(), Most = max(N) default = -1 ${axis} by Who`, [events])).toEqual([
      ['ada', [2, 0, 0], [4, -1, -1], days],
      ['ben', [0, 0, 1], [-1, -1, 7], days],
    ]);
    expect(schemaOf(`E | make-series count(), avg(N) ${axis} by Who`, [events])).toBe(
      'Who:string, count_:dynamic, avg_N:dynamic, At:dynamic',
    );
  });

  it('works over numbers too, and gives nothing of nothing', () => {
    expect(rowsOf('E | make-series S = sum(N) on N from 0 to 10 step 5', [events])).toEqual([
      [
        [5, 16],
        [0, 5],
      ],
    ]);
    expect(rowsOf(`E | where N < 0 | make-series count() ${axis}`, [events])).toEqual([]);
    expect(rowsOf(`E | where N < 0 | make-series kind=nonempty count() ${axis}`, [events])).toEqual([
      [[0, 0, 0], days],
    ]);
  });

  it('has a sum that is the sum of its steps', () => {
    const hours = fc.array(fc.integer({ min: 0, max: 71 }), { maxLength: 20 });
    fc.assert(
      fc.property(hours, (of) => {
        const rows = of.map((hour) => [NOW - 3 * DAY + hour * 3_600_000, 'x', hour]);
        const [series] = rowsOf(`E | make-series kind=nonempty C = count() ${axis}`, [{ ...events, rows }]);
        const expected = [0, 1, 2].map((day) => of.filter((hour) => Math.floor(hour / 24) === day).length);
        expect(series?.[0]).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });
});
