// A table as Graph sends it: `schema` and `results`, each value in its form on the wire. No page settles all of these
// forms, so that the doubtful ones are switches.
import { formatInstant, TICKS_PER_MS } from '../instants';
import type { KqlColumn, KqlResult, KqlType, KqlValue } from '../kql/kql-table';
import type { Switches } from '../switches';

export type WireForms = Pick<
  Switches,
  'huntingPascalSchema' | 'huntingBoolAsNumber' | 'huntingDynamicAsText' | 'huntingTypeAnnotations'
>;

const TYPE_NAMES: Record<KqlType, string> = {
  string: 'String',
  int: 'Int32',
  long: 'Int64',
  real: 'Double',
  decimal: 'Decimal',
  bool: 'Boolean',
  datetime: 'DateTime',
  timespan: 'TimeSpan',
  guid: 'Guid',
  dynamic: 'Object',
};
/** Said by the field of this column alone: an array whose elements are texts. */
const TEXT_COLLECTIONS = ['SensitiveInfoTypeInfo'];

export function huntingWire({ columns, rows }: KqlResult, forms: WireForms) {
  return {
    schema: columns.map((column) => {
      const type = typeName(column, forms);
      return forms.huntingPascalSchema ? { Name: column.name, Type: type } : { name: column.name, type };
    }),
    results: rows.map((row) => resultOf(columns, row, forms)),
  };
}

function typeName({ name, type }: KqlColumn, forms: WireForms): string {
  if (type === 'bool' && forms.huntingBoolAsNumber) return 'SByte';
  return type === 'dynamic' && TEXT_COLLECTIONS.includes(name) ? 'Collection(String)' : TYPE_NAMES[type];
}

function resultOf(columns: readonly KqlColumn[], row: readonly KqlValue[], forms: WireForms) {
  const result: Record<string, unknown> = {};
  columns.forEach(({ name, type }, index) => {
    if (forms.huntingTypeAnnotations && type === 'long') result[`${name}@odata.type`] = '#Int64';
    result[name] = wireValue(row[index] ?? null, type, forms);
  });
  return result;
}

function wireValue(value: KqlValue, type: KqlType, forms: WireForms): unknown {
  if (value === null) return null;
  if (type === 'dynamic') return forms.huntingDynamicAsText ? JSON.stringify(value) : value;
  if (typeof value === 'boolean') return forms.huntingBoolAsNumber ? Number(value) : value;
  if (typeof value !== 'number') return value;
  if (type === 'datetime') return formatInstant(ticksOf(value));
  if (type === 'timespan') return timespanText(value);
  return Number.isFinite(value) ? value : String(value);
}

function ticksOf(ms: number): bigint {
  const whole = Math.floor(ms);
  return BigInt(whole) * TICKS_PER_MS + BigInt(Math.round((ms - whole) * Number(TICKS_PER_MS)));
}

/** `1.02:03:04.5000000`: days only when there are some, the fraction only when there is one. */
function timespanText(ms: number): string {
  const ticks = ticksOf(Math.abs(ms));
  const perSecond = TICKS_PER_MS * 1000n;
  const seconds = ticks / perSecond;
  const two = (part: bigint) => String(part).padStart(2, '0');
  const days = seconds / 86_400n;
  const clock = `${two((seconds / 3600n) % 24n)}:${two((seconds / 60n) % 60n)}:${two(seconds % 60n)}`;
  const rest = ticks % perSecond;
  const fraction = rest === 0n ? '' : `.${String(rest).padStart(7, '0')}`;
  return `${ms < 0 ? '-' : ''}${days > 0n ? `${days}.` : ''}${clock}${fraction}`;
}
