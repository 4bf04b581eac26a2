const LENGTH = 10;

/** A bar of ten blocks for a share in percent; more than all is all. Only nothing has no block, only all has ten. */
export function barOf(percent: number): string {
  const tenths = Math.min(LENGTH, Math.max(0, Math.floor(percent / LENGTH)));
  const filled = tenths === 0 && percent > 0 ? 1 : tenths;
  return '█'.repeat(filled) + '░'.repeat(LENGTH - filled);
}
