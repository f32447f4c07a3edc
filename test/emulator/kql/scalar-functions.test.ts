// Every scalar function by example. The last test holds the list to the engine: a function without an example fails.
import { COLUMN_FUNCTIONS } from '../../../src/emulator/kql/expressions/calls';
import { SCALAR_FUNCTIONS } from '../../../src/emulator/kql/functions/function-registry';
import type { KqlValue } from '../../../src/emulator/kql/kql-table';
import { NOW, rowsOf, table, valueOf } from './kql-under-test';

type Examples = readonly (readonly [expression: string, value: KqlValue])[];

const utc = (text: string) => Date.parse(text);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const AT = 'datetime(2026-02-03T04:05:06.789Z)';

const TEXTS: Examples = [
  ['strcat("a", 1, true, 1.5, 2.0, 1d, "")', 'a1true1.52.01.00:00:00'],
  ['strcat_delim("-", "a", 2, "c")', 'a-2-c'],
  ['strcat_array(dynamic([1, "b", true, null]), "->")', '1->b->true->'],
  ['array_strcat(dynamic(["a", "b"]), "")', 'ab'],
  ['tolower("ÄbC")', 'äbc'],
  ['toupper("äbC")', 'ÄBC'],
  ['strlen("a€😀")', 3],
  ['string_size("a€")', 4],
  ['reverse("ab😀")', '😀ba'],
  ['strcmp("a", "b")', -1],
  ['strcmp("b", "a")', 1],
  ['strcmp("a", "a")', 0],
  ['strrep("ab", 3, "-")', 'ab-ab-ab'],
  ['substring("abcdef", 1, 2)', 'bc'],
  ['substring("abcdef", 4)', 'ef'],
  ['substring("abcdef", -2)', 'ef'],
  ['substring("abc", 5, 2)', ''],
  ['indexof("abcabc", "c")', 2],
  ['indexof("abcabc", "c", 3)', 5],
  ['indexof("abcabc", "c", 0, -1, 2)', 5],
  ['indexof("abcabc", "c", 0, 2)', -1],
  ['indexof("abc", "x")', -1],
  ['split("a,b,,c", ",")', ['a', 'b', '', 'c']],
  ['split("a,b,c", ",", 1)', ['b']],
  ['split("a,b", ",", 7)', []],
  ['split("abc", "")', ['abc']],
  ['replace_string("a.b.c", ".", "$&")', 'a$&b$&c'],
  ['extract("([a-z]+)@([a-z]+)", 2, "to ada@contoso.")', 'contoso'],
  ['extract("x=([0-9]+)", 1, "x=42", typeof(long))', 42],
  ['extract("x=([0-9]+)", 1, "none", typeof(long))', null],
  ['extract("x", 0, "none")', ''],
  [
    'extract_all(@"(\\w)(\\d)", "a1 b2")',
    [
      ['a', '1'],
      ['b', '2'],
    ],
  ],
  ['extract_all(@"(\\w)\\d", "a1 b2")', ['a', 'b']],
  ['extract_all(@"(\\w)(\\d)", dynamic([2]), "a1 b2")', ['1', '2']],
  ['extract_all(@"(\\d)", "none")', null],
  ['replace_regex("a1b22", @"(\\d+)", @"<\\1>")', 'a<1>b<22>'],
  ['replace_regex("abc", "", "-")', '-a-b-c-'],
  ['trim(@"\\s+", "  a b  ")', 'a b'],
  ['trim("--", "----a--")', '--a'],
  ['trim_start("[ab]+", "abxab")', 'xab'],
  ['trim_end("[ab]+", "abxab")', 'abx'],
  ['countof("aaaa", "aa")', 3],
  ['countof("a1b2", @"\\d", "regex")', 2],
  ['regex_quote("a.b*c")', 'a\\.b\\*c'],
];

const NUMBERS: Examples = [
  ['bin(17, 5)', 15],
  ['bin(-17, 5)', -20],
  ['bin(4.5, 1.0)', 4],
  ['bin(5, 0)', null],
  ['bin(datetime(2026-08-14 10:30), 1d)', utc('2026-08-14')],
  // Weeks are counted from the first day of the calendar, a Monday.
  ['bin(datetime(2026-08-14), 7d)', utc('2026-08-10')],
  ['bin(time(1.05:00:00), 1d)', DAY],
  ['floor(17, 5)', 15],
  ['bin_at(6.5, 2.5, 7.0)', 4.5],
  ['bin_at(datetime(2026-08-14T10:30:00Z), 1d, datetime(2026-08-10T12:00:00Z))', utc('2026-08-13T12:00:00Z')],
  ['round(2.15, 1)', 2.2],
  ['round(1.005, 2)', 1.01],
  ['round(-2.5)', -3],
  ['round(1234.5, -2)', 1200],
  ['ceiling(1.1)', 2],
  ['abs(-3)', 3],
  ['sign(-0.5)', -1],
  ['sqrt(9)', 3],
  ['sqrt(-1)', null],
  ['pow(2, 10)', 1024],
  ['exp(0)', 1],
  ['exp2(3)', 8],
  ['exp10(2)', 100],
  ['log(1)', 0],
  ['log2(8)', 3],
  ['log10(1000)', 3],
  ['pi() > 3.14', true],
  ['isnan(real(nan))', true],
  ['isinf(1.0 / 0.0)', true],
  ['isfinite(1.0)', true],
  ['tohex(255)', 'ff'],
  ['tohex(-1)', 'ffffffffffffffff'],
];

const CHOICES: Examples = [
  ['iff(1 > 0, "yes", "no")', 'yes'],
  ['iif(bool(null), "yes", "no")', 'no'],
  ['case(false, 1, true, 2, 3)', 2],
  ['case(false, 1, bool(null), 2, 3)', 3],
  ['coalesce(int(null), 5)', 5],
  ['coalesce("", "b")', 'b'],
  ['coalesce(int(null), int(null))', null],
  ['not(true)', false],
  ['not(bool(null))', null],
  ['max_of(1, int(null), 3)', 3],
  ['min_of(2, 1.5)', 1.5],
  ['max_of("a", "b")', 'b'],
  ['isempty("")', true],
  ['isempty(int(null))', true],
  ['isempty(dynamic([]))', false],
  ['isnotempty(" ")', true],
  ['isnotempty(dynamic([null]))', true],
  ['notempty("")', false],
  ['isnull("")', false],
  ['isnull(long(null))', true],
  ['isnull(dynamic(null))', true],
  ['isnotnull(5)', true],
  ['notnull(int(null))', false],
  ['gettype(1)', 'long'],
  ['gettype(1.5)', 'double'],
  ['gettype("a")', 'string'],
  ['gettype(1d)', 'timespan'],
  ['gettype(now())', 'datetime'],
  ['gettype(dynamic([1]))', 'array'],
  ['gettype(dynamic({"a": 1}))', 'dictionary'],
  ['gettype(dynamic(1.5))', 'double'],
  ['gettype(dynamic(null))', 'null'],
];

const CONVERSIONS: Examples = [
  ['tostring(123)', '123'],
  ['tostring(1.0)', '1.0'],
  ['tostring(1.5)', '1.5'],
  ['tostring(true)', 'true'],
  ['tostring(int(null))', ''],
  [`tostring(${AT})`, '2026-02-03T04:05:06.7890000Z'],
  ['tostring(time(1.02:03:04.5))', '1.02:03:04.5000000'],
  ['tostring(-90m)', '-01:30:00'],
  ['tostring(0s)', '00:00:00'],
  ['tostring(1tick)', '00:00:00.0000001'],
  ['tostring(guid(74BE27DE-1E4E-49D9-B579-FE0B331D3642))', '74be27de-1e4e-49d9-b579-fe0b331d3642'],
  ['tostring(dynamic({"a": [1, "x", null]}))', '{"a":[1,"x",null]}'],
  ['tostring(dynamic("x"))', 'x'],
  ['tostring(dynamic(null))', ''],
  ['toint("17")', 17],
  ['toint("x")', null],
  ['toint(3.9)', 3],
  ['toint(3000000000)', null],
  ['tolong("0x10")', 16],
  ['tolong("9999999999999999999")', null],
  ['tolong(true)', 1],
  ['tolong(1s)', 10_000_000],
  ['toreal("1.5e2")', 150],
  ['todouble("x")', null],
  ['todecimal("1.25")', 1.25],
  ['tobool("TRUE")', true],
  ['tobool("0")', false],
  ['tobool("yes")', null],
  ['toboolean(2)', true],
  ['todatetime("2026-08-14")', utc('2026-08-14')],
  ['todatetime("2026-08-14T10:00:00+02:00")', utc('2026-08-14T08:00:00Z')],
  ['todatetime("2026-02-30")', null],
  ['todatetime("never")', null],
  ['totimespan("1.02:03:04")', DAY + 2 * HOUR + 184_000],
  ['totimespan("00:00:61")', null],
  ['totime("12:00")', 12 * HOUR],
  ['toguid("{74BE27DE1E4E49D9B579FE0B331D3642}")', '74be27de-1e4e-49d9-b579-fe0b331d3642'],
  ['toguid("x")', null],
  ['todynamic("[1]")', [1]],
  ['toobject("{}")', {}],
  ['parse_json("{\\"a\\": {\\"b\\": 1}}").a.b', 1],
  ['parse_json("no json")', 'no json'],
  ['parse_json("")', null],
  ['parsejson("[1, 2]")[1]', 2],
  ['dynamic_to_json(dynamic({"a": 1}))', '{"a":1}'],
];

const TIMES: Examples = [
  ['now()', NOW],
  ['now(-1d)', NOW - DAY],
  ['ago(2h)', NOW - 2 * HOUR],
  ['datetime_add("month", 1, datetime(2026-01-31))', utc('2026-02-28')],
  ['datetime_add("year", 1, datetime(2024-02-29))', utc('2025-02-28')],
  ['datetime_add("day", -1, datetime(2026-03-01T05:00:00Z))', utc('2026-02-28T05:00:00Z')],
  ['datetime_add("quarter", 1, datetime(2026-11-30))', utc('2027-02-28')],
  ['datetime_diff("day", datetime(2026-01-02T00:00:01Z), datetime(2026-01-01T23:59:59Z))', 1],
  ['datetime_diff("year", datetime(2026-01-01), datetime(2025-12-31))', 1],
  ['datetime_diff("month", datetime(2026-01-31), datetime(2026-03-01))', -2],
  ['datetime_diff("week", datetime(2026-08-16), datetime(2026-08-15))', 1],
  ['datetime_diff("hour", datetime(2026-01-01T02:00:00Z), datetime(2026-01-01T00:30:00Z))', 2],
  [`datetime_part("year", ${AT})`, 2026],
  [`datetime_part("Quarter", ${AT})`, 1],
  [`datetime_part("week_of_year", ${AT})`, 6],
  [`datetime_part("DayOfYear", ${AT})`, 34],
  [`datetime_part("Minute", ${AT})`, 5],
  [`datetime_part("Second", ${AT})`, 6],
  [`datetime_part("Millisecond", ${AT})`, 789],
  [`datetime_part("Microsecond", ${AT})`, 789_000],
  [`datepart("day", ${AT})`, 3],
  [`startofday(${AT})`, utc('2026-02-03')],
  [`startofday(${AT}, -1)`, utc('2026-02-02')],
  [`startofweek(${AT})`, utc('2026-02-01')],
  [`startofmonth(${AT}, 1)`, utc('2026-03-01')],
  [`startofyear(${AT})`, utc('2026-01-01')],
  [`tostring(endofday(${AT}))`, '2026-02-03T23:59:59.9999999Z'],
  [`tostring(endofweek(${AT}))`, '2026-02-07T23:59:59.9999999Z'],
  [`tostring(endofmonth(${AT}))`, '2026-02-28T23:59:59.9999999Z'],
  [`tostring(endofyear(${AT}, 1))`, '2027-12-31T23:59:59.9999999Z'],
  [`endofday(${AT}) < datetime(2026-02-04)`, true],
  [`hourofday(${AT})`, 4],
  [`dayofweek(${AT})`, 2 * DAY],
  ['dayofweek(datetime(1969-12-28))', 0],
  [`dayofmonth(${AT})`, 3],
  [`dayofyear(${AT})`, 34],
  [`monthofyear(${AT})`, 2],
  ['week_of_year(datetime(2027-01-01))', 53],
  [`getyear(${AT})`, 2026],
  [`getmonth(${AT})`, 2],
  ['make_datetime(2026, 2, 3)', utc('2026-02-03')],
  ['make_datetime(2026, 2, 3, 4, 5, 6.5)', utc('2026-02-03T04:05:06.500Z')],
  ['make_datetime(2026, 13, 1)', null],
  ['make_timespan(1, 30)', 1.5 * HOUR],
  ['make_timespan(1, 0, 0, 5)', DAY + 5_000],
  ['unixtime_seconds_todatetime(86400)', DAY],
  ['unixtime_milliseconds_todatetime(5)', 5],
  ['unixtime_microseconds_todatetime(5000)', 5],
  ['unixtime_nanoseconds_todatetime(5000000)', 5],
  [`format_datetime(${AT}, "yyyy-MM-dd HH:mm:ss.fff")`, '2026-02-03 04:05:06.789'],
  [`format_datetime(${AT}, "d/M/yy h:m:s tt")`, '3/2/26 4:5:6 AM'],
  ['format_datetime(datetime(2026-01-01T13:00:00.5Z), "hh:mm FFF")', '01:00 5'],
  ['format_timespan(time(1.02:03:04.5), "d.hh:mm:ss [fff]")', '1.02:03:04 [500]'],
  ['format_timespan(25h, "dd.HH:mm FF")', '01.01:00 '],
];

const DYNAMICS: Examples = [
  ['array_length(dynamic([1, 2]))', 2],
  ['arraylength(parse_json("x"))', null],
  ['array_concat(dynamic([1]), dynamic([2, 3]))', [1, 2, 3]],
  ['array_index_of(dynamic(["a", "b", "a"]), "a")', 0],
  ['array_index_of(dynamic(["a", "b", "a"]), "a", 1)', 2],
  ['array_index_of(dynamic(["a", "b", "a"]), "a", 0, -1, 2)', 2],
  ['array_index_of(dynamic(["a", "b", "a"]), "a", 1, 1)', -1],
  ['array_index_of(dynamic(["a", "b"]), "a", -1)', -1],
  ['array_slice(dynamic([1, 2, 3, 4, 5]), 2, -1)', [3, 4, 5]],
  ['array_slice(dynamic([1, 2, 3, 4, 5]), -3, -2)', [3, 4]],
  ['array_reverse(dynamic([1, 2]))', [2, 1]],
  ['array_sort_asc(dynamic([10, 9, null]))', [9, 10, null]],
  ['array_sort_desc(dynamic(["b", "c", "a"]))', ['c', 'b', 'a']],
  ['set_has_element(dynamic([1, "a"]), "a")', true],
  ['set_has_element(dynamic([1, "a"]), "1")', false],
  ['set_union(dynamic([1, 2]), dynamic([2, 3, 3]))', [1, 2, 3]],
  ['set_intersect(dynamic([1, 2, 3]), dynamic([3, 2]))', [2, 3]],
  ['set_difference(dynamic([1, 2, 3]), dynamic([2]))', [1, 3]],
  ['pack_array(1, "a", datetime(2026-01-01))', [1, 'a', '2026-01-01T00:00:00.0000000Z']],
  ['range(1, 7, 3)', [1, 4, 7]],
  ['range(1, 3)', [1, 2, 3]],
  ['repeat(1, 3)', [1, 1, 1]],
  ['bag_keys(dynamic({"a": 1, "b": {"c": 2}}))', ['a', 'b']],
  ['bag_keys(parse_json("[1]"))', null],
  ['bag_has_key(dynamic({"a": 1}), "a")', true],
  ['bag_merge(dynamic({"a": 1}), dynamic({"a": 2, "b": 3}))', { a: 1, b: 3 }],
  ['bag_remove_keys(dynamic({"a": 1, "b": 2}), dynamic(["a"]))', { b: 2 }],
  ['bag_set_key(dynamic({"a": 1}), "b", 2)', { a: 1, b: 2 }],
  ['bag_pack("a", 1, "b", "x")', { a: 1, b: 'x' }],
  ['pack("a", 1d)', { a: '1.00:00:00' }],
  ['pack_dictionary("a", 1)', { a: 1 }],
];

const ENCODINGS: Examples = [
  ['base64_encode_tostring("ä")', 'w6Q='],
  ['base64_encodestring("a")', 'YQ=='],
  ['base64_decode_tostring("w6Q=")', 'ä'],
  ['base64_decode_tostring("no!")', ''],
  ['base64_decodestring("YQ==")', 'a'],
  ['url_encode_component("a b/ä")', 'a%20b%2F%C3%A4'],
  ['url_decode("a%20b")', 'a b'],
  ['url_decode("%")', '%'],
  ['hash_md5("a")', '0cc175b9c0f1b6a831c399e269772661'],
  ['hash_sha1("a")', '86f7e437faa5a7fce15d1ddcb9eaeaea377667b8'],
  ['hash_sha256("a")', 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb'],
];

const ALL = [...TEXTS, ...NUMBERS, ...CHOICES, ...CONVERSIONS, ...TIMES, ...DYNAMICS, ...ENCODINGS];

test.each(ALL)('%s', (expression, value) => {
  expect(valueOf(expression)).toEqual(value);
});

describe('functions of the row', () => {
  const people = table('People', 'Name:string, Age:int', [['ada', 36]]);

  it('take a column if there is one of that name', () => {
    const query =
      'People | project column_ifexists("Age", 0), column_ifexists("Size", 7), columnifexists("Name", "none")';
    expect(rowsOf(query, [people])).toEqual([[36, 7, 'ada']]);
  });

  it('pack the whole row', () => {
    expect(rowsOf('People | project pack_all()', [people])).toEqual([[{ Name: 'ada', Age: 36 }]]);
  });

  it('give for each row what they give for a constant', () => {
    const rows = ALL.filter(([, value]) => typeof value === 'string').map(([expression]) => expression);
    const texts = table('T', 'S:string', [[''], ['']]);
    for (const expression of rows) {
      const answers = rowsOf(`T | project strcat(S, ${expression})`, [texts]).flat();
      expect(answers).toEqual([valueOf(expression), valueOf(expression)]);
    }
  });
});

test('every function of the engine has an example', () => {
  const examples = [
    ...ALL.map(([expression]) => expression),
    'column_ifexists( columnifexists( pack_all( row_number(',
  ].join(' ');
  const names = [...Object.keys(SCALAR_FUNCTIONS), ...Object.keys(COLUMN_FUNCTIONS)];
  expect(names.filter((name) => !new RegExp(`\\b${name}\\(`).test(examples))).toEqual([]);
});
