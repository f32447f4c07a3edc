// row_number(): the one function that remembers the rows before. It starts over each time the rows are gone through.
import { truthOf, type Expression } from './expression';
import { semanticFault, type Scope } from './scope';

/** `row_number([start [, restart]])`; `restart` is a condition on the row. Throws where the order of rows means nothing. */
export function rowNumber([start, restart]: readonly Expression[], { restarts }: Scope): Expression {
  if (restarts === null) {
    throw semanticFault("Function 'row_number' cannot be invoked in current context: the row set must be serialized.");
  }
  const first = start?.constant === false ? null : (start?.read([]) ?? 1);
  if (typeof first !== 'number') throw semanticFault('Argument 1 of row_number() must be a constant number.');
  const isRestart = restart === undefined ? () => false : truthOf(restart);
  let last = first - 1;
  restarts.push(() => (last = first - 1));
  return {
    type: 'long',
    constant: false,
    read(row) {
      last = isRestart(row) === true ? first : last + 1;
      return last;
    },
  };
}
