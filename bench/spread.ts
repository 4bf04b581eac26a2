/** Median, tenth and ninetieth percentile. */
export type Spread = { median: number; p10: number; p90: number };

export function spreadOf(samples: readonly number[]): Spread {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share: number) => {
    const place = share * (sorted.length - 1);
    const [low = Number.NaN, high = low] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
    return low + (high - low) * (place - Math.floor(place));
  };
  return { median: at(0.5), p10: at(0.1), p90: at(0.9) };
}

/** Ours by the peer's in each round: what slows a round down slows both. */
export function ratiosOf(ours: readonly number[], peer: readonly number[]): number[] {
  return ours.map((sample, round) => sample / (peer[round] ?? Number.NaN));
}
