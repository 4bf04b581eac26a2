/** Resolves when it is quiet several times in a row, a breath apart: one thing may just hand over to the next. */
export async function quiet(isQuiet: () => boolean): Promise<void> {
  for (let calm = 0; calm < 3; calm = isQuiet() ? calm + 1 : 0) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
