/** A function that remembers its last answer, so that all parts of a screen that ask the same get the same object. */

/** Computes only when an argument differs from that of the call before. */
export function rememberingLast<Args extends readonly unknown[], Answer>(compute: (...args: Args) => Answer): (...args: Args) => Answer {
  let known: { readonly args: Args; readonly answer: Answer } | undefined;
  return (...args) => {
    if (known && known.args.length === args.length && args.every((arg, at) => arg === known?.args[at])) return known.answer;
    const answer = compute(...args);
    known = { args, answer };
    return answer;
  };
}
