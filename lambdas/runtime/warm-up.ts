import { errorFields, log } from '#lambdas/runtime/log.ts';

/**
 * Makes a first call while the function initialises, where Lambda gives it a full processor whatever its
 * memory: the first event then finds connections open and code compiled. A failure is no failure of the
 * function; the first event will tell.
 */
export async function warmUp(call: () => Promise<unknown>): Promise<void> {
  try {
    await call();
  } catch (error) {
    log.warn('Warm-up failed', errorFields(error));
  }
}
