// The Graph client's middleware chain, ours instead of the library's: that one sends tokens to https hosts of its own
// list alone, follows redirects, and repeats requests without knowing which have an effect.
import { randomUUID } from 'node:crypto';
import { GraphClientError, type Context, type Middleware } from '@microsoft/microsoft-graph-client';
import { isBotError } from '../domain/errors';
import type { Clock } from '../ports/clock';
import type { Metrics } from '../ports/metrics';
import { garbageAnswer } from './graph-errors';
import { errorFromNetwork } from './network-failure';
import type { RequestGate } from './request-gate';
import { planOf, setHeaders } from './request-plan';
import type { TokenSource } from './token-source';
import { waitNoLonger } from './wait-no-longer';

export interface ChainParts {
  /** Origin that may see the token. */
  origin: string;
  tokens: TokenSource;
  gate: RequestGate;
  clock: Clock;
  metrics: Metrics;
}

type Step = (context: Context, next: (context: Context) => Promise<void>) => Promise<void>;

/** Chains plain functions; the library wants objects that are told their successor. */
function asMiddleware(step: Step): Middleware {
  let successor: Middleware | undefined;
  return {
    execute: (context) => step(context, async (onward) => successor?.execute(onward)),
    setNext: (next) => {
      successor = next;
    },
  };
}

/** The client wraps every error but its own and loses what it held: ours travel inside one of its own. */
const carryErrors: Step = async (context, next) => {
  try {
    await next(context);
  } catch (error) {
    throw GraphClientError.setGraphClientError({ carried: error });
  }
};

export function carriedError(error: unknown): unknown {
  const inner: unknown = error instanceof GraphClientError ? error.customError : undefined;
  return typeof inner === 'object' && inner !== null && 'carried' in inner ? inner.carried : error;
}

/** A link in an answer may name any host; nothing leaves for another origin. */
const guardAddress =
  (origin: string): Step =>
  async (context, next) => {
    const { address } = planOf(context);
    if (address.origin !== origin || address.username !== '' || address.password !== '') throw garbageAnswer();
    context.request = address.href;
    await next(context);
  };

/** Adds the token; a refused one is renewed once, and only if nobody renewed it meanwhile. */
const authenticate =
  ({ tokens, clock }: ChainParts): Step =>
  async (context, next) => {
    const plan = planOf(context);
    const wait = <T>(work: Promise<T>) => waitNoLonger(work, plan.deadline - clock.now(), 'entra');
    const token = await wait(tokens.current());
    setHeaders(context, { authorization: `Bearer ${token}` });
    await next(context);
    if (context.response?.status !== 401) return;
    const renewed = await wait(tokens.renewed(token));
    if (renewed === null) return;
    await context.response.body?.cancel();
    setHeaders(context, { authorization: `Bearer ${renewed}` });
    await next(context);
  };

/** Without the Prefer header an insider-risk source reads `unknownFutureValue` (Graph, "alert resource type"). */
const addHeaders: Step = async (context, next) => {
  setHeaders(context, { accept: 'application/json', 'client-request-id': randomUUID() });
  if (planOf(context).pool === 'security') setHeaders(context, { prefer: 'include-unknown-enum-members' });
  await next(context);
};

const send =
  ({ gate, clock, metrics }: ChainParts): Step =>
  async (context) => {
    const plan = planOf(context);
    const { signal } = plan.attempt;
    await gate.enter(plan.lane, plan.pool, plan.deadline, signal);
    plan.attempt.start(Math.min(plan.attemptMs, plan.deadline - clock.now()));
    try {
      context.response = await fetch(plan.address, { ...context.options, redirect: 'manual', signal });
    } catch (error) {
      const failure = isBotError(error) ? error : errorFromNetwork(error, 'graph');
      metrics.graphRequest(failure.code);
      throw failure;
    }
  };

export function graphMiddleware(parts: ChainParts): Middleware[] {
  const steps = [carryErrors, guardAddress(parts.origin), authenticate(parts), addHeaders, send(parts)];
  return steps.map(asMiddleware);
}
