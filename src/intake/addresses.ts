import { BlockList, isIP } from "node:net";

/** Ranges that no report lives in: this machine, private networks, link-local, carrier NAT, documentation, multicast, reserved. */
const CLOSED: readonly (readonly [address: string, bits: number, family: "ipv4" | "ipv6"])[] = [
  ["0.0.0.0", 8, "ipv4"],
  ["10.0.0.0", 8, "ipv4"],
  ["100.64.0.0", 10, "ipv4"],
  ["127.0.0.0", 8, "ipv4"],
  ["169.254.0.0", 16, "ipv4"],
  ["172.16.0.0", 12, "ipv4"],
  ["192.0.0.0", 24, "ipv4"],
  ["192.0.2.0", 24, "ipv4"],
  ["192.168.0.0", 16, "ipv4"],
  ["198.18.0.0", 15, "ipv4"],
  ["198.51.100.0", 24, "ipv4"],
  ["203.0.113.0", 24, "ipv4"],
  ["224.0.0.0", 4, "ipv4"],
  ["240.0.0.0", 4, "ipv4"],
  ["::", 128, "ipv6"],
  ["::1", 128, "ipv6"],
  ["64:ff9b::", 96, "ipv6"],
  ["100::", 64, "ipv6"],
  ["2001:db8::", 32, "ipv6"],
  ["fc00::", 7, "ipv6"],
  ["fe80::", 10, "ipv6"],
  ["ff00::", 8, "ipv6"],
];

const closed = new BlockList();
for (const [address, bits, family] of CLOSED) closed.addSubnet(address, bits, family);

/** Whether an address lies on the open internet. IPv4 in IPv6 clothes counts as what it is. */
export function isPublicAddress(address: string): boolean {
  const plain = address.replace(/^\[|\]$/g, "").replace(/%.*$/, "");
  const mapped =
    /^(?:0{0,4}:){2,5}(?:ffff:)(\d+\.\d+\.\d+\.\d+)$/i.exec(plain) ?? /^::(?:ffff:)?(\d+\.\d+\.\d+\.\d+)$/i.exec(plain);
  const inner = mapped?.[1] ?? hexMapped(plain) ?? plain;
  const family = isIP(inner);
  if (family === 0) return false;
  return !closed.check(inner, family === 6 ? "ipv6" : "ipv4");
}

/** "::ffff:7f00:1" -> "127.0.0.1". */
function hexMapped(address: string): string | null {
  const match = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/i.exec(address);
  if (!match) return null;
  const [high, low] = [Number.parseInt(match[1]!, 16), Number.parseInt(match[2]!, 16)];
  return `${high >> 8}.${high & 255}.${low >> 8}.${low & 255}`;
}
