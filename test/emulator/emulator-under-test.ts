// Starts the emulator for a suite on a free port and speaks to it in plain HTTP. What is asserted stands in the suites.
import { createEmulator, type Emulator, type EmulatorOptions } from '../../src/emulator/create-emulator';

export const IRM_FILTER = "serviceSource eq 'microsoftInsiderRiskManagement'";

const UNREACHABLE_BOT = 'http://127.0.0.1:9/api/messages';

export interface Answer {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
}

export interface EmulatorUnderTest {
  emulator: Emulator;
  /** Graph's path below `/v1.0`, with the token and the header that shows every enum member unless replaced. */
  graph(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** Any path, without a token. */
  call(method: string, path: string, body?: unknown): Promise<Answer>;
}

export async function startEmulator(options: Partial<EmulatorOptions> = {}): Promise<EmulatorUnderTest> {
  const emulator = await createEmulator({ port: 0, botEndpoint: UNREACHABLE_BOT, ...options });
  const send = async (method: string, path: string, body: unknown, headers: Record<string, string>) => {
    const given = body === undefined ? {} : { body: JSON.stringify(body) };
    const json = body === undefined ? {} : { 'content-type': 'application/json' };
    const response = await fetch(`${emulator.url}${path}`, { method, ...given, headers: { ...json, ...headers } });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === '' ? {} : parsed(text) };
  };
  const usual = { authorization: 'Bearer emulator', prefer: 'include-unknown-enum-members' };
  return {
    emulator,
    graph: (method, path, body, headers = {}) => send(method, `/v1.0${path}`, body, { ...usual, ...headers }),
    call: (method, path, body) => send(method, path, body, {}),
  };
}

/** A list path with its query options encoded. */
export function listPath(path: string, options: Record<string, string>): string {
  return `${path}?${new URLSearchParams(options).toString()}`;
}

export function rowsOf(answer: Answer): Record<string, unknown>[] {
  return answer.body['value'] as Record<string, unknown>[];
}

export function errorOf(answer: Answer): Record<string, unknown> {
  return answer.body['error'] as Record<string, unknown>;
}

function parsed(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return { text };
  }
}
