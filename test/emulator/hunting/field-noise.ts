// Rows as the field writes them where no page settles how: cases that vary, lists with blanks and repeats, lists as
// JSON, policies in two columns and without a name. Every third row is left as it is.
import type { KqlTable, KqlValue } from '../../../src/emulator/kql/kql-table';

type Noise = (cell: KqlValue, turn: number) => KqlValue;

const onText =
  (change: (text: string, turn: number) => string): Noise =>
  (cell, turn) =>
    typeof cell === 'string' && cell !== '' ? change(cell, turn) : cell;
const loudly = onText((text) => text.toUpperCase());

const EVENT_NOISE: Readonly<Record<string, Noise>> = {
  AccountUpn: loudly,
  AccountObjectId: loudly,
  DeviceName: loudly,
  TargetUrlDomain: loudly,
  ActionType: onText((text, turn) => (turn === 1 ? `${text}; ${text}` : `${text};`)),
  SensitivityLabelId: onText((text, turn) =>
    turn === 1 ? `${text}, ${text.split(',')[0] ?? ''}` : text.toUpperCase(),
  ),
  ExternalUrlDomains: onText((text, turn) =>
    turn === 1 ? JSON.stringify([text, 'mail.google.com.evil.example']) : `dropbox.com, ${text},${text}`,
  ),
  DlpPolicyMatchInfo: (cell, turn) => (turn === 1 && cell !== '' ? JSON.stringify([{ PolicyName: '' }]) : cell),
  IrmPolicyMatchInfo: (_, turn) =>
    turn === 1
      ? [JSON.stringify({ PolicyName: 'Data leaks' })]
      : [{ Name: 'Data leaks' }, { PolicyName: 'Data theft' }],
  PrinterName: (cell) => (cell === '' ? '[]' : cell),
  RemovableMediaSerialNumber: (cell) => (cell === '' ? '[null]' : cell),
};

const BEHAVIOUR_NOISE: Readonly<Record<string, Noise>> = {
  AccountUpn: loudly,
  PolicyInfo: (_, turn) => (turn === 1 ? [] : [{ PolicyName: 'Data leaks' }, { PolicyName: 'Data leaks' }]),
  PrinterName: () => [],
};

/** The table with noise in its rows; columns and times stay. */
export function noisy(table: KqlTable): KqlTable {
  const noise = table.name === 'DataSecurityEvents' ? EVENT_NOISE : BEHAVIOUR_NOISE;
  const changes = table.columns.map(({ name }) => noise[name]);
  const rows = table.rows.map((row, index) => {
    const turn = index % 3;
    return turn === 0 ? row : row.map((cell, column) => changes[column]?.(cell, turn) ?? cell);
  });
  return { ...table, rows };
}
