import { isIP } from 'node:net';
import { InvalidPattern } from './invalid-pattern.ts';

type Address = { bits: 32 | 128; value: bigint };

/**
 * Whether a text is an address of the block. The range starts at the address as written, not at the
 * network's first one, as in AWS's matcher; it also wants at least one free bit.
 */
export function cidrFilter(block: string): (text: string) => boolean {
  const [base, mask, ...rest] = block.split('/');
  if (base === undefined || mask === undefined || rest.length > 0 || !/^\d+$/.test(mask)) {
    throw new InvalidPattern(`"${block}" is not an address, a slash and a number of bits`);
  }
  const bottom = toAddress(base);
  if (!bottom) throw new InvalidPattern(`"${base}" is not an IP address`);
  if (Number(mask) >= bottom.bits)
    throw new InvalidPattern(`"${block}" needs fewer than ${bottom.bits} bits`);
  const top = bottom.value | ((1n << BigInt(bottom.bits - Number(mask))) - 1n);
  return (text) => {
    const address = toAddress(text);
    return address?.bits === bottom.bits && address.value >= bottom.value && address.value <= top;
  };
}

function toAddress(text: string): Address | undefined {
  if (isIP(text) === 4) return { bits: 32, value: join(text.split('.').map(Number), 8n) };
  if (isIP(text) !== 6 || !/^[\da-f:]+$/i.test(text)) return undefined;
  const [head = [], tail = []] = text.split('::').map((half) => (half === '' ? [] : half.split(':')));
  const zeros = Array.from({ length: 8 - head.length - tail.length }, () => '0');
  const groups = [...head, ...zeros, ...tail].map((group) => Number.parseInt(group, 16));
  return { bits: 128, value: join(groups, 16n) };
}

function join(groups: number[], bits: bigint): bigint {
  return groups.reduce((value, group) => (value << bits) | BigInt(group), 0n);
}
