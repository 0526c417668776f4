import { Laptop, Smartphone } from 'lucide-react';

/** What kind of machine this is, by what it is called. */
export function DeviceIcon({ host, className }: { host: string; className: string }) {
  const Icon = /phone/.test(host) ? Smartphone : Laptop;
  return <Icon className={className} strokeWidth={1.7} aria-hidden="true" />;
}
