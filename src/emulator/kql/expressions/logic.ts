// `and`, `or`: three-valued, and the right side is not asked where the left one decides.
import { expressionOf, truthOf, type Expression } from './expression';

/** `decisive` is what one side alone decides: false for `and`, true for `or`. */
export function compileJunction(left: Expression, right: Expression, decisive: boolean): Expression {
  const [readLeft, readRight] = [truthOf(left), truthOf(right)];
  return expressionOf('bool', [left, right], (row) => {
    const first = readLeft(row);
    if (first === decisive) return decisive;
    const second = readRight(row);
    if (second === decisive) return decisive;
    return first === null || second === null ? null : !decisive;
  });
}
