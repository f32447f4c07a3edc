// The four addresses of this server and what each answers. Sockets and their limits are in http-server.
import type { Request } from 'restify';
import { maySeeFigures } from './figures-gate';
import type { HttpReply } from './http-reply';
import { readRequestBody } from './request-body';

/** What the rest of the house does with a request; every function may reject, which is answered with 500. */
export interface HttpHandlers {
  onActivity(authorization: string | undefined, rawBody: Buffer): Promise<{ status: number; body?: unknown }>;
  /** `body` goes to those alone who may see figures. */
  readiness(): { ready: boolean; body: unknown };
  /** Prometheus text. */
  metricsText(): Promise<string>;
}

export interface Route {
  method: 'get' | 'post';
  path: string;
  answer(request: Request): Promise<HttpReply>;
}

const PROMETHEUS_TEXT = 'text/plain; version=0.0.4; charset=utf-8';

export function httpRoutes(handlers: HttpHandlers, metricsToken: string | null, isStopping: () => boolean): Route[] {
  const receiveActivity = async (request: Request): Promise<HttpReply> => {
    const body = await readRequestBody(request);
    if (body.is === 'refused') return { status: body.status, close: true };
    return handlers.onActivity(request.headers.authorization, body.bytes);
  };
  const tellReadiness = async (request: Request): Promise<HttpReply> => {
    const { ready, body } = handlers.readiness();
    const status = ready && !isStopping() ? 200 : 503;
    return maySeeFigures(request, metricsToken) ? { status, body } : { status };
  };
  const tellMetrics = async (request: Request): Promise<HttpReply> => {
    if (!maySeeFigures(request, metricsToken)) return { status: 404 };
    return { status: 200, body: await handlers.metricsText(), contentType: PROMETHEUS_TEXT };
  };
  return [
    { method: 'post', path: '/api/messages', answer: receiveActivity },
    { method: 'get', path: '/healthz', answer: async () => ({ status: 200 }) },
    { method: 'get', path: '/readyz', answer: tellReadiness },
    { method: 'get', path: '/metrics', answer: tellMetrics },
  ];
}
