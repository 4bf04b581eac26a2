import { lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** The code of a refused look-up. */
export const NOT_PUBLIC = 'ENOTPUBLIC';

/**
 * What no server on the internet has: loopback, private, link-local (the metadata service), shared,
 * documentation, benchmark, multicast, reserved; of IPv6 all but 2000::/3, and of that the tunnels into
 * IPv4. https://www.iana.org/assignments/iana-ipv6-special-registry
 */
const NOT_PUBLIC_IPV4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
];
const NOT_PUBLIC_IPV6 = [
  '::/3',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
  '4000::/2',
  '8000::/1',
];

/** One list a family: a list compares an IPv4 address with IPv6 networks too, as ::ffff:a.b.c.d. */
const blockedIpv4 = blockList(NOT_PUBLIC_IPV4, 'ipv4');
const blockedIpv6 = blockList(NOT_PUBLIC_IPV6, 'ipv6');

export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !blockedIpv4.check(address, 'ipv4');
    case 6:
      return !blockedIpv6.check(address, 'ipv6');
    default:
      return false;
  }
}

function blockList(networks: string[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', prefix] = network.split('/');
    list.addSubnet(address, Number(prefix), family);
  }
  return list;
}

/** A `lookup` that refuses names which resolve to an address inside: the check holds for the address dialled. */
export const publicAddressOnly: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '');
    const outside = addresses.filter(({ address }) => isPublicAddress(address));
    const [first] = outside;
    if (!first) return callback(Object.assign(new Error('not public'), { code: NOT_PUBLIC }), '');
    return options.all ? callback(null, outside) : callback(null, first.address, first.family);
  });
};
