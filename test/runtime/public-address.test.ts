import { describe, expect, it } from 'vitest';
import { isPublicAddress, NOT_PUBLIC, publicAddressOnly } from '#lambdas/runtime/public-address.ts';

describe('isPublicAddress', () => {
  it.each([
    '3.5.7.9',
    '18.66.1.2',
    '100.63.255.255',
    '172.32.0.1',
    '192.169.0.1',
    '2600:1f00::1',
    '2a05:d018::1',
  ])('takes %s', (address) => expect(isPublicAddress(address)).toBe(true));

  it.each([
    ['this network', '0.0.0.0'],
    ['private', '10.1.2.3'],
    ['private', '172.16.0.1'],
    ['private', '172.31.255.255'],
    ['private', '192.168.1.1'],
    ['shared', '100.64.0.1'],
    ['loopback', '127.0.0.1'],
    ['loopback', '127.255.255.254'],
    ['metadata service', '169.254.169.254'],
    ['container credentials', '169.254.170.2'],
    ['documentation', '192.0.2.1'],
    ['documentation', '198.51.100.7'],
    ['documentation', '203.0.113.9'],
    ['benchmark', '198.19.0.1'],
    ['multicast', '224.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['unspecified', '::'],
    ['loopback', '::1'],
    ['mapped loopback', '::ffff:127.0.0.1'],
    ['mapped loopback in hexadecimal', '::ffff:7f00:1'],
    ['mapped metadata service', '::ffff:a9fe:a9fe'],
    ['compatible loopback', '::127.0.0.1'],
    ['translated', '64:ff9b::a9fe:a9fe'],
    ['locally translated', '64:ff9b:1::1'],
    ['discard', '100::1'],
    ['Teredo', '2001::1'],
    ['documentation', '2001:db8::1'],
    ['6to4', '2002:7f00:1::'],
    ['documentation', '3fff::1'],
    ['unique local, the metadata service', 'fd00:ec2::254'],
    ['link-local', 'fe80::1'],
    ['site-local', 'fec0::1'],
    ['multicast', 'ff02::1'],
    ['no address', 'example.com'],
  ])('refuses %s: %s', (_name, address) => expect(isPublicAddress(address)).toBe(false));
});

describe('publicAddressOnly', () => {
  const look = (hostname: string, all: boolean) =>
    new Promise((resolve) =>
      publicAddressOnly(hostname, { all }, (error, address) => resolve(error ?? address)),
    );

  it.each([true, false])('refuses a name that resolves to an address inside (all: %s)', async (all) => {
    expect(await look('localhost', all)).toMatchObject({ code: NOT_PUBLIC });
  });

  it.each([true, false])('hands on an address outside (all: %s)', async (all) => {
    const address = await look('3.5.7.9', all);
    expect(address).toEqual(all ? [{ address: '3.5.7.9', family: 4 }] : '3.5.7.9');
  });
});
