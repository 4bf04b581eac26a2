import { existsSync } from 'node:fs';
import { compareSamples, type ReadSample } from '#test/conformance/cost-samples/compare-samples.ts';
import { playOtherSample } from '#test/conformance/cost-samples/play-other-sample.ts';
import { playUsageSample } from '#test/conformance/cost-samples/play-usage-sample.ts';
import { type CostSample, readCostSamples } from '#test/conformance/cost-samples/read-cost-samples.ts';
import { usageSample } from '#test/conformance/cost-samples/usage-sample.ts';
import type { Tally } from '#test/conformance/tally.ts';

type Played = { read?: ReadSample; foolsFloats?: boolean };

/**
 * Every answer of Cost Explorer in a folder: into the tables of its report in every format, to the last digit, or
 * through the reader of its operation. One line a sample; then what samples of the same costs say of each other.
 */
export async function playCostSamples(folder: string, tally: Tally): Promise<void> {
  const samples = existsSync(folder) ? readCostSamples(folder) : [];
  if (samples.length === 0) tally.missing('samples of Cost Explorer', folder);
  const played: Played[] = [];
  for (const sample of samples) played.push(await playSample(sample, tally));

  const read = played.flatMap((each) => each.read ?? []);
  for (const { line, complaints } of compareSamples(read)) judge(line, complaints, tally);
  const fooling = played.filter(({ foolsFloats }) => foolsFloats).length;
  if (read.length > 0)
    judge(
      `a sum of floats is wrong in ${fooling} of ${read.length} samples`,
      fooling > 0 ? [] : ['so these samples cannot tell whether sums are exact'],
      tally,
    );
}

async function playSample(sample: CostSample, tally: Tally): Promise<Played> {
  try {
    if (!('ResultsByTime' in sample.answer)) {
      const { line, complaints } = await playOtherSample(sample);
      judge(`${sample.name} → ${line}`, complaints, tally);
      return {};
    }
    const usage = usageSample(sample);
    const { line, complaints, published, foolsFloats } = await playUsageSample(usage);
    judge(`${sample.name} → ${line}`, complaints, tally);
    return { read: { sample: usage, lines: published.lines }, foolsFloats };
  } catch (error) {
    tally.failed(`costs: ${sample.name} → ${String(error)}`);
    return {};
  }
}

function judge(line: string, complaints: readonly string[], tally: Tally): void {
  if (complaints.length === 0) tally.passed(`costs: ${line}`);
  else tally.failed(`costs: ${line}\n  ${complaints.join('\n  ')}`);
}
