/** Does so many things at a time; the others wait for a place, in their order. */
export function placesFor(most: number): <Result>(work: () => Promise<Result>) => Promise<Result> {
  const waiting: (() => void)[] = [];
  let taken = 0;
  return async (work) => {
    if (taken < most) taken += 1;
    else await new Promise<void>((begin) => waiting.push(begin));
    try {
      return await work();
    } finally {
      // A place is handed on, so that nobody who comes now takes it first.
      const next = waiting.shift();
      if (next) next();
      else taken -= 1;
    }
  };
}
